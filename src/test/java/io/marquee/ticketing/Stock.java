package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database says of stock, read past every cache; and time, moved for single holds. */
@Component
class Stock {
    private final TicketTypeRows rows;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;

    Stock(TicketTypeRows rows, JdbcClient jdbc, Acting acting, TransactionTemplate transaction) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
    }

    TicketTypeView of(TicketTypeView type) {
        return acting.asPlatform(() -> transaction.execute(
                status -> rows.byIds(java.util.List.of(type.id())).getFirst()));
    }

    /** How many of a type people have according to what is counted for their limits. */
    int taken(TicketTypeView type, String buyer) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql("""
                                select coalesce(sum(taken), 0) from ticketing.takes where ticket_type_id = ? and buyer = ?
                                """)
                .params(type.id().value(), buyer)
                .query(Integer.class)
                .single()));
    }

    /** Lets the hold's time be up. */
    void pass(HoldView hold) {
        change(
                hold.organization(),
                "update ticketing.holds set expires_at = created_at - interval '1 second' where id = ?",
                hold.id().value());
    }

    HoldState state(HoldView hold) {
        return acting.asPlatform(() -> transaction.execute(status -> io.marquee.kernel.Wire.parse(
                HoldState.class,
                jdbc.sql("select state from ticketing.holds where id = ?")
                        .param(hold.id().value())
                        .query(String.class)
                        .single())));
    }

    int shared(EventId event) {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql("select held + sold from ticketing.quotas where event_id = ? and shared")
                        .param(event.value())
                        .query(Integer.class)
                        .single()));
    }

    void change(OrganizationId organization, String sql, UUID id) {
        acting.asSystem(
                organization,
                () -> transaction.executeWithoutResult(status -> {
                    if (jdbc.sql(sql).param(id).update() != 1) throw new IllegalStateException("nothing changed");
                }));
    }
}
