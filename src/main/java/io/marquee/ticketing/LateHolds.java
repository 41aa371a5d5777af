package io.marquee.ticketing;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import io.marquee.seating.SeatName;
import io.marquee.seating.Seats;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A payment came after its hold's time was up: it gets its tickets if there are any left, within the buyer's limits, and if the
 * event is still on. Once that was withdrawn, cancelled or is over, the money goes back.
 */
@Component
class LateHolds {
    private final JdbcClient jdbc;
    private final History history;
    private final Seats seats;
    private final TransactionTemplate attempt;

    LateHolds(JdbcClient jdbc, History history, Seats seats, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.history = history;
        this.seats = seats;
        this.attempt = new TransactionTemplate(transactions);
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @return false, with nothing changed, when the hold is not expired, too little is left, or the event is not on any more */
    boolean revive(HoldView hold) {
        return Boolean.TRUE.equals(attempt.execute(savepoint -> {
            boolean revived = isOn(hold.event())
                    && consume(hold)
                    && countsForItsBuyer(hold)
                    && sitsDown(hold)
                    && claimsStock(hold);
            if (!revived) savepoint.setRollbackOnly();
            return revived;
        }));
    }

    /** It stays so until this is done: whoever withdraws or cancels it waits, and sees what was sold. */
    private boolean isOn(EventId event) {
        UUID[] events = {event.value()};
        jdbc.sql("select event.keep(?)").param(events).query(row -> {});
        return jdbc.sql("select event.on_sale(?)")
                .param(events)
                .query(Boolean.class)
                .single();
    }

    private boolean consume(HoldView hold) {
        int moved = jdbc.sql("update ticketing.holds set state = ? where id = ? and state = ?")
                .params(Wire.name(HoldState.CONSUMED), hold.id().value(), Wire.name(HoldState.EXPIRED))
                .update();
        if (moved == 1) {
            history.record(
                    new History.Subject("hold", hold.id().value(), hold.organization(), hold.event()),
                    HoldState.EXPIRED,
                    HoldState.CONSUMED,
                    "late payment");
        }
        return moved == 1;
    }

    /** What it counted was given back when it expired. */
    private boolean countsForItsBuyer(HoldView hold) {
        return jdbc.sql("""
                        select buyer is null or ticketing.count_for_person(id, buyer) is null
                          from ticketing.holds where id = ?
                        """).param(hold.id().value()).query(Boolean.class).single();
    }

    /** On the same seats as before. */
    private boolean sitsDown(HoldView hold) {
        return hold.seats().isEmpty()
                || seats.occupy(
                        hold.id().value(),
                        hold.event(),
                        hold.organization(),
                        hold.seats().stream().map(SeatName::id).toList());
    }

    private boolean claimsStock(HoldView hold) {
        return jdbc.sql("select ticketing.claim_again(?)")
                .param(hold.id().value())
                .query(Boolean.class)
                .single();
    }
}
