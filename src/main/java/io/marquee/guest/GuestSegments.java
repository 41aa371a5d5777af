package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Some of an event's guests, batch by batch in the order of their ids, for modules that write to them. */
@Component
public class GuestSegments {
    private static final String SELECT = """
            select g.id, g.link, g.email, g.name, g.locale, array(select t.ticket_id from guest.tickets t where t.guest_id = g.id)
              from guest.guests g
             where g.event_id = :event and g.muted_at is null
            """;
    private static final String WITHOUT_TICKET = """
             and g.tickets = 0
             and (g.state in ('interested', 'maybe', 'going', 'pending_approval', 'waitlisted', 'offered')
                  or g.state = 'invited' and g.mail <> 'none')
            """;

    private final JdbcClient jdbc;
    private final Access access;

    GuestSegments(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * Which.
     *
     * @param ticketType of which they hold a valid ticket; null for all
     * @param tag null for all
     */
    public record Choice(
            Collection<GuestState> states,
            @Nullable UUID ticketType,
            @Nullable String tag) {}

    /** @param link the generation of their personal link that is good @param tickets valid ones in their name */
    public record Member(UUID id, int link, String email, String name, String locale, List<UUID> tickets) {}

    /** Without those who asked for no more mails about the event. @param after null for the first ones */
    @Transactional(readOnly = true)
    public List<Member> batch(EventView event, Choice choice, @Nullable UUID after, int limit) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        return jdbc.sql(SELECT + """
                         and g.state = any (:states)
                           and (:type::text is null
                                or g.id in (select t.guest_id from guest.terms t where t.event_id = :event and t.term = :type::text))
                           and (:tag::text is null
                                or g.id in (select t.guest_id from guest.terms t where t.event_id = :event and t.term = :tag::text))
                           and (:after::uuid is null or g.id > :after::uuid)
                         order by g.id limit :limit
                        """)
                .param("event", event.id().value())
                .param("states", choice.states().stream().map(Wire::name).toArray(String[]::new))
                .param("type", choice.ticketType() == null ? null : Terms.type(choice.ticketType()))
                .param("tag", choice.tag() == null ? null : Terms.tag(choice.tag()))
                .param("after", after)
                .param("limit", limit)
                .query(GuestSegments::read)
                .list();
    }

    /** Those who answered without a ticket that they come or may, or were asked to and have not answered; likewise. */
    @Transactional(readOnly = true)
    public List<Member> withoutTicket(EventView event, @Nullable UUID after, int limit) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        return jdbc.sql(SELECT + WITHOUT_TICKET + """
                           and (:after::uuid is null or g.id > :after::uuid)
                         order by g.id limit :limit
                        """)
                .param("event", event.id().value())
                .param("after", after)
                .param("limit", limit)
                .query(GuestSegments::read)
                .list();
    }

    /** The addresses of the same, each once. */
    @Transactional(readOnly = true)
    public Set<String> addressesWithoutTicket(EventView event) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        return jdbc.sql("select distinct g.email from guest.guests g where g.event_id = ? and g.muted_at is null "
                        + WITHOUT_TICKET)
                .param(event.id().value())
                .query((row, n) -> row.getString(1))
                .set();
    }

    private static Member read(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                List.of((UUID[]) row.getArray(6).getArray()));
    }
}
