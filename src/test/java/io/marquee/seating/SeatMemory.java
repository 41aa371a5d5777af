package io.marquee.seating;

import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** What another node on the same database has in memory. */
@Component
public class SeatMemory {
    private final PlanRows rows;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final Clock clock;

    SeatMemory(PlanRows rows, Acting acting, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a node has of its own. */
    public record Node(SeatPlans plans, SeatChoice choice, Seats seats) {}

    public Node another() {
        SeatPlans plans = new SeatPlans(rows, acting, transactions);
        return new Node(plans, new SeatChoice(plans), new Seats(jdbc, plans, clock));
    }
}
