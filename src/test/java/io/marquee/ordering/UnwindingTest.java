package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.Money;
import io.marquee.payment.RefundState;
import io.marquee.payment.RefundView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cancelling an event: everybody knows before what it gives back, and sees afterwards how far it is. */
@MarqueeTest
class UnwindingTest {
    @Autowired
    private TicketFixture tickets;

    @Autowired
    private OrderFixture orders;

    @Autowired
    private Events events;

    @Autowired
    private Unwinding unwinding;

    @Autowired
    private Ordering ordering;

    @Autowired
    private TicketCancellations cancellations;

    @Autowired
    private Acting acting;

    private EventView event;
    private OrderView bought;
    private OrderView stubborn;

    @BeforeEach
    void two_orders_of_three_tickets() {
        event = tickets.event();
        TicketTypeView type = tickets.type(event, 10);
        bought = orders.paid(event, type, 2);
        stubborn = orders.placed(event, type, 1);
        orders.pay(stubborn, PaymentFixture.CARD_WITHOUT_REFUNDS);
    }

    @Test
    void before_it_says_how_many_are_told_and_how_much_goes_back() {
        Unwinding.Preview preview = asOwner(() -> unwinding.preview(event.slug()));

        assertThat(preview.guests()).isEqualTo(3);
        assertThat(preview.back())
                .containsExactly(new Unwinding.Part(2, bought.total().plus(stubborn.total())));
    }

    @Test
    void what_was_said_before_is_what_is_counted_afterwards() {
        TicketTypeView type = tickets.type(event, 10);
        orders.paid(event, tickets.type(event, OrderFixture.free(10)), 1);
        OrderView before = orders.paid(event, type, 1);
        asOwner(() -> ordering.refund(before.id(), "ill", null));
        orders.until(before, OrderState.REFUNDED);
        OrderView kept = orders.paid(event, type, 2);
        TicketView taken = orders.ticketsOf(kept).getFirst();
        asOwner(() -> {
            cancellations.cancel(kept.id(), List.of(taken.id()), "sold on", true);
            return "";
        });

        Unwinding.Preview preview = asOwner(() -> unwinding.preview(event.slug()));

        Money back = bought.total().plus(stubborn.total()).plus(taken.price());
        assertThat(preview.back()).containsExactly(new Unwinding.Part(3, back));
        assertThat(preview.free()).isEqualTo(1);
        asOwner(() -> events.cancel(event.id(), "storm"));
        assertThat(progress().orders()).isEqualTo(4);
        await().atMost(Duration.ofSeconds(30)).until(() -> progress().done().orders() == 3);
        assertThat(progress().done().money()).isEqualTo(back.minus(stubborn.total()));
    }

    @Test
    void afterwards_it_says_how_far_it_is_and_what_failed_is_tried_again_by_hand() {
        asOwner(() -> events.cancel(event.id(), "storm"));
        orders.until(bought, OrderState.REFUNDED);
        await().atMost(Duration.ofSeconds(30)).until(() -> progress().failed().orders() == 1);

        assertThat(progress().done()).isEqualTo(new Unwinding.Part(1, bought.total()));
        assertThat(progress().failed().money()).isEqualTo(stubborn.total());
        assertThat(orders.refundsOf(bought)).as("one refund for each order").hasSize(1);
        assertThat(orders.refundsOf(stubborn)).hasSize(1);

        asOwner(() -> {
            unwinding.retry(event.slug());
            return "";
        });

        await().atMost(Duration.ofSeconds(30))
                .until(() -> orders.refundsOf(stubborn).stream()
                        .map(RefundView::state)
                        .toList()
                        .equals(java.util.List.of(RefundState.FAILED, RefundState.FAILED)));
        assertThat(orders.refundsOf(bought)).hasSize(1);
    }

    @Test
    void a_second_pass_asks_for_nothing_a_second_time() {
        asOwner(() -> events.cancel(event.id(), "storm"));
        orders.until(bought, OrderState.REFUNDED);
        await().atMost(Duration.ofSeconds(30)).until(() -> progress().failed().orders() == 1);

        assertThat(progress().waiting()).isEqualTo(new Unwinding.Part(0, Money.of(0, "EUR")));
        assertThat(progress().underWay().orders()).isZero();
    }

    private Unwinding.Progress progress() {
        return asOwner(() -> unwinding.progress(event.slug())).getFirst();
    }

    private <T> T asOwner(Supplier<T> work) {
        return acting.as(EventFixture.owner(event.organization()), work);
    }
}
