package io.marquee.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.Money;
import io.marquee.pricing.Entry.Kind;
import io.marquee.pricing.Tariff.Fee;
import io.marquee.pricing.Tariff.GroupDiscount;
import io.marquee.pricing.Tariff.Tax;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuoteTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final UUID ENTRY = new UUID(0, 1);
    private static final UUID BALCONY = new UUID(0, 2);
    private static final UUID PARKING = new UUID(0, 3);

    @Test
    void a_plain_cart_costs_price_times_quantity() {
        Quote quote = Quote.of(List.of(item(ENTRY, 2, 2400), item(BALCONY, 1, 3550)), Tariff.NONE, null);

        assertThat(quote.total()).isEqualTo(eur(8350));
        assertThat(quote.lines().getFirst().entries()).containsExactly(new Entry(Kind.TICKETS, List.of(), eur(4800)));
    }

    @Test
    void a_tax_inside_the_price_is_told_apart_and_changes_nothing() {
        QuoteLine line = one(item(ENTRY, 3, 1999), taxes(tax("VAT", 19_000, true)));

        assertThat(line.total()).isEqualTo(eur(5997));
        assertThat(line.net()).isEqualTo(eur(5039));
        assertThat(line.tax()).isEqualTo(eur(958));
        assertThat(line.entries()).contains(new Entry(Kind.TAX_INCLUDED, List.of("VAT", "19"), eur(958)));
    }

    @Test
    void a_tax_on_top_is_rounded_once_for_the_line() {
        QuoteLine line = one(item(ENTRY, 3, 1999), taxes(tax("Sales tax", 8_875, false)));

        // 59.97 × 8.875 % is 5.3223
        assertThat(line.total()).isEqualTo(eur(6529));
        assertThat(line.net()).isEqualTo(eur(5997));
        assertThat(line.entries()).contains(new Entry(Kind.TAX_ADDED, List.of("Sales tax", "8.875"), eur(532)));
    }

    @Test
    void two_taxes_inside_one_price_share_what_is_not_net_exactly() {
        Tax city = new Tax(new UUID(1, 2), "City", new Percentage(5_000), true, Scope.ALL);
        QuoteLine line = one(item(ENTRY, 1, 1000), taxes(tax("VAT", 20_000, true), city));

        assertThat(line.net()).isEqualTo(eur(800));
        assertThat(line.entries()).extracting(entry -> entry.amount().amount()).containsExactly(1000L, 160L, 40L);
    }

    @Test
    void currencies_without_and_with_three_decimals_round_in_their_own_minor_unit() {
        PricedItem yen = new PricedItem(ENTRY, 1, Money.of(999, "JPY"));
        PricedItem dinar = new PricedItem(ENTRY, 1, Money.of(12_345, "KWD"));
        Tariff ten = taxes(tax("Tax", 10_000, false));

        assertThat(one(yen, ten).total()).isEqualTo(Money.of(1099, "JPY"));
        assertThat(one(dinar, ten).total()).isEqualTo(Money.of(13_580, "KWD"));
    }

    @Test
    void an_amount_off_the_whole_cart_is_shared_in_proportion_and_adds_up() {
        CodeEffect tenOff = new CodeEffect("TEN", new Reduction.WholeCart(1000, EUR), Scope.ALL);
        Quote quote = Quote.of(
                List.of(item(ENTRY, 1, 1000), item(BALCONY, 1, 1000), item(PARKING, 1, 1000)), Tariff.NONE, tenOff);

        assertThat(quote.total()).isEqualTo(eur(2000));
        assertThat(quote.lines()).extracting(line -> line.discount().amount()).containsExactly(334L, 333L, 333L);
    }

    @Test
    void a_code_touches_only_its_types_and_never_goes_below_zero() {
        CodeEffect code = new CodeEffect("FREE", new Reduction.EachTicket(5000, EUR), new Scope(Set.of(ENTRY)));
        Quote quote = Quote.of(List.of(item(ENTRY, 2, 2400), item(BALCONY, 1, 3000)), Tariff.NONE, code);

        assertThat(quote.lines().getFirst().total()).isEqualTo(eur(0));
        assertThat(quote.lines().getLast().total()).isEqualTo(eur(3000));
    }

    @Test
    void an_amount_in_another_currency_takes_nothing_off() {
        CodeEffect dollars =
                new CodeEffect("USD5", new Reduction.EachTicket(500, Currency.getInstance("USD")), Scope.ALL);

        assertThat(Quote.of(List.of(item(ENTRY, 1, 2400)), Tariff.NONE, dollars).total())
                .isEqualTo(eur(2400));
    }

    @Test
    void many_pay_less_from_the_nth_ticket_on_and_the_best_group_counts() {
        Tariff groups = new Tariff(List.of(group(1, 5, 10_000), group(2, 10, 20_000)), List.of(), List.of());

        assertThat(one(item(ENTRY, 4, 1000), groups).total()).isEqualTo(eur(4000));
        assertThat(one(item(ENTRY, 5, 1000), groups).total()).isEqualTo(eur(4500));
        assertThat(one(item(ENTRY, 10, 1000), groups).total()).isEqualTo(eur(8000));
    }

    @Test
    void a_group_is_counted_over_all_types_that_it_covers() {
        Tariff groups = new Tariff(List.of(group(1, 5, 10_000)), List.of(), List.of());
        Quote quote = Quote.of(List.of(item(ENTRY, 3, 1000), item(BALCONY, 2, 2000)), groups, null);

        assertThat(quote.discount()).isEqualTo(eur(700));
    }

    @Test
    void the_code_lowers_what_the_group_left() {
        Tariff groups = new Tariff(List.of(group(1, 2, 50_000)), List.of(), List.of());
        CodeEffect half = new CodeEffect("HALF", new Reduction.Percent(new Percentage(50_000)), Scope.ALL);
        Quote quote = Quote.of(List.of(item(ENTRY, 2, 1000)), groups, half);

        assertThat(quote.total()).isEqualTo(eur(500));
        assertThat(quote.lines().getFirst().entries())
                .extracting(Entry::kind)
                .containsExactly(Kind.TICKETS, Kind.GROUP_DISCOUNT, Kind.PROMO_CODE);
    }

    @Test
    void a_fee_that_is_passed_on_comes_on_top_and_one_that_is_absorbed_comes_out_of_the_price() {
        QuoteLine buyerPays = one(item(ENTRY, 2, 2000), fees(fee(5_000, 50, true)));
        QuoteLine organizerPays = one(item(ENTRY, 2, 2000), fees(fee(5_000, 50, false)));

        assertThat(buyerPays.fee()).isEqualTo(eur(300));
        assertThat(buyerPays.total()).isEqualTo(eur(4300));
        assertThat(organizerPays.absorbed()).isEqualTo(eur(300));
        assertThat(organizerPays.total()).isEqualTo(eur(4000));
    }

    @Test
    void what_costs_nothing_has_no_fee() {
        assertThat(one(item(ENTRY, 2, 0), fees(fee(5_000, 50, true))).total()).isEqualTo(eur(0));
    }

    @Test
    void tickets_share_their_lines_total_so_that_it_adds_up() {
        QuoteLine line = one(item(ENTRY, 3, 333), taxes(tax("Tax", 1_000, false)));

        assertThat(line.total()).isEqualTo(eur(1009));
        assertThat(line.shares()).containsExactly(eur(337), eur(336), eur(336));
    }

    @Test
    void fees_carry_the_taxes_that_say_so_inside_them_or_on_top() {
        Tax vat = new Tax(new UUID(1, 1), "VAT", new Percentage(19_000), true, true, Scope.ALL);
        Tax city = new Tax(new UUID(1, 2), "City", new Percentage(5_000), false, true, Scope.ALL);
        Tax tickets = new Tax(new UUID(1, 3), "Stage", new Percentage(2_000), false, Scope.ALL);
        Tariff tariff = new Tariff(List.of(), List.of(vat, city, tickets), List.of(fee(0, 119, true)));

        QuoteLine line = one(item(new UUID(9, 1), 1, 1190), tariff);

        // tickets: 10.00 net, 1.90 in them, 0.50 and 0.20 on top; fee: 1.00 net, 0.19 in it, 0.05 on top
        assertThat(line.net()).isEqualTo(eur(1000));
        assertThat(line.fee()).isEqualTo(eur(100));
        assertThat(line.tax()).isEqualTo(eur(190 + 50 + 20 + 19 + 5));
        assertThat(line.total()).isEqualTo(eur(1190 + 50 + 20 + 119 + 5));
        assertThat(line.entries())
                .filteredOn(e -> e.kind() == Entry.Kind.FEE_TAX_INCLUDED || e.kind() == Entry.Kind.FEE_TAX_ADDED)
                .extracting(Entry::amount)
                .containsExactly(eur(19), eur(5));
    }

    @Test
    void a_fee_that_the_organizer_pays_carries_none() {
        Tax vat = new Tax(new UUID(1, 1), "VAT", new Percentage(19_000), false, true, Scope.ALL);

        QuoteLine line =
                one(item(new UUID(9, 1), 1, 1000), new Tariff(List.of(), List.of(vat), List.of(fee(0, 100, false))));

        assertThat(line.tax()).isEqualTo(eur(190));
    }

    private static QuoteLine one(PricedItem item, Tariff tariff) {
        return Quote.of(List.of(item), tariff, null).lines().getFirst();
    }

    private static PricedItem item(UUID type, int quantity, long price) {
        return new PricedItem(type, quantity, eur(price));
    }

    private static Money eur(long amount) {
        return new Money(amount, EUR);
    }

    private static Tax tax(String name, int thousandths, boolean inclusive) {
        return new Tax(new UUID(1, 1), name, new Percentage(thousandths), inclusive, Scope.ALL);
    }

    private static Tariff taxes(Tax... taxes) {
        return new Tariff(List.of(), List.of(taxes), List.of());
    }

    private static Fee fee(int thousandths, long fixed, boolean passedOn) {
        return new Fee(new UUID(2, 1), "Booking fee", new Percentage(thousandths), fixed, EUR, passedOn, Scope.ALL);
    }

    private static Tariff fees(Fee... fees) {
        return new Tariff(List.of(), List.of(), List.of(fees));
    }

    private static GroupDiscount group(long id, int from, int thousandths) {
        return new GroupDiscount(new UUID(3, id), from, new Reduction.Percent(new Percentage(thousandths)), Scope.ALL);
    }
}
