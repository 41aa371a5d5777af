package io.marquee.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A zone's clock changes around an event, as a calendar file must state them. They are taken from the same rules by which we
 * turned the event's times into instants, so that the reader's program comes to the same instants.
 */
final class ZoneDefinition {
    private ZoneDefinition() {}

    /** From the offset a year before to the last change within a year after. */
    static VTimeZone of(ZoneId zone, Instant first, Instant last) {
        VTimeZone definition = new VTimeZone();
        definition.add(new TzId(zone.getId()));
        Instant from = first.minus(365, ChronoUnit.DAYS);
        ZoneOffset initial = zone.getRules().getOffset(from);
        definition.add(observance(zone, from, LocalDateTime.ofInstant(from, initial), initial, initial));
        Instant until = last.plus(365, ChronoUnit.DAYS);
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        while (change != null && change.getInstant().isBefore(until)) {
            definition.add(observance(
                    zone,
                    change.getInstant(),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter()));
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return definition;
    }

    private static Observance observance(
            ZoneId zone, Instant at, LocalDateTime onset, ZoneOffset before, ZoneOffset after) {
        Observance observance = zone.getRules().isDaylightSavings(at) ? new Daylight() : new Standard();
        observance.add(new DtStart<>(onset.truncatedTo(ChronoUnit.SECONDS)));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }
}
