package io.marquee.guest;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Guests that were merged into another: their ids, addresses and accounts still lead to who they are now. */
@Repository
class FormerGuests {
    private static final String SELECT = "select id, guest_id, email, person_id, link from guest.merged ";

    private final JdbcClient jdbc;
    private final Clock clock;

    FormerGuests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody who is gone. @param now who they are @param link the generation of theirs that is good; null for none */
    record Former(
            GuestId id,
            GuestId now,
            String email,
            @Nullable UUID person,
            @Nullable Integer link) {
        /**
         * Whether the link that they had opens the one whom they are now. The link of a guest without an address went through the team's
         * hands: it never opens a guest who has one, or the team could act as them.
         */
        boolean opens(GuestView one, Actor.Capability bearer) {
            if (link == null || link != bearer.generation()) return false;
            return !EmailAddress.shown(email).isEmpty() || one.address().isEmpty();
        }
    }

    @Nullable
    Former find(GuestId gone) {
        return all(List.of(gone.value())).get(gone.value());
    }

    /** Those of these that are gone, by their ids. */
    Map<UUID, Former> all(Collection<UUID> ids) {
        return jdbc
                .sql(SELECT + "where id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> map(row))
                .stream()
                .collect(Collectors.toMap(former -> former.id().value(), former -> former));
    }

    /** Of these addresses those of guests who are gone, with the address that they have now. */
    Map<String, String> addresses(EventId event, Collection<String> emails) {
        return jdbc
                .sql("""
                        select distinct on (m.email) m.email, g.email
                          from guest.merged m join guest.guests g on g.id = m.guest_id
                         where m.event_id = ? and m.email = any (?) order by m.email, m.at desc
                        """)
                .params(event.value(), emails.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who has become this guest. */
    List<Former> of(GuestId guest) {
        return jdbc.sql(SELECT + "where guest_id = ? order by at")
                .param(guest.value())
                .query((row, n) -> map(row))
                .list();
    }

    void merge(GuestView gone, GuestView into) {
        jdbc.sql("update guest.merged set guest_id = ? where guest_id = ?")
                .params(into.id().value(), gone.id().value())
                .update();
        jdbc.sql("""
                        insert into guest.merged (id, guest_id, event_id, organization_id, person_id, email, link, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(gone.id().value())
                .param(into.id().value())
                .param(gone.event().value())
                .param(gone.organization().value())
                .param(GuestRows.value(gone.person()))
                .param(gone.email())
                .param(gone.link())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static Former map(ResultSet row) throws SQLException {
        return new Former(
                new GuestId(row.getObject(1, UUID.class)),
                new GuestId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, Integer.class));
    }
}
