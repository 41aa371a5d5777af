package io.marquee.guest;

import io.marquee.audit.History;
import io.marquee.guest.GuestView.MailState;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Many guests at once, in one statement each: those that are new, and how far invitations came. */
@Repository
class InvitationRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final History history;
    private final GuestCounts counts;

    InvitationRows(JdbcClient jdbc, History history, GuestCounts counts) {
        this.jdbc = jdbc;
        this.history = history;
        this.counts = counts;
    }

    /** Those that are not known yet. @return their ids */
    Set<UUID> insert(List<GuestView> guests) {
        if (guests.isEmpty()) return Set.of();
        GuestView one = guests.getFirst();
        Set<UUID> inserted = new HashSet<>(jdbc.sql("""
                        insert into guest.guests
                          (id, event_id, organization_id, email, name, locale, state, since, allowance, sort, tags, companions, terms, created_at)
                        select n.id, :event, :organization, n.email, n.name, :locale, :state, :at, n.allowance, n.sort,
                               array(select json_array_elements_text(n.tags::json)),
                               array(select json_array_elements_text(n.companions::json)),
                               array(select json_array_elements_text(n.terms::json)), :at
                        from unnest(:ids::uuid[], :emails::text[], :names::text[], :sorts::text[], :tags::text[], :companions::text[],
                                    :terms::text[], :allowances::int[]) n (id, email, name, sort, tags, companions, terms, allowance)
                        order by n.id
                        on conflict do nothing returning id
                        """)
                .param("event", one.event().value())
                .param("organization", one.organization().value())
                .param("locale", one.locale())
                .param("state", Wire.name(one.state()))
                .param("at", Timestamp.from(one.createdAt()))
                .param("allowances", column(guests, GuestView::allowance, Integer[]::new))
                .param("ids", column(guests, guest -> guest.id().value(), UUID[]::new))
                .param("emails", column(guests, GuestView::email, String[]::new))
                .param("names", column(guests, GuestView::name, String[]::new))
                .param("sorts", column(guests, guest -> Terms.sort(guest.name(), guest.email()), String[]::new))
                .param("tags", column(guests, guest -> JSON.writeValueAsString(guest.tags()), String[]::new))
                .param(
                        "companions",
                        column(guests, guest -> JSON.writeValueAsString(guest.companions()), String[]::new))
                .param(
                        "terms",
                        column(
                                guests,
                                guest -> JSON.writeValueAsString(Terms.of(
                                        guest.name() + " " + String.join(" ", guest.companions()),
                                        guest.email(),
                                        guest.tags(),
                                        List.of())),
                                String[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
        history.record(GuestRows.subject(one), List.copyOf(inserted), null, one.state(), null);
        counts.changed(one.event());
        return inserted;
    }

    /**
     * Of these addresses, those that may be asked and were not yet; they are from now on.
     *
     * @param allowance how many they may bring, where it is not more already; null for what the event's rule says
     */
    List<UUID> ask(EventId event, List<String> emails, @Nullable Integer allowance, @Nullable UUID by, Instant now) {
        return jdbc.sql("""
                        update guest.guests set invited_at = :now, invited_by = :by, mail = 'queued', mailed_at = :now,
                               allowance = greatest(allowance, :allowance::int)
                        where event_id = :event and email = any (:emails) and invited_at is null and muted_at is null
                          and state not in ('going', 'pending_approval', 'waitlisted', 'offered')
                        returning id
                        """)
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("allowance", allowance)
                .param("event", event.value())
                .param("emails", emails.toArray(String[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    List<UUID> silent(EventId event, Instant before, int most) {
        return jdbc.sql("""
                        select id from guest.guests
                        where event_id = ? and state = 'invited' and muted_at is null and mail <> 'bounced' and email not like '%.invalid'
                          and invited_at < ? and (reminded_at is null or reminded_at < ?)
                        order by id limit ?
                        """)
                .params(event.value(), Timestamp.from(before), Timestamp.from(before), most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void reminded(List<UUID> ids, Instant now) {
        jdbc.sql("update guest.guests set reminded_at = ? where id = any (?)")
                .params(Timestamp.from(now), ids.toArray(UUID[]::new))
                .update();
    }

    /** By a link that the team passes on. */
    void invited(GuestId id, @Nullable UUID by, Instant now) {
        jdbc.sql("update guest.guests set invited_at = ?, invited_by = ?, link_with_team = true where id = ?")
                .param(Timestamp.from(now))
                .param(by)
                .param(id.value())
                .update();
    }

    /** @return false where the link is not the team's any more, or they want no mails */
    boolean shared(GuestId id, @Nullable UUID by, Instant now) {
        return jdbc.sql("""
                        update guest.guests
                           set invited_at = coalesce(invited_at, :now), invited_by = coalesce(invited_by, :by::uuid), mailed_at = :now,
                               mail = case when mail = any (:before) then 'shared' else mail end
                         where id = :id and link_with_team and muted_at is null
                        """)
                        .param("now", Timestamp.from(now))
                        .param("by", by)
                        .param("before", before(MailState.SHARED))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** @return whether it is news: a mail goes from queued to sent to opened to clicked, or bounces */
    boolean came(GuestId id, MailState to, Instant now) {
        return jdbc.sql("""
                        update guest.guests set mail = :to, mailed_at = :now
                        where id = :id and mail = any (:before)
                        """)
                        .param("to", Wire.name(to))
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .param("before", before(to))
                        .update()
                == 1;
    }

    private static String[] before(MailState to) {
        return switch (to) {
            case NONE, QUEUED -> new String[0];
            case SENT -> new String[] {"none", "queued"};
            case BOUNCED, OPENED -> new String[] {"none", "queued", "sent", "shared"};
            case SHARED -> new String[] {"none", "queued", "sent"};
            case CLICKED -> new String[] {"none", "queued", "sent", "opened", "bounced", "shared"};
        };
    }

    private static <T extends @Nullable Object> T[] column(
            List<GuestView> guests, Function<GuestView, T> part, IntFunction<T[]> array) {
        return guests.stream().map(part).toArray(array);
    }
}
