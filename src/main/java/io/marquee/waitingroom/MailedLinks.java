package io.marquee.waitingroom;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.marquee.event.EventView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.waitingroom.RoomRefused.RoomClosed;
import io.marquee.waitingroom.RoomRefused.TooManyLinks;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Links that prove an address to a waiting room that is bound to addresses. */
@Component
public class MailedLinks {
    private static final Duration GOOD_FOR = Duration.ofHours(2);
    private static final int MOST = 3;
    private static final Duration WITHIN = Duration.ofMinutes(15);
    private static final int MOST_ADDRESSES = 100_000;

    private final OpenRooms open;
    private final Passes passes;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LoadingCache<String, Bucket> sent = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(WITHIN)
            .build(address -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(MOST).refillGreedy(MOST, WITHIN))
                    .build());

    MailedLinks(
            OpenRooms open,
            Passes passes,
            Acting acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.open = open;
        this.passes = passes;
        this.acting = acting;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Mails a link that is good for two hours.
     *
     * @param chosen comes along, so that nobody chooses anew
     * @return the address as mail goes there
     * @throws InvalidInput when the text is no address
     * @throws TooManyLinks when this address was sent some just now
     * @throws RoomClosed where nobody waits, or no address is asked for
     */
    public String send(EventView event, String typed, Chosen chosen, Locale language) {
        if (!EmailAddress.isValid(typed)) throw InvalidInput.at("email", "email");
        String email = EmailAddress.of(typed).value();
        OpenRoom room = open.of(event.id());
        if (room == null || !room.room().settings().verified()) throw new RoomClosed();
        if (!sent.get(email).tryConsume(1)) throw new TooManyLinks();
        String link = passes.sealLink(
                new Passes.Proof(event.id(), email), clock.instant().plus(GOOD_FOR));
        WaitingRoomEvent.PlaceLinkRequested request = new WaitingRoomEvent.PlaceLinkRequested(
                Ids.next().toString(),
                event.id(),
                event.organization(),
                event.details().title(),
                email,
                language.toLanguageTag(),
                chosen.room(event, link));
        acting.asSystem(
                event.organization(), () -> transaction.executeWithoutResult(status -> events.publishEvent(request)));
        return email;
    }
}
