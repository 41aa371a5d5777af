package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.ordering.EventPulse;
import io.marquee.platform.web.Chart;
import io.marquee.platform.web.Stat;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * An event at a glance.
 *
 * @param money whether the viewer may see orders
 */
public record Overview(ManageNav nav, List<Stat> stats, Chart chart, List<OrderRows.Row> latest, boolean money) {

    static List<Stat> stats(EventPulse.Beat beat, int today, boolean money, Text text) {
        List<Stat> stats = new ArrayList<>();
        stats.add(Stat.of(text.get("ordering.overview.sold"), text.number(beat.sold()))
                .outOf("/ " + text.number(beat.size()))
                .noting(text.get("ordering.overview.today", today), today > 0 ? Tone.GOOD : Tone.PLAIN));
        if (money) stats.add(revenue(beat, text));
        stats.add(Stat.of(text.get("ordering.overview.held"), text.number(beat.held()))
                .noting(text.get("ordering.overview.held.note"), Tone.PLAIN));
        stats.add(Stat.of(text.get("ordering.overview.checked_in"), text.number(beat.checkedIn()))
                .outOf("/ " + text.number(beat.sold())));
        return stats;
    }

    private static Stat revenue(EventPulse.Beat beat, Text text) {
        String revenue = beat.takings().stream()
                .filter(t -> t.revenue().isPositive())
                .map(t -> text.money(t.revenue()))
                .collect(Collectors.joining(" + "));
        int orders = beat.takings().stream().mapToInt(t -> t.orders()).sum();
        return Stat.of(text.get("ordering.overview.revenue"), revenue.isEmpty() ? "–" : revenue)
                .noting(text.get("ordering.overview.orders", orders), Tone.PLAIN);
    }

    static Chart chart(SortedMap<LocalDate, Integer> days, Text text) {
        int all = days.values().stream().mapToInt(Integer::intValue).sum();
        return new Chart(
                text.get("ordering.overview.chart", all, days.size()),
                days.entrySet().stream()
                        .map(day -> new Chart.Point(text.shortDate(day.getKey()), day.getValue()))
                        .toList());
    }
}
