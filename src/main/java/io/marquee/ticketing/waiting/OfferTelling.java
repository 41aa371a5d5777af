package io.marquee.ticketing.waiting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.OfferedHolds;
import io.marquee.ticketing.waiting.WaitingEvent.PlacesOffered;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the database, which makes offers by itself: prices each and tells of it, once, however many nodes look. Whatever
 * became sellable without being given back, such as a sale that opened again, is offered here too.
 */
@Component
class OfferTelling {
    private static final int BATCH = 200;

    private final WaitingRows rows;
    private final OfferRows offerRows;
    private final OfferedHolds offers;
    private final Holds holds;
    private final Acting acting;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OfferTelling(
            WaitingRows rows,
            OfferRows offerRows,
            OfferedHolds offers,
            Holds holds,
            Acting acting,
            ApplicationEventPublisher publisher,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.offerRows = offerRows;
        this.offers = offers;
        this.holds = holds;
        this.acting = acting;
        this.publisher = publisher;
        this.clock = clock;
        this.transaction = transaction;
    }

    void tell() {
        acting.asPlatform(() -> transaction.execute(status -> offerRows.untold(BATCH)))
                .forEach(offer -> acting.asSystem(
                        offer.organization(), () -> transaction.executeWithoutResult(status -> tell(offer))));
    }

    private void tell(OfferRows.Untold offer) {
        boolean active = offers.price(offer.hold());
        if (offerRows.tell(offer.hold(), clock.instant()) && active) {
            EntryView entry = Objects.requireNonNull(rows.byId(offer.entry()));
            if (entry.state() == EntryState.LEFT || entry.state() == EntryState.REMOVED) {
                // they left while it was made
                holds.releaseUnordered(offer.hold());
            } else {
                publisher.publishEvent(
                        new PlacesOffered(offer.hold(), offer.entry(), offer.event(), offer.organization()));
            }
        }
    }

    void offerOverlooked() {
        acting.asPlatform(() -> transaction.execute(status -> offerRows.overlooked(clock.instant())))
                .forEach(waited -> acting.asSystem(
                        waited.organization(),
                        () -> transaction.executeWithoutResult(status -> {
                            rows.lock(waited.event());
                            rows.offer(waited.event());
                        })));
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        private static final Duration OFTEN = Duration.ofSeconds(2);
        private static final Duration SELDOM = Duration.ofSeconds(30);

        @Bean
        RecurringTask<Void> tellOffers(OfferTelling telling) {
            return Tasks.recurring("ticketing.tell-offers", FixedDelay.of(OFTEN))
                    .execute((instance, context) -> telling.tell());
        }

        @Bean
        RecurringTask<Void> offerOverlooked(OfferTelling telling) {
            return Tasks.recurring("ticketing.offer-overlooked", FixedDelay.of(SELDOM))
                    .execute((instance, context) -> telling.offerOverlooked());
        }
    }
}
