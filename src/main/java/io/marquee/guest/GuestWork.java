package io.marquee.guest;

import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The jobs of this module. They act for the whole platform. */
@Component
class GuestWork {
    private static final Logger LOG = LoggerFactory.getLogger(GuestWork.class);
    private static final int BATCH = 100;

    private final DueOrders due;
    private final TicketHolders holders;
    private final Guests guests;
    private final RsvpRequests requests;
    private final Acting acting;
    private final TransactionTemplate transaction;

    GuestWork(
            DueOrders due,
            TicketHolders holders,
            Guests guests,
            RsvpRequests requests,
            Acting acting,
            TransactionTemplate transaction) {
        this.due = due;
        this.holders = holders;
        this.guests = guests;
        this.requests = requests;
        this.acting = acting;
        this.transaction = transaction;
    }

    void followAll() {
        acting.asPlatform(() -> {
            List<DueOrders.Due> batch = batch();
            while (!batch.isEmpty()) {
                batch.forEach(this::follow);
                batch = batch.size() < BATCH ? List.of() : batch();
            }
        });
    }

    private List<DueOrders.Due> batch() {
        return Objects.requireNonNull(transaction.execute(status -> due.now(BATCH)));
    }

    /** Each by itself: one that fails is tried again in a minute and keeps no other. */
    private void follow(DueOrders.Due one) {
        try {
            transaction.executeWithoutResult(status -> {
                holders.follow(one.order(), one.event(), one.organization());
                due.done(one);
            });
        } catch (RuntimeException failed) {
            LOG.warn("the guests of order {} did not follow", one.order(), failed);
            transaction.executeWithoutResult(status -> due.postpone(one));
        }
    }

    void endOffers() {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> {
            guests.endOffers();
            requests.forget();
        }));
    }
}
