package io.marquee.seating;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return occupy(Map.of(hold, seats), event, organization).size() == seats.size();
    }

    /**
     * For many holds at once.
     *
     * @return the seats that were free; what a hold has of seats that it does not have all of must be given back
     */
    public Set<UUID> occupy(Map<UUID, List<UUID>> seatsOfHolds, EventId event, OrganizationId organization) {
        List<UUID> holds = new ArrayList<>();
        List<UUID> seats = new ArrayList<>();
        seatsOfHolds.forEach((hold, own) -> own.forEach(seat -> {
            holds.add(hold);
            seats.add(seat);
        }));
        Set<UUID> taken = jdbc.sql("select seating.occupy_all(?, ?, ?, ?, ?)")
                .params(
                        holds.toArray(UUID[]::new),
                        seats.toArray(UUID[]::new),
                        event.value(),
                        organization.value(),
                        Timestamp.from(clock.instant()))
                .query((row, n) -> row.getObject(1, UUID.class))
                .set();
        plans.marked(event, taken, true);
        return taken;
    }

    /** Everything that these holds have. @return what they had */
    public List<UUID> vacate(Collection<UUID> holds) {
        return free(jdbc.sql("delete from seating.occupants where hold_id = any (?) returning event_id, seat_id")
                .param(holds.toArray(UUID[]::new)));
    }

    /** These seats, as far as these holds have them. @return those that they had */
    public List<UUID> vacate(Collection<UUID> holds, Collection<UUID> seats) {
        return free(jdbc.sql("""
                        delete from seating.occupants where seat_id = any (?) and hold_id = any (?)
                        returning event_id, seat_id
                        """).params(seats.toArray(UUID[]::new), holds.toArray(UUID[]::new)));
    }

    /** Of seats that were vacated in this transaction, those that went straight to whoever was next. */
    public void passedOn(List<UUID> vacated) {
        if (!vacated.isEmpty()) {
            mark(
                    jdbc.sql("select event_id, seat_id from seating.occupants where seat_id = any (?)")
                            .param(vacated.toArray(UUID[]::new)),
                    true);
        }
    }

    private List<UUID> free(JdbcClient.StatementSpec vacating) {
        return mark(vacating, false);
    }

    private List<UUID> mark(JdbcClient.StatementSpec statement, boolean taken) {
        record Place(EventId event, UUID seat) {}
        List<Place> places = statement
                .query((row, n) -> new Place(new EventId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
                .list();
        places.stream()
                .collect(Collectors.groupingBy(Place::event, Collectors.mapping(Place::seat, Collectors.toList())))
                .forEach((event, seats) -> plans.marked(event, seats, taken));
        return places.stream().map(Place::seat).toList();
    }
}
