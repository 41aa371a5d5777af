package io.marquee.guest;

import io.marquee.platform.batch.Pressure;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The jobs of this module. They act for the whole platform. */
@Component
class GuestWork {
    private static final Logger LOG = LoggerFactory.getLogger(GuestWork.class);
    private static final int BATCH = 100;
    private static final int BATCH_UNDER_PRESSURE = 10;
    private static final int REST_UNDER_PRESSURE = 19;

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
            while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
                long from = System.nanoTime();
                batch.stream()
                        .collect(Collectors.groupingBy(DueOrders.Due::event))
                        .values()
                        .forEach(this::follow);
                if (Pressure.high()) Pressure.rest((System.nanoTime() - from) * REST_UNDER_PRESSURE);
                batch = batch();
            }
        });
    }

    private List<DueOrders.Due> batch() {
        return transaction.execute(status -> due.now(Pressure.high() ? BATCH_UNDER_PRESSURE : BATCH));
    }

    /** Those of one event together; where that fails each by itself, and one that fails then is tried again in a minute. */
    private void follow(List<DueOrders.Due> some) {
        try {
            transaction.executeWithoutResult(status -> {
                DueOrders.Due one = some.getFirst();
                holders.follow(
                        one.event(),
                        one.organization(),
                        some.stream().map(DueOrders.Due::order).toList());
                due.done(some);
            });
        } catch (RuntimeException failed) {
            if (some.size() > 1) {
                some.forEach(one -> follow(List.of(one)));
                return;
            }
            LOG.warn("the guests of order {} did not follow", some.getFirst().order(), failed);
            transaction.executeWithoutResult(status -> due.postpone(some.getFirst()));
        }
    }

    void endOffers() {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> {
            guests.endOffers();
            requests.forget();
        }));
    }
}
