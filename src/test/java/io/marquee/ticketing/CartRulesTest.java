package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.TicketFixture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Prices that buyers choose, add-ons, and what the event's team puts on top of prices. */
@MarqueeTest
class CartRulesTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    Holds holds;

    EventView event;
    TicketTypeView entry;

    @BeforeEach
    void concert() {
        event = tickets.event();
        entry = tickets.type(event, 100);
    }

    @Test
    void a_buyer_who_chooses_the_price_pays_what_they_chose() {
        TicketTypeView solidarity = tickets.type(event, chosen(500));

        HoldView hold = take(wanted(solidarity, 2, 1234L));

        assertThat(hold.total()).isEqualTo(Money.of(2468, "EUR"));
    }

    @Test
    void the_same_type_may_be_taken_at_two_prices_at_once() {
        TicketTypeView solidarity = tickets.type(event, chosen(0));

        HoldView hold = take(wanted(solidarity, 1, 3000L), wanted(solidarity, 2, 0L));

        assertThat(hold.items()).hasSize(2);
        assertThat(hold.total()).isEqualTo(Money.of(3000, "EUR"));
    }

    @Test
    void a_chosen_price_below_the_minimum_is_refused_and_so_is_one_where_the_price_is_fixed() {
        TicketTypeView solidarity = tickets.type(event, chosen(500));

        assertProblem("items[0].price", "below_minimum", wanted(solidarity, 1, 499L));
        assertProblem("items[0].price", "below_minimum", wanted(solidarity, 1, -1L));
        assertProblem("items[0].price", "required", wanted(solidarity, 1, null));
        assertProblem("items[0].price", "price_is_fixed", wanted(entry, 1, 1L));
        assertProblem(
                "items[0].price", "mixed_currencies", new Wanted(solidarity.id(), 1, Money.of(600, "USD"), List.of()));
    }

    @Test
    void an_add_on_is_sold_only_with_an_admission() {
        TicketTypeView parking = tickets.type(event, addOn(null));

        assertProblem("items[0].ticketType", "add_on_alone", wanted(parking, 1, null));
        assertThat(take(wanted(entry, 1, null), wanted(parking, 3, null)).items())
                .hasSize(2);
    }

    @Test
    void each_admission_gives_so_many_of_an_add_on() {
        TicketTypeView drink = tickets.type(event, addOn(2));

        assertThat(take(wanted(drink, 4, null), wanted(entry, 2, null)).items()).hasSize(2);
        assertProblem("items[0].quantity", "too_many_add_ons", wanted(drink, 5, null), wanted(entry, 2, null));
    }

    @Test
    void a_tax_on_top_a_fee_and_a_group_discount_are_in_what_is_held() {
        pricing.rule(event, PricingFixture.tax("City tax", 10, true));
        pricing.rule(event, PricingFixture.fee("Booking fee", 0, 150, true));
        pricing.rule(event, PricingFixture.group(4, 25));

        HoldView hold = take(wanted(entry, 4, null));

        // 4 × 24.00 less a quarter is 72.00, and 7.20 of tax and 6.00 of fees
        assertThat(hold.total()).isEqualTo(Money.of(8520, "EUR"));
    }

    @Test
    void what_does_not_make_sense_as_a_ticket_type_is_refused() {
        assertThatThrownBy(() -> tickets.type(event, chosen(9999))).satisfies(e -> has(e, "minimum.amount"));
        assertThatThrownBy(() -> tickets.type(
                        event,
                        new TicketTypeDetails(
                                "Seat", "", TicketFixture.PRICE, 5, 5, null, null, null, false, null, false, 2, "")))
                .satisfies(e -> has(e, "maxPerTicket"));
    }

    private HoldView take(Wanted... wanted) {
        return holds.take(event, Basket.of(wanted));
    }

    private void assertProblem(String field, String code, Wanted... wanted) {
        assertThatThrownBy(() -> take(wanted))
                .satisfies(e -> assertThat(((InvalidInput) e).problems()).anySatisfy(problem -> {
                    assertThat(problem.field()).isEqualTo(field);
                    assertThat(problem.code()).isEqualTo(code);
                }));
    }

    private static void has(Throwable refused, String field) {
        assertThat(((InvalidInput) refused).problems())
                .extracting(InvalidInput.Problem::field)
                .contains(field);
    }

    private static Wanted wanted(TicketTypeView type, int quantity, @Nullable Long cents) {
        return new Wanted(type.id(), quantity, cents == null ? null : Money.of(cents, "EUR"), List.of());
    }

    private static TicketTypeDetails chosen(long minimum) {
        return new TicketTypeDetails(
                "Solidarity",
                "",
                TicketFixture.PRICE,
                50,
                10,
                null,
                null,
                null,
                false,
                Money.of(minimum, "EUR"),
                false,
                null,
                "");
    }

    private static TicketTypeDetails addOn(@Nullable Integer each) {
        return new TicketTypeDetails(
                "Parking", "", Money.of(1000, "EUR"), 50, 10, null, null, null, false, null, true, each, "");
    }
}
