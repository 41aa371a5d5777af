package io.marquee.seating;

import io.marquee.seating.SeatPlan.Spot;
import io.marquee.seating.SeatingRefused.SeatsSold;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody holds or bought stays as it was sold. */
@Component
class SoldSeats {
    private final MapRows rows;
    private final TransactionTemplate attempt;

    SoldSeats(MapRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.attempt = new TransactionTemplate(transactions);
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @throws SeatsSold naming those that are */
    void refuse(SeatPlan plan, List<UUID> seats) {
        List<UUID> sold = rows.sold(seats);
        if (!sold.isEmpty()) {
            Map<UUID, Spot> spots = plan.bySeat();
            throw new SeatsSold(sold.stream()
                    .map(spots::get)
                    .filter(Objects::nonNull)
                    .map(Spot::name)
                    .sorted(Comparator.comparing(SeatName::section)
                            .thenComparing(SeatName::row)
                            .thenComparing(SeatName::seat))
                    .toList());
        }
    }

    /**
     * Does what must not be done to a sold seat. Should one be sold in that moment the database refuses, and it is told the
     * same way.
     */
    void refuseToChange(SeatPlan plan, List<UUID> seats, Runnable change) {
        refuse(plan, seats);
        try {
            attempt.executeWithoutResult(savepoint -> change.run());
        } catch (DataIntegrityViolationException soldJustNow) {
            refuse(plan, seats);
            throw soldJustNow;
        }
    }
}
