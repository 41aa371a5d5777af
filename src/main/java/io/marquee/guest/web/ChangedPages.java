package io.marquee.guest.web;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.guest.GuestChanges.Step;
import io.marquee.guest.Guests.Outcome;
import io.marquee.guest.web.GuestListPage.Hidden;
import io.marquee.identity.Access;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Puts together what is shown of a change to many guests. A long one goes on part by part, as long as somebody looks: what is done so far is
 * sent along.
 */
@Component
class ChangedPages {
    private static final List<String> SENT_ON = List.of("q", "state", "tag", "type", "act", "tagged", "all");

    private final Access access;

    ChangedPages(Access access) {
        this.access = access;
    }

    ChangedPage page(EventView event, Map<String, String> typed, Step step, Text text) {
        Outcome outcome = step.outcome();
        int done = sum(typed, "done", outcome.done());
        int full = sum(typed, "full", outcome.left());
        int others = sum(typed, "others", outcome.others());
        int soFar = done + full + others;
        int of = soFar + step.left();
        Flash told = told(done, full, others, text);
        String path = GuestLists.path(event);
        return new ChangedPage(
                ManageNav.of(event, Entry.GUESTS, access, text),
                path + "/changes",
                path,
                told,
                step.last() == null ? told.message() : spoken(soFar - outcome.all(), soFar, of, text),
                soFar,
                of,
                outcome.refused().stream()
                        .map(one -> new ChangedPage.Refused(
                                path + "/" + one.guest().id(), one.guest().title(), text.why(one.why())))
                        .toList(),
                step.last() == null
                        ? List.of()
                        : Stream.concat(
                                        SENT_ON.stream()
                                                .filter(typed::containsKey)
                                                .map(name -> new Hidden(name, typed.getOrDefault(name, ""))),
                                        Stream.of(
                                                new Hidden("after", step.last().toString()),
                                                new Hidden("done", String.valueOf(done)),
                                                new Hidden("full", String.valueOf(full)),
                                                new Hidden("others", String.valueOf(others))))
                                .toList());
    }

    /** Each part takes about a second: whoever listens is told of each quarter. */
    private static String spoken(int before, int now, int of, Text text) {
        return 4L * before / of == 4L * now / of ? "" : text.get("guest.changes.progress", now, of);
    }

    private static Flash told(int done, int full, int others, Text text) {
        String sentence = text.get("guest.changes.done", done)
                + (full > 0 ? " " + text.get("guest.changes.full", full) : "")
                + (others > 0 ? " " + text.get("guest.changes.others", others) : "");
        return done > 0 ? Flash.good(sentence) : Flash.bad(sentence);
    }

    private static int sum(Map<String, String> typed, String name, int now) {
        String before = typed.getOrDefault(name, "");
        return now + (before.matches("\\d{1,7}") ? Integer.parseInt(before) : 0);
    }
}
