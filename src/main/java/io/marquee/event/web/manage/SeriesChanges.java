package io.marquee.event.web.manage;

import io.marquee.event.series.SeriesChange;
import io.marquee.event.series.SeriesChange.Effect;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.ZoneId;
import java.util.Arrays;

/** What a change does, in words. */
final class SeriesChanges {
    private SeriesChanges() {}

    static SeriesPageView.Change of(SeriesChange change, ZoneId zone, Text text) {
        return new SeriesPageView.Change(
                Arrays.stream(Effect.values())
                        .filter(effect -> change.count(effect) > 0)
                        .map(effect ->
                                text.get("series.sum." + io.marquee.kernel.Wire.name(effect), change.count(effect)))
                        .toList(),
                change.lines().stream()
                        .map(line -> new SeriesPageView.Line(
                                text.dateTime(line.at(), zone),
                                new Chip(text.of("series.effect", line.effect()), tone(line.effect()))))
                        .toList());
    }

    private static Tone tone(Effect effect) {
        return switch (effect) {
            case MADE -> Tone.GOOD;
            case REMOVED -> Tone.BAD;
            case SOLD, TOLD -> Tone.WARN;
            case CHANGED -> Tone.INFO;
            case SAME, ALTERED, OVER -> Tone.PLAIN;
        };
    }
}
