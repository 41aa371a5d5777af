package io.marquee.testing;

import io.marquee.event.DetailsBuilder;
import io.marquee.event.EventDetails;
import io.marquee.event.EventEvent.CoOrganizerInvited;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventAccess;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.tenancy.OrganizationRole;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Events for tests, and the people around them, as actors without accounts. */
@Component
public class EventFixture {
    public static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Events events;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, String> invitations = new ConcurrentHashMap<>();

    EventFixture(Events events, Acting acting, JdbcClient jdbc, TransactionTemplate transaction) {
        this.events = events;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** An organization without members. */
    public OrganizationId organization() {
        OrganizationId id = OrganizationId.next();
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into organization.organizations (id, slug, name, created_at, created_by)
                        values (?, ?, 'Pier 14', now(), ?)
                        """)
                .params(id.value(), "fixture-" + NUMBER.incrementAndGet(), Ids.next())
                .update()));
        return id;
    }

    /** Somebody with this role in the organization, and no other. */
    public static Actor.Person person(OrganizationId organization, OrganizationRole role) {
        return new Actor.Person(PersonId.next(), null, false, Map.of(organization, role), Map.of());
    }

    public static Actor.Person owner(OrganizationId organization) {
        return person(organization, OrganizationRole.OWNER);
    }

    /** Somebody with this role on the event, and no other. */
    public static Actor.Person person(EventId event, EventRole role, EventGrant... grants) {
        return new Actor.Person(
                PersonId.next(), null, false, Map.of(), Map.of(event, new EventAccess(role, Set.of(grants))));
    }

    /** Somebody who is signed in and has no role anywhere. */
    public static Actor.Person stranger() {
        return new Actor.Person(PersonId.next(), null, false, Map.of(), Map.of());
    }

    /** An evening in Lisbon, in June 2031. */
    public static DetailsBuilder concert() {
        return EventDetails.of(
                        "Low Tide Sessions " + NUMBER.incrementAndGet(),
                        LocalDateTime.of(2031, 6, 18, 19, 30),
                        LocalDateTime.of(2031, 6, 18, 23, 0),
                        LISBON)
                .venue("Pier 14")
                .city("Lisbon")
                .country("PT");
    }

    /** Where the last invitation that was mailed to this address leads. */
    public String invitationPath(String email) {
        return Objects.requireNonNull(invitations.get(email), "nobody invited " + email);
    }

    @EventListener
    void hear(CoOrganizerInvited invited) {
        invitations.put(invited.email(), invited.path());
    }

    public EventView draft(OrganizationId organization) {
        return draft(organization, concert().build());
    }

    public EventView draft(OrganizationId organization, EventDetails details) {
        return acting.as(owner(organization), () -> events.create(organization, details));
    }

    public EventView published(OrganizationId organization) {
        return published(organization, concert().build());
    }

    public EventView published(OrganizationId organization, EventDetails details) {
        return acting.as(
                owner(organization),
                () -> events.publish(events.create(organization, details).id()));
    }
}
