package io.marquee.event;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.identity.Reach;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What others may read of events. */
@Component
public class EventReads {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final EventTable table;
    private final Access access;
    private final JdbcClient jdbc;
    private final PublishedEvents published;
    private final TransactionTemplate reading;

    EventReads(
            EventTable table,
            Access access,
            JdbcClient jdbc,
            PublishedEvents published,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.access = access;
        this.jdbc = jdbc;
        this.published = published;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * The event as whoever acts may see it: published ones by anybody (public, unlisted), drafts, members' and private
     * ones by those with a role.
     *
     * @throws io.marquee.kernel.NotFound
     */
    @Transactional(readOnly = true)
    public EventView visible(String idOrSlug) {
        EventView event = find(idOrSlug);
        if (!isOpen(event) && !isForActor(event)) {
            throw new NotFound("event");
        }
        return event;
    }

    /**
     * The event, if whoever acts may do this to it: the query is the authorisation.
     *
     * @throws io.marquee.kernel.NotFound where the actor has no role on it
     * @throws io.marquee.kernel.Forbidden where they have, but not this permission
     */
    @Transactional(readOnly = true)
    public EventView where(Permission permission, String idOrSlug) {
        EventView event = find(idOrSlug);
        access.require(permission, event.organization(), event.id());
        return event;
    }

    /** Whatever its state, as the actor's rows allow. @throws io.marquee.kernel.NotFound */
    @Transactional(readOnly = true)
    public EventView byId(EventId id) {
        return found(table.find(id));
    }

    /** The series that it belongs to; null for one of its own. */
    @Transactional(readOnly = true)
    public @Nullable UUID seriesOf(EventId id) {
        return jdbc.sql("select series_id from event.occurrences where event_id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** The next of a series that everybody may see and that is not over; null for none. */
    @Transactional(readOnly = true)
    public @Nullable EventView nextOfSeries(UUID series, Instant now) {
        return jdbc.sql("select " + EventRows.COLUMNS + """
                        from event.events
                        where id in (select event_id from event.occurrences where series_id = ?)
                          and state in ('published', 'live') and visibility = 'public' and ends_at > ?
                        order by starts_at, id limit 1
                        """)
                .params(series, Timestamp.from(now))
                .query(EventRows::map)
                .optional()
                .orElse(null);
    }

    /** As {@link #byId}, for jobs, which may come when it was deleted: null then. */
    @Transactional(readOnly = true)
    public @Nullable EventView ifThere(EventId id) {
        return table.find(id);
    }

    @Transactional(readOnly = true)
    public Map<EventId, EventView> byIds(Collection<EventId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : table.all(ids).stream().collect(Collectors.toUnmodifiableMap(EventView::id, Function.identity()));
    }

    /**
     * A public or unlisted event that is not a draft, from a cache in the process that is at most a second stale.
     *
     * @throws io.marquee.kernel.NotFound
     */
    public EventView published(String idOrSlug) {
        return published.kept(idOrSlug);
    }

    /**
     * As {@link #visible}, but as {@link #published} where everybody may see it: many come at once when a sale opens.
     *
     * @throws io.marquee.kernel.NotFound
     */
    public EventView shown(String idOrSlug) {
        try {
            return published(idOrSlug);
        } catch (NotFound notForEverybody) {
            return Objects.requireNonNull(reading.execute(status -> visible(idOrSlug)));
        }
    }

    /** Those on which the acting person may do this, latest start first; at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<EventView> mine(Permission permission, int limit) {
        Reach reach = access.reach(permission);
        return jdbc.sql("select " + EventRows.COLUMNS + """
                        from event.events
                        where organization_id = any (?) or id = any (?)
                        order by starts_at desc, id limit ?
                        """)
                .params(reach.organizations(), reach.events(), limit)
                .query(EventRows::map)
                .list();
    }

    /** All of an organization's events that the actor may see, newest first. @param cursor null for the first ones */
    @Transactional(readOnly = true)
    public Slice<EventView> ofOrganization(OrganizationId organization, @Nullable String cursor, int limit) {
        access.require(Permission.SEE_ORGANIZATION, organization);
        boolean all = access.may(Permission.SEE_EVENT, organization);
        List<EventView> found = jdbc.sql("select " + EventRows.COLUMNS + """
                        from event.events
                        where organization_id = :organization and (:all or id = any (:own))
                          and (:cursor::uuid is null or id < :cursor::uuid)
                        order by id desc limit :limit
                        """)
                .param("organization", organization.value())
                .param("all", all)
                .param("own", access.reach(Permission.SEE_EVENT).events())
                .param("cursor", Cursors.id(cursor))
                .param("limit", limit + 1)
                .query(EventRows::map)
                .list();
        return Slice.of(found, limit, event -> event.id().toString());
    }

    private EventView find(String idOrSlug) {
        return found(
                ID.matcher(idOrSlug).matches()
                        ? table.find(EventId.of(UUID.fromString(idOrSlug)))
                        : table.findBySlug(idOrSlug));
    }

    private static EventView found(@Nullable EventView event) {
        if (event == null) {
            throw new NotFound("event");
        }
        return event;
    }

    /** For anybody who knows the address. */
    static boolean isOpen(EventView event) {
        return event.publishedAt() != null
                && event.state() != EventState.DRAFT
                && (event.details().visibility() == Visibility.PUBLIC
                        || event.details().visibility() == Visibility.UNLISTED);
    }

    private boolean isForActor(EventView event) {
        return switch (Acting.current()) {
            case Actor.System system -> true;
            case Actor.Person person ->
                person.events().containsKey(event.id())
                        || access.may(Permission.SEE_EVENT, event.organization())
                        || isForMembers(event) && person.organizations().containsKey(event.organization());
            case Actor.Capability c -> false;
            case Actor.Device d -> d.event().equals(event.id());
            case Actor.Anonymous a -> false;
            case Actor.Nobody n -> false;
        };
    }

    private static boolean isForMembers(EventView event) {
        return event.details().visibility() == Visibility.MEMBERS && event.publishedAt() != null;
    }
}
