package io.marquee.seating;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has a seat. These run inside the transaction of the module that moves the hold or the ticket, which acts as the system
 * for the event's organization; seats come after what one person has, and before quotas, in the order of locks.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Seats {
    private final JdbcClient jdbc;
    private final SeatPlans plans;
    private final Clock clock;

    Seats(JdbcClient jdbc, SeatPlans plans, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    /** @return false where one of them was not free: then nothing may be kept of the transaction, or of its savepoint */
    public boolean occupy(UUID hold, EventId event, OrganizationId organization, List<UUID> seats) {
        int taken = jdbc.sql("select seating.occupy(?, ?, ?, ?, ?)")
                .params(
                        hold,
                        event.value(),
                        organization.value(),
                        seats.toArray(UUID[]::new),
                        Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
        if (taken == seats.size()) plans.marked(event, seats, true);
        return taken == seats.size();
    }

    /** Everything that these holds have. */
    public void vacate(Collection<UUID> holds) {
        free(jdbc.sql("delete from seating.occupants where hold_id = any (?) returning event_id, seat_id")
                .param(holds.toArray(UUID[]::new)));
    }

    /** These seats, as far as these holds have them. */
    public void vacate(Collection<UUID> holds, Collection<UUID> seats) {
        free(jdbc.sql("""
                        delete from seating.occupants where seat_id = any (?) and hold_id = any (?)
                        returning event_id, seat_id
                        """).params(seats.toArray(UUID[]::new), holds.toArray(UUID[]::new)));
    }

    private void free(JdbcClient.StatementSpec vacating) {
        record Vacated(EventId event, UUID seat) {}
        vacating
                .query((row, n) -> new Vacated(new EventId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Vacated::event, Collectors.mapping(Vacated::seat, Collectors.toList())))
                .forEach((event, seats) -> plans.marked(event, seats, false));
    }
}
