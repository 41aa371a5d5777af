package io.marquee.event;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of {@code event.events}. Every statement sees and changes what the actor's rows are, and no more. */
@Component
class EventTable {
    private static final String INSERT = """
            insert into event.events
              (id, organization_id, slug, state, visibility, title, summary, description, type, category, tags,
               starts_local, ends_local, time_zone, all_day, starts_at, ends_at, registration_closes_at, venue, address,
               city, country, online_url, capacity, minimum_age, ticketing, approval_required, refund_policy, cover, hue,
               page, website, import_key, created_by, created_at, updated_at, published_at)
            values
              (:id, :organization, :slug, :state, :visibility, :title, :summary, :description, :type, :category, :tags,
               :startsLocal, :endsLocal, :timeZone, :allDay, :startsAt, :endsAt, :registrationClosesAt, :venue, :address,
               :city, :country, :onlineUrl, :capacity, :minimumAge, :ticketing, :approvalRequired, :refundPolicy, :cover, :hue,
               :page::jsonb, :website, :importKey, :createdBy, :now, :now, :publishedAt)
            on conflict (slug) do nothing
            """;
    // a start that moves ends the wait for it, and one that moves back to the day of before was never postponed
    private static final String UPDATE = """
            update event.events
            set slug = :slug, visibility = :visibility, title = :title, summary = :summary, description = :description,
                type = :type, category = :category, tags = :tags, starts_local = :startsLocal, ends_local = :endsLocal,
                time_zone = :timeZone, all_day = :allDay, starts_at = :startsAt, ends_at = :endsAt,
                registration_closes_at = :registrationClosesAt, venue = :venue, address = :address, city = :city,
                country = :country, online_url = :onlineUrl, capacity = :capacity, minimum_age = :minimumAge,
                ticketing = :ticketing, approval_required = :approvalRequired, refund_policy = :refundPolicy,
                cover = :cover, hue = :hue, page = :page::jsonb, website = :website, updated_at = :now, version = version + 1,
                new_date_known = case when starts_local = :startsLocal then new_date_known
                                      when postponed_from <> :startsLocal then true end,
                postponed_from = case when starts_local = :startsLocal or postponed_from <> :startsLocal then postponed_from end,
                postponement_reason = case when starts_local = :startsLocal or postponed_from <> :startsLocal
                                           then postponement_reason end
            where id = :id and version = :version
            """;

    private final JdbcClient jdbc;

    EventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row to be.
     *
     * @param importKey null unless it comes from an import
     */
    record NewEvent(
            EventId id,
            OrganizationId organization,
            EventState state,
            EventDetails details,
            @Nullable String importKey,
            @Nullable UUID createdBy,
            @Nullable Instant publishedAt) {}

    /** @return false when another event has the slug already */
    boolean insert(NewEvent event, String slug, Instant now) {
        return jdbc.sql(INSERT)
                        .params(columns(event.details()))
                        .param("id", event.id().value())
                        .param("organization", event.organization().value())
                        .param("slug", slug)
                        .param("state", Wire.name(event.state()))
                        .param("importKey", event.importKey())
                        .param("createdBy", event.createdBy())
                        .param("publishedAt", timestamp(event.publishedAt()))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** @return false when the event has another version by now */
    boolean update(EventId id, String slug, EventDetails details, int version, Instant now) {
        return jdbc.sql(UPDATE)
                        .params(columns(details))
                        .param("id", id.value())
                        .param("slug", slug)
                        .param("version", version)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Compare-and-set. @return false when the event is in none of these states */
    boolean move(EventId id, Set<EventState> from, EventState to, Instant now) {
        return jdbc.sql("""
                        update event.events
                        set state = :to, updated_at = :now, version = version + 1,
                            published_at = case :to when 'published' then :now when 'draft' then null else published_at end
                        where id = :id and state = any (:from)
                        """)
                        .param("id", id.value())
                        .param("from", from.stream().map(Wire::name).toArray(String[]::new))
                        .param("to", Wire.name(to))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void noteCancellation(EventId id, String reason) {
        expectOne(jdbc.sql("update event.events set cancellation_reason = ? where id = ?")
                .param(reason)
                .param(id.value())
                .update());
    }

    /** @param postponement null: it takes place when it was said */
    void postpone(EventId id, @Nullable Postponement postponement, Instant now) {
        expectOne(jdbc.sql("""
                        update event.events
                        set postponed_from = ?, new_date_known = ?, postponement_reason = ?, updated_at = ?,
                            version = version + 1
                        where id = ?
                        """)
                .param(postponement == null ? null : postponement.from())
                .param(postponement == null ? null : postponement.dateKnown())
                .param(postponement == null ? null : postponement.reason())
                .param(Timestamp.from(now))
                .param(id.value())
                .update());
    }

    /** Until that day, or the one that was said before if that is later. */
    void offerRefunds(EventId id, LocalDate until, Instant now) {
        expectOne(jdbc.sql("""
                        update event.events
                        set refunds_until = greatest(refunds_until, ?), refunds_offered_at = ?
                        where id = ?
                        """)
                .param(until)
                .param(Timestamp.from(now))
                .param(id.value())
                .update());
    }

    void delete(EventId id) {
        expectOne(jdbc.sql("delete from event.events where id = ?")
                .param(id.value())
                .update());
    }

    @Nullable
    EventView find(EventId id) {
        return one("id = ?", id.value());
    }

    /** As {@link #find}, and nobody else changes it or begins to buy before this transaction ends. */
    @Nullable
    EventView lock(EventId id) {
        return one("id = ? for update", id.value());
    }

    /** As {@link #lock}, but tickets are sold meanwhile. */
    @Nullable
    EventView lockForEdit(EventId id) {
        return one("id = ? for no key update", id.value());
    }

    @Nullable
    EventView findBySlug(String slug) {
        return one("slug = ?", slug);
    }

    /** Those that the organization has of these keys, locked until the transaction ends. */
    Map<String, EventView> byImportKeys(OrganizationId organization, Collection<String> keys) {
        Map<String, EventView> found = new HashMap<>();
        jdbc.sql(
                        "select import_key, " + EventRows.COLUMNS
                                + " from event.events where organization_id = ? and import_key = any (?) order by id for update")
                .param(organization.value())
                .param(keys.toArray(String[]::new))
                .query((row, n) -> found.put(row.getString("import_key"), EventRows.map(row, n)))
                .list();
        return found;
    }

    List<EventView> all(Collection<EventId> ids) {
        return jdbc.sql("select " + EventRows.COLUMNS + " from event.events where id = any (?)")
                .param(ids.stream().map(EventId::value).toArray(UUID[]::new))
                .query(EventRows::map)
                .list();
    }

    private @Nullable EventView one(String condition, Object... parameters) {
        return jdbc.sql("select " + EventRows.COLUMNS + " from event.events where " + condition)
                .params(parameters)
                .query(EventRows::map)
                .optional()
                .orElse(null);
    }

    private static Map<String, @Nullable Object> columns(EventDetails d) {
        EventTimes times = EventTimes.of(d);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("visibility", Wire.name(d.visibility()));
        columns.put("title", d.title());
        columns.put("summary", d.summary());
        columns.put("description", d.description());
        columns.put("type", Wire.name(d.type()));
        columns.put("category", Wire.name(d.category()));
        columns.put("tags", d.tags().toArray(String[]::new));
        columns.put("startsLocal", d.startsAt());
        columns.put("endsLocal", d.endsAt());
        columns.put("timeZone", d.timeZone().getId());
        columns.put("allDay", d.allDay());
        columns.put("startsAt", Timestamp.from(times.startsAt()));
        columns.put("endsAt", Timestamp.from(times.endsAt()));
        columns.put("registrationClosesAt", timestamp(d.registrationClosesAt()));
        columns.put("venue", d.venue());
        columns.put("address", d.address());
        columns.put("city", d.city());
        columns.put("country", d.country());
        columns.put("onlineUrl", d.onlineUrl());
        columns.put("capacity", d.capacity());
        columns.put("minimumAge", d.minimumAge());
        columns.put("ticketing", d.ticketing());
        columns.put("approvalRequired", d.approvalRequired());
        columns.put("refundPolicy", d.refundPolicy());
        columns.put("cover", d.cover());
        columns.put("hue", d.hue());
        columns.put("website", d.website());
        columns.put("page", d.page().written());
        return columns;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static void expectOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("expected one row, found " + rows);
        }
    }
}
