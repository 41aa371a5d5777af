package io.marquee.guest;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of guests. A move of their state is a compare-and-set with a row in the history. */
@Repository
class GuestRows {
    static final String COLUMNS = """
            g.id, g.event_id, g.organization_id, g.person_id, g.email, g.name, g.locale, g.state, g.since, g.offer_until, g.plus_ones,
            g.allowance, g.companions, g.tickets, g.before_ticket, g.tags, g.invited_by, g.invited_at, g.mail, g.reminded_at, g.answered_at,
            g.muted_at is not null as muted, g.link, g.link_with_team, g.created_at
            """;
    static final String SELECT = "select " + COLUMNS + " from guest.guests g ";

    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    GuestRows(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    @Nullable
    GuestView byId(GuestId id) {
        return one(jdbc.sql(SELECT + "where g.id = ?").param(id.value()));
    }

    /** Nobody else changes it until the transaction ends. */
    @Nullable
    GuestView locked(GuestId id) {
        return one(jdbc.sql(SELECT + "where g.id = ? for update").param(id.value()));
    }

    /** In the order in which they are locked. */
    List<GuestView> locked(EventId event, Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where g.event_id = ? and g.id = any (?) order by g.id for update")
                .params(event.value(), ids.toArray(UUID[]::new))
                .query(GuestRows::map)
                .list();
    }

    List<GuestView> all(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where g.id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query(GuestRows::map)
                .list();
    }

    /** The account's own row before the address's, and before whom one of these has become. */
    @Nullable
    GuestView find(EventId event, String email, @Nullable PersonId person) {
        return one(jdbc.sql(SELECT + """
                        where g.id in (
                          select id from guest.guests where event_id = :event and (email = :email or person_id = :person)
                          union all
                          select guest_id from guest.merged where event_id = :event and (email = :email or person_id = :person))
                        order by g.person_id is not distinct from :person desc, g.email = :email desc limit 1
                        """)
                .param("event", event.value())
                .param("email", email)
                .param("person", value(person)));
    }

    /** @return false when the event has a guest with this address or account */
    boolean insert(GuestView guest) {
        boolean inserted = jdbc.sql("""
                        insert into guest.guests
                          (id, event_id, organization_id, person_id, email, name, locale, state, since, plus_ones, allowance, tags,
                           invited_by, invited_at, sort, terms, created_at)
                        values (:id, :event, :organization, :person, :email, :name, :locale, :state, :at, :plusOnes, :allowance, :tags,
                                :invitedBy, :invitedAt, :sort, :terms, :at)
                        on conflict do nothing
                        """)
                        .param("id", guest.id().value())
                        .param("event", guest.event().value())
                        .param("organization", guest.organization().value())
                        .param("person", value(guest.person()))
                        .param("email", guest.email())
                        .param("name", guest.name())
                        .param("locale", guest.locale())
                        .param("state", Wire.name(guest.state()))
                        .param("at", Timestamp.from(guest.createdAt()))
                        .param("plusOnes", guest.plusOnes())
                        .param("allowance", guest.allowance())
                        .param("tags", guest.tags().toArray(String[]::new))
                        .param("invitedBy", value(guest.invitedBy()))
                        .param("invitedAt", timestamp(guest.invitedAt()))
                        .param("sort", Terms.sort(guest.name(), guest.email()))
                        .param("terms", Terms.of(guest.name(), guest.email(), guest.tags(), List.of()))
                        .update()
                == 1;
        if (inserted) history.record(subject(guest), null, guest.state(), null);
        return inserted;
    }

    /**
     * Compare-and-set, with the number of people that come along.
     *
     * @param offerUntil only for {@link GuestState#OFFERED}
     * @throws GuestRefused.Moved when the guest is not as it was seen, or there is no such move
     */
    void move(GuestView seen, GuestState to, int plusOnes, @Nullable Instant offerUntil, @Nullable String reason) {
        boolean moves = seen.state() != to;
        if (moves && !GuestState.MOVES.allows(seen.state(), to)) throw new GuestRefused.Moved();
        int moved = jdbc.sql("""
                        update guest.guests set state = :to, plus_ones = :plusOnes, offer_until = :until,
                               since = case when state = :to then since else :at end
                        where id = :id and state = :from and plus_ones = :before and tickets = :tickets
                        """)
                .param("to", Wire.name(to))
                .param("plusOnes", plusOnes)
                .param("until", timestamp(offerUntil))
                .param("at", Timestamp.from(clock.instant()))
                .param("id", seen.id().value())
                .param("from", Wire.name(seen.state()))
                .param("before", seen.plusOnes())
                .param("tickets", seen.tickets())
                .update();
        if (moved != 1) throw new GuestRefused.Moved();
        if (moves) history.record(subject(seen), seen.state(), to, reason);
    }

    /** That they have said something, whom they bring, and what they are called now. @param person whose account it is; null leaves it */
    void answered(GuestView guest, Reply reply, @Nullable PersonId person) {
        String known = reply.name().isEmpty() ? guest.name() : reply.name();
        one(jdbc.sql("""
                        update guest.guests set answered_at = :at, name = :name, locale = :locale, sort = :sort,
                               companions = :companions, person_id = coalesce(person_id, :person), link_with_team = false
                        where id = :id
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("name", known)
                .param("locale", reply.locale().toLanguageTag())
                .param("companions", reply.brought().toArray(String[]::new))
                .param("sort", Terms.sort(known, guest.email()))
                .param("person", value(person))
                .param("id", guest.id().value())
                .update());
        if (!known.equals(guest.name()) || !reply.brought().equals(guest.companions()))
            index(List.of(guest.id().value()));
    }

    void mute(GuestView guest) {
        one(jdbc.sql("update guest.guests set muted_at = coalesce(muted_at, ?) where id = ?")
                .params(Timestamp.from(clock.instant()), guest.id().value())
                .update());
    }

    /** After a change of names, tags or tickets: what they are found by. */
    void index(Collection<UUID> ids) {
        record Row(UUID id, String[] terms) {}
        List<Row> found = jdbc.sql("""
                        select g.id, array_to_string(g.name || g.companions, ' '), g.email, g.tags,
                               array(select distinct ticket_type_id from guest.tickets t where t.guest_id = g.id)
                        from guest.guests g where g.id = any (?)
                        """)
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        Terms.of(
                                row.getString(2),
                                row.getString(3),
                                List.of((String[]) row.getArray(4).getArray()),
                                List.of((UUID[]) row.getArray(5).getArray()))))
                .list();
        // arrays of arrays must be of one length; no term has a line's end in it
        int changed = jdbc.sql("""
                        update guest.guests g set terms = string_to_array(n.terms, E'\n')
                          from unnest(?::uuid[], ?::text[]) n (id, terms) where g.id = n.id
                        """)
                .params(
                        found.stream().map(Row::id).toArray(UUID[]::new),
                        found.stream()
                                .map(row -> String.join("\n", row.terms()))
                                .toArray(String[]::new))
                .update();
        if (changed != found.size()) throw new IllegalStateException("a guest is gone");
    }

    static History.Subject subject(GuestView guest) {
        return new History.Subject("guest", guest.id().value(), guest.organization(), guest.event());
    }

    static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static void one(int rows) {
        if (rows != 1) throw new IllegalStateException("expected one row, found " + rows);
    }

    private static @Nullable GuestView one(JdbcClient.StatementSpec statement) {
        return statement.query(GuestRows::map).optional().orElse(null);
    }

    static GuestView map(ResultSet row, int n) throws SQLException {
        return new GuestView(
                new GuestId(row.getObject("id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                person(row, "person_id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("locale"),
                Wire.parse(GuestState.class, row.getString("state")),
                row.getTimestamp("since").toInstant(),
                instant(row, "offer_until"),
                row.getInt("plus_ones"),
                row.getObject("allowance", Integer.class),
                List.of((String[]) row.getArray("companions").getArray()),
                row.getInt("tickets"),
                row.getString("before_ticket") == null
                        ? null
                        : Wire.parse(GuestState.class, row.getString("before_ticket")),
                List.of((String[]) row.getArray("tags").getArray()),
                person(row, "invited_by"),
                instant(row, "invited_at"),
                Wire.parse(GuestView.MailState.class, row.getString("mail")),
                instant(row, "reminded_at"),
                instant(row, "answered_at"),
                row.getBoolean("muted"),
                row.getInt("link"),
                row.getBoolean("link_with_team"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
