package io.marquee.guest;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestEvent.ConfirmationAsked;
import io.marquee.identity.Client;
import io.marquee.identity.MailRequests;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.registration.Answer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers by people without an account: kept until the link that was mailed to their address is opened, and confirmed there. */
@Component
public class RsvpRequests {
    private static final Duration GOOD_FOR = Duration.ofDays(3);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Rsvps rsvps;
    private final Places places;
    private final MailRequests mails;
    private final EventReads events;
    private final Capabilities capabilities;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    RsvpRequests(
            Rsvps rsvps,
            Places places,
            MailRequests mails,
            EventReads events,
            Capabilities capabilities,
            Acting acting,
            JdbcClient jdbc,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.rsvps = rsvps;
        this.places = places;
        this.mails = mails;
        this.events = events;
        this.capabilities = capabilities;
        this.acting = acting;
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** An answer that waits for its address to be confirmed. */
    public record Request(UUID id, EventId event, OrganizationId organization, String email, Reply reply) {}

    /**
     * Has a link mailed. Whether anybody is known by this address does not show.
     *
     * @param event as its public page shows it
     * @throws io.marquee.kernel.InvalidInput also at {@code email}
     * @throws GuestRefused
     */
    @Transactional
    public void ask(EventView event, String email, Reply reply, Client client) {
        acting.asSystem(event.organization(), () -> rsvps.check(event, null, places.rules(event.id()), reply));
        mails.take(email, client, address -> {
            UUID id = keep(event, address.value(), reply);
            publisher.publishEvent(new ConfirmationAsked(
                    "guest_confirm:" + Ids.next(),
                    event.id(),
                    event.organization(),
                    address.value(),
                    reply.name(),
                    reply.locale().toLanguageTag(),
                    Wire.name(reply.to()),
                    "/rsvp/requests/" + capabilities.tokenFor(id)));
        });
    }

    /** With the mailed token. @throws GuestRefused.LinkOver or {@link NotFound} */
    @Transactional(readOnly = true)
    public Request open() {
        if (!(Acting.current() instanceof Actor.Capability bearer)) throw new NotFound("guest");
        Stored stored = find(bearer.hold());
        if (stored == null) throw new NotFound("guest");
        if (stored.over()) throw new GuestRefused.LinkOver();
        return stored.request();
    }

    @Transactional(readOnly = true)
    public EventView eventOf(Request request) {
        return acting.asSystem(request.organization(), () -> events.byId(request.event()));
    }

    /** The address is theirs: what they said counts. @throws GuestRefused */
    @Transactional
    public GuestView confirm() {
        Request request = open();
        EventView event = eventOf(request);
        acting.asSystem(request.organization(), () -> {
            int used = jdbc.sql("update guest.requests set confirmed_at = ? where id = ? and confirmed_at is null")
                    .params(Timestamp.from(clock.instant()), request.id())
                    .update();
            if (used != 1) throw new GuestRefused.LinkOver();
        });
        return rsvps.take(event, new Rsvps.Known(request.email(), null), request.reply());
    }

    /** Those that nobody confirmed are nobody's business. */
    void forget() {
        jdbc.sql("delete from guest.requests where expires_at < ?")
                .param(Timestamp.from(clock.instant().minus(GOOD_FOR)))
                .update();
    }

    /** In the place of what the same address said before; the link that was mailed then opens nothing any more. */
    private UUID keep(EventView event, String email, Reply reply) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        jdbc.sql("delete from guest.requests where event_id = ? and email = ?")
                .params(event.id().value(), email)
                .update();
        jdbc.sql("""
                        insert into guest.requests
                          (id, event_id, organization_id, email, name, locale, reply, plus_ones, answers, companions, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        on conflict (event_id, email) do nothing
                        """)
                .params(
                        id,
                        event.id().value(),
                        event.organization().value(),
                        email,
                        reply.name(),
                        reply.locale().toLanguageTag(),
                        Wire.name(reply.to()),
                        reply.brings(),
                        JSON.writeValueAsString(reply.answers()),
                        reply.brought().toArray(String[]::new),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(GOOD_FOR)))
                .update();
        return id;
    }

    private record Stored(Request request, boolean over) {}

    private @Nullable Stored find(UUID id) {
        return jdbc.sql("""
                        select event_id, organization_id, email, name, locale, reply, plus_ones, answers,
                               confirmed_at is not null or expires_at <= ?, companions
                        from guest.requests where id = ?
                        """)
                .params(Timestamp.from(clock.instant()), id)
                .query((row, n) -> new Stored(
                        new Request(
                                id,
                                new EventId(row.getObject(1, UUID.class)),
                                new OrganizationId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                new Reply(
                                        Wire.parse(GuestState.class, row.getString(6)),
                                        row.getString(4),
                                        row.getInt(7),
                                        List.of((String[]) row.getArray(10).getArray()),
                                        JSON.readValue(row.getString(8), new TypeReference<List<Answer>>() {}),
                                        Locale.forLanguageTag(row.getString(5)))),
                        row.getBoolean(9)))
                .optional()
                .orElse(null);
    }
}
