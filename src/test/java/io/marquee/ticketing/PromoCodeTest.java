package io.marquee.ticketing;

import static io.marquee.testing.PricingFixture.limited;
import static io.marquee.testing.PricingFixture.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.platform.tenancy.Acting;
import io.marquee.pricing.CodeUses;
import io.marquee.pricing.PromoCode;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.CodePersonLimit;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class PromoCodeTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    Holds holds;

    @Autowired
    HoldExpiry expiry;

    @Autowired
    StockRecount recount;

    @Autowired
    CodeUses uses;

    @Autowired
    Acting acting;

    @Autowired
    Stock stock;

    EventView event;
    TicketTypeView type;

    @BeforeEach
    void concert() {
        event = tickets.event();
        type = tickets.type(event, 500);
    }

    @Test
    void a_code_lowers_the_price_however_it_is_written() {
        pricing.code(event, percent("SPRING", 25));

        HoldView hold = hold(" spring ", 2);

        assertThat(hold.total()).isEqualTo(Money.of(3600, "EUR"));
        assertThat(hold.items().getFirst().price()).isEqualTo(TicketFixture.PRICE);
        assertThat(hold.items().getFirst().cost().discount()).isEqualTo(Money.of(1200, "EUR"));
    }

    @Test
    void what_was_held_is_read_again_as_it_was_quoted() {
        pricing.code(event, percent("SPRING", 25));

        HoldView hold = hold("SPRING", 3);

        assertThat(tickets.inside(event.organization(), () -> holds.byId(hold.id()))
                        .items())
                .isEqualTo(hold.items());
    }

    @Test
    void a_code_that_cannot_be_used_is_refused_at_its_field_and_says_why() {
        Instant now = Instant.now();
        pricing.code(event, PricingFixture.within("LATER", now.plus(Duration.ofHours(1)), null));
        pricing.code(event, PricingFixture.within("OVER", null, now.minus(Duration.ofHours(1))));
        pricing.switchOff(pricing.code(event, percent("GONE", 10)));
        pricing.code(event, PricingFixture.amount("OTHERS", 500, tickets.type(event, 10)));

        refused("NEVER").satisfies(e -> problem(e, "code_unknown"));
        refused("GONE").satisfies(e -> problem(e, "code_unknown"));
        refused("LATER").satisfies(e -> problem(e, "code_not_yet"));
        refused("OVER").satisfies(e -> problem(e, "code_over"));
        refused("OTHERS").satisfies(e -> problem(e, "code_for_others"));
        refused("\0").satisfies(e -> problem(e, "code_unknown"));
        assertThat(stock.of(type).held()).isZero();
    }

    @Test
    void a_code_is_of_one_event_only() {
        pricing.code(tickets.event(), percent("ELSEWHERE", 10));

        refused("ELSEWHERE").satisfies(e -> problem(e, "code_unknown"));
    }

    @Test
    void a_code_shows_the_hidden_types_that_it_unlocks_and_no_others() {
        TicketTypeView hidden = tickets.type(event, hidden("Friends"));
        TicketTypeView other = tickets.type(event, hidden("Family"));
        pricing.code(event, PricingFixture.unlocking("FRIENDS", hidden));

        assertThat(take("FRIENDS", hidden).total()).isEqualTo(TicketFixture.PRICE);
        assertThatThrownBy(() -> take("FRIENDS", other)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> take(null, hidden)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void the_key_of_a_hidden_type_works_as_a_code_too() {
        TicketTypeView hidden = tickets.type(event, hidden("Friends"));

        assertThat(take(hidden.unlockKey(), hidden).items()).hasSize(1);
    }

    @Test
    void of_64_buyers_with_a_code_for_10_exactly_10_get_it() throws Exception {
        PromoCode code = pricing.code(event, limited("TEN", 50, 10, null));

        List<Object> outcomes = Rush.of(64, i -> () -> hold("TEN", 1));

        assertThat(Rush.only(outcomes, HoldView.class)).hasSize(10);
        assertThat(Rush.only(outcomes, InvalidInput.class)).hasSize(54).allSatisfy(e -> problem(e, "code_used_up"));
        assertThat(used(code)).isEqualTo(10);
        assertThat(stock.of(type).held()).isEqualTo(10);
    }

    @Test
    void the_same_rush_gets_through_where_the_code_has_no_limit() throws Exception {
        PromoCode code = pricing.code(event, percent("ALL", 50));

        assertThat(Rush.only(Rush.of(64, i -> () -> hold("ALL", 1)), HoldView.class))
                .hasSize(64);
        assertThat(used(code)).isEqualTo(64);
    }

    @Test
    void where_the_tickets_run_out_first_it_is_not_the_code_that_is_blamed() {
        TicketTypeView few = tickets.type(event, 1);
        PromoCode code = pricing.code(event, limited("TEN", 50, 10, null));
        take("TEN", few);

        assertThatThrownBy(() -> take("TEN", few)).isInstanceOf(SoldOut.class);
        assertThat(used(code)).isEqualTo(1);
    }

    @Test
    void a_use_comes_back_with_its_hold_and_whoever_wants_it_does_not_wait_for_the_job() {
        PromoCode code = pricing.code(event, limited("ONE", 50, 1, null));
        HoldView first = hold("ONE", 1);
        refused("ONE").satisfies(e -> problem(e, "code_used_up"));

        tickets.inside(event.organization(), () -> holds.release(first.id()));
        HoldView second = hold("ONE", 1);
        stock.pass(second);
        HoldView third = hold("ONE", 1);

        assertThat(third.total()).isEqualTo(Money.of(1200, "EUR"));
        assertThat(used(code)).isEqualTo(1);
    }

    @Test
    void a_sale_keeps_its_use() {
        PromoCode code = pricing.code(event, limited("ONE", 50, 1, null));

        tickets.sell(hold("ONE", 2), "ada@example.org");
        expiry.expireDue();

        assertThat(used(code)).isEqualTo(1);
        refused("ONE").satisfies(e -> problem(e, "code_used_up"));
    }

    @Test
    void one_person_may_use_a_code_only_so_often_however_many_carts_they_have() throws Exception {
        pricing.code(event, limited("TWICE", 50, null, 2));
        List<HoldView> held = Rush.only(Rush.of(12, i -> () -> hold("TWICE", 1)), HoldView.class);

        List<Object> outcomes =
                Rush.of(12, i -> () -> tickets.sell(held.get(i), i % 2 == 0 ? "ada@example.com" : "Ada@Example.COM"));

        assertThat(Rush.only(outcomes, List.class)).hasSize(2);
        assertThat(Rush.only(outcomes, CodePersonLimit.class)).hasSize(10);
        assertThat(tickets.sell(hold("TWICE", 1), "bea@example.com")).hasSize(1);
    }

    @Test
    void a_limit_cannot_go_below_what_is_used() {
        PromoCode code = pricing.code(event, percent("MANY", 10));
        hold("MANY", 1);
        hold("MANY", 1);

        assertThatThrownBy(() -> pricing.edit(code, limited("MANY", 10, 1, null)))
                .satisfies(e -> problem(e, "below_used"));
        pricing.edit(code, limited("MANY", 10, 2, null));
        refused("MANY").satisfies(e -> problem(e, "code_used_up"));
    }

    @Test
    void the_recount_agrees_with_what_is_counted() {
        pricing.code(event, limited("COUNTED", 50, 5, 3));
        tickets.sell(hold("COUNTED", 2), "ada@example.org");
        HoldView released = hold("COUNTED", 1);
        tickets.inside(event.organization(), () -> holds.release(released.id()));
        hold("COUNTED", 1);

        assertThat(acting.asPlatform(() -> recount.compare()))
                .noneMatch(drift -> drift.event().equals(event.id()));
    }

    @Test
    void an_event_has_a_code_once() {
        pricing.code(event, percent("TWIN", 10));

        assertThatThrownBy(() -> pricing.code(event, percent("twin", 20))).satisfies(e -> problem(e, "code_taken"));
    }

    private HoldView hold(String code, int quantity) {
        return holds.take(event, new Basket(List.of(new Wanted(type.id(), quantity)), code, null));
    }

    private HoldView take(@org.jspecify.annotations.Nullable String code, TicketTypeView wanted) {
        return holds.take(event, new Basket(List.of(new Wanted(wanted.id(), 1)), code, null));
    }

    private AbstractThrowableAssert<?, ?> refused(String code) {
        return assertThatThrownBy(() -> hold(code, 1));
    }

    private static void problem(Throwable refusal, String code) {
        assertThat(((InvalidInput) refusal).problems())
                .extracting(InvalidInput.Problem::code)
                .containsExactly(code);
    }

    private int used(PromoCode code) {
        return acting.asSystem(event.organization(), () -> uses.of(event.id())).get(code.id());
    }

    private static TicketTypeDetails hidden(String name) {
        return new TicketTypeDetails(name, "", TicketFixture.PRICE, 5, 5, null, null, null, true);
    }
}
