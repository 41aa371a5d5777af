package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.guest.GuestEvent.Letter;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers places that come free to those who wait for one, in the order in which they came. */
@Component
class Offers {
    private static final Duration OPEN_FOR = Duration.ofHours(24);
    private static final int MOST = 100;

    private final GuestRows rows;
    private final Places places;
    private final Letters letters;
    private final JdbcClient jdbc;
    private final Clock clock;

    Offers(GuestRows rows, Places places, Letters letters, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.places = places;
        this.letters = letters;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whoever stands in front and asks for more than is left waits, and everybody behind with them. Guests who are locked by somebody else
     * are passed over, since those may wait for the places that are locked here; the job that comes by each minute sees them.
     */
    void next(EventView event) {
        Instant now = clock.instant();
        if (event.details().ticketing() || !event.registrationOpen(now)) return;
        int left = places.lockLeft(event);
        Instant until = earlier(now.plus(OPEN_FOR), event.registrationCloses());
        for (GuestView guest : left == 0 ? List.<GuestView>of() : waiting(event)) {
            int wanted = 1 + guest.plusOnes();
            if (wanted > left) return;
            rows.move(guest, GuestState.OFFERED, guest.plusOnes(), until, null);
            letters.write(guest, Letter.OFFERED);
            left -= wanted;
        }
    }

    private List<GuestView> waiting(EventView event) {
        return jdbc.sql(GuestRows.SELECT + """
                        where g.event_id = ? and g.state = 'waitlisted' order by g.since, g.id limit ? for update skip locked
                        """)
                .params(event.id().value(), MOST)
                .query(GuestRows::map)
                .list();
    }

    /** Offers whose time is up, but those that somebody is changing now. */
    List<GuestView> over(int most) {
        return jdbc.sql(
                        GuestRows.SELECT
                                + "where g.state = 'offered' and g.offer_until <= ? order by g.offer_until limit ? for update skip locked")
                .params(Timestamp.from(clock.instant()), most)
                .query(GuestRows::map)
                .list();
    }

    /** Events where somebody waits. */
    List<UUID> waited() {
        return jdbc.sql("select distinct event_id from guest.guests where state = 'waitlisted'")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
