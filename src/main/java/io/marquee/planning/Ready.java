package io.marquee.planning;

import io.marquee.event.EventType;
import io.marquee.kernel.Wire;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The checklists that come with the product. Their words are in the bundles, so that each team reads them in its language. */
public enum Ready {
    ANY(
            Set.of(),
            "plan.goal -90, plan.budget -80, plan.venue -75, prepare.team -45, promote.page -42, promote.invite -35, promote.remind -7, run.signs -2, run.briefing -1, run.doors 0, after.thanks 1, after.accounts 14"),
    CONCERT(
            Set.of(EventType.CONCERT, EventType.FESTIVAL, EventType.PARTY),
            "plan.line_up -120, plan.venue -110, plan.budget -100, plan.licence -60, prepare.sound -30, prepare.rider -21, promote.page -80, promote.posters -40, promote.press -28, run.soundcheck 0, run.doors 0, after.pay_artists 3, after.accounts 14"),
    CONFERENCE(
            Set.of(EventType.CONFERENCE, EventType.SEMINAR, EventType.TRADE_SHOW, EventType.MEETING),
            "plan.goal -180, plan.budget -170, plan.venue -160, plan.speakers -140, prepare.agenda -60, prepare.catering -30, prepare.badges -10, promote.page -120, promote.invite -90, promote.remind -7, run.briefing -1, run.doors 0, after.thanks 1, after.slides 3, after.accounts 14"),
    WORKSHOP(
            Set.of(EventType.WORKSHOP, EventType.CLASS),
            "plan.goal -60, plan.venue -50, prepare.material -14, promote.page -45, promote.invite -40, promote.remind -3, run.room 0, run.doors 0, after.thanks 1, after.slides 2");

    private final Set<EventType> types;
    private final List<Line> lines;

    /** @param key of its words, and after its dot of the task */
    private record Line(String key, Phase phase, int dueDays) {}

    Ready(Set<EventType> types, String lines) {
        this.types = types;
        this.lines = List.of(lines.split(", ")).stream().map(Ready::line).toList();
    }

    private static Line line(String written) {
        String key = written.substring(0, written.indexOf(' '));
        return new Line(
                key,
                Wire.parse(Phase.class, key.substring(0, key.indexOf('.'))),
                Integer.parseInt(written.substring(written.indexOf(' ') + 1)));
    }

    /** Whether it is made for that type of event. */
    public boolean suits(EventType type) {
        return types.contains(type);
    }

    /** @param words of a key such as {@code planning.ready.plan.goal} */
    public List<TaskDetails> tasks(UnaryOperator<String> words) {
        return lines.stream()
                .map(line -> new TaskDetails(
                        words.apply("planning.ready." + line.key()), "", line.phase(), null, line.dueDays()))
                .toList();
    }
}
