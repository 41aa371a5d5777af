package io.marquee.ordering;

import io.marquee.payment.RefundState;
import io.marquee.platform.tenancy.Acting;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posts orders that were paid before there were books, and what of them went back. It may run again and beside everything
 * else: what is posted already is not posted twice.
 */
@Component
class PastOrders {
    private static final int AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Orders orders;
    private final OrderRefunds refunds;
    private final OrderBooks books;
    private final Acting acting;
    private final TransactionTemplate transaction;

    PastOrders(Orders orders, OrderRefunds refunds, OrderBooks books, Acting acting, TransactionTemplate transaction) {
        this.orders = orders;
        this.refunds = refunds;
        this.books = books;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** All of them, some hundred in a transaction. Acts for the whole platform. */
    void book() {
        UUID last = FIRST;
        while (last != null) last = someAfter(last);
    }

    private @Nullable UUID someAfter(UUID after) {
        return acting.asPlatform(() -> transaction.<@Nullable UUID>execute(status -> {
            List<OrderView> some = orders.boughtAfter(after, AT_ONCE);
            some.forEach(this::book);
            return some.size() < AT_ONCE ? null : some.getLast().id().value();
        }));
    }

    private void book(OrderView order) {
        books.paid(order, Objects.requireNonNull(order.paidAt()));
        refunds.ofOrder(order.id()).stream()
                .filter(refund -> refund.state() == RefundState.SUCCEEDED)
                .sorted(Comparator.comparing(refund -> Objects.requireNonNull(refund.decidedAt())))
                .forEach(refund -> books.refunded(order, refund.id()));
    }
}
