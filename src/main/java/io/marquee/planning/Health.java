package io.marquee.planning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the tasks of an event stand on a day.
 *
 * @param soon how many are due within three days, today among them
 * @param unowned how many of those are nobody's own
 * @param next what to do next: what is late longest, or due first; null when nothing is left
 */
public record Health(
        Standing standing,
        int open,
        int late,
        int soon,
        int unowned,
        @Nullable TaskView next) {
    private static final int SOON_DAYS = 3;

    /** On the wire in lower case. */
    public enum Standing {
        ON_TRACK,
        /** Something is due soon, and nobody's own. */
        AT_RISK,
        /** Something is late. */
        BEHIND
    }

    public static Health of(List<TaskView> tasks, LocalDate today) {
        List<TaskView> open = tasks.stream().filter(task -> !task.done()).toList();
        List<TaskView> soon = open.stream()
                .filter(task -> !task.overdue() && task.due() != null)
                .filter(task -> !Objects.requireNonNull(task.due()).isAfter(today.plusDays(SOON_DAYS)))
                .toList();
        int late = (int) open.stream().filter(TaskView::overdue).count();
        int unowned = (int)
                soon.stream().filter(task -> task.details().owner() == null).count();
        return new Health(
                late > 0 ? Standing.BEHIND : unowned > 0 ? Standing.AT_RISK : Standing.ON_TRACK,
                open.size(),
                late,
                soon.size(),
                unowned,
                open.stream().min(Comparator.comparing(Health::order)).orElse(null));
    }

    /** What has no day comes last, in the order of phases. */
    private static LocalDate order(TaskView task) {
        return task.due() == null ? LocalDate.MAX : task.due();
    }
}
