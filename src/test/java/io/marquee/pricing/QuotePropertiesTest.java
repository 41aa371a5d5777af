package io.marquee.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds for every cart, tried on many. The seed of one that breaks it is in the message. */
class QuotePropertiesTest {
    private static final long CARTS = 5_000;

    @Test
    void a_lines_parts_add_up_to_its_total_and_nothing_is_below_zero() {
        every(cart -> {
            for (QuoteLine line : cart.quote().lines()) {
                Money list = line.price().times(line.quantity());
                assertThat(line.net().plus(line.tax()).plus(line.fee())).isEqualTo(line.total());
                assertThat(List.of(line.discount(), line.net(), line.tax(), line.fee(), line.absorbed(), line.total()))
                        .allMatch(part -> part.amount() >= 0);
                assertThat(line.discount()).isLessThanOrEqualTo(list);
                assertThat(line.absorbed()).isLessThanOrEqualTo(line.net());
            }
        });
    }

    @Test
    void the_explanation_adds_up_to_the_total() {
        every(cart -> {
            Quote quote = cart.quote();
            quote.lines()
                    .forEach(line -> assertThat(counted(line.entries()))
                            .isEqualTo(line.total().amount()));
            assertThat(counted(Quote.summary(quote.lines())))
                    .isEqualTo(quote.total().amount());
        });
    }

    @Test
    void the_carts_total_is_the_sum_of_its_lines() {
        every(cart -> {
            Quote quote = cart.quote();
            assertThat(quote.lines()).hasSameSizeAs(cart.items());
            assertThat(quote.lines().stream().mapToLong(l -> l.total().amount()).sum())
                    .isEqualTo(quote.total().amount());
            assertThat(quote.lines().stream()
                            .mapToLong(l -> l.discount().amount())
                            .sum())
                    .isEqualTo(quote.discount().amount());
        });
    }

    @Test
    void the_order_of_the_lines_does_not_matter() {
        every(cart -> {
            List<PricedItem> shuffled = new ArrayList<>(cart.items());
            Collections.shuffle(shuffled, new Random(cart.items().hashCode()));
            assertThat(Quote.of(shuffled, cart.tariff(), cart.code()).lines())
                    .containsExactlyInAnyOrderElementsOf(cart.quote().lines());
        });
    }

    @Test
    void a_discount_never_makes_a_cart_dearer() {
        every(cart -> {
            Tariff without =
                    new Tariff(List.of(), cart.tariff().taxes(), cart.tariff().fees());
            assertThat(cart.quote().total())
                    .isLessThanOrEqualTo(Quote.of(cart.items(), without, null).total());
        });
    }

    @Test
    void refunds_ticket_by_ticket_in_any_order_give_back_what_was_paid_and_at_no_time_more() {
        every(cart -> {
            Quote quote = cart.quote();
            List<Money> tickets = new ArrayList<>(
                    quote.lines().stream().flatMap(l -> l.shares().stream()).toList());
            Collections.shuffle(tickets, new Random(tickets.hashCode()));
            long back = 0;
            for (Money ticket : tickets) {
                back += ticket.amount();
                assertThat(back).isLessThanOrEqualTo(quote.total().amount());
            }
            assertThat(back).isEqualTo(quote.total().amount());
        });
    }

    @Test
    void tickets_of_one_line_differ_by_a_minor_unit_at_most() {
        every(cart -> cart.quote().lines().forEach(line -> {
            List<Money> shares = line.shares();
            assertThat(shares).hasSize(line.quantity());
            assertThat(Collections.max(shares).amount()
                            - Collections.min(shares).amount())
                    .isBetween(0L, 1L);
        }));
    }

    @Test
    void a_cart_without_rules_costs_what_its_prices_say() {
        every(cart -> {
            Quote plain = Quote.of(cart.items(), Tariff.NONE, null);
            assertThat(plain.total().amount())
                    .isEqualTo(cart.items().stream()
                            .mapToLong(i -> i.price().amount() * i.quantity())
                            .sum());
            assertThat(plain.lines()).allMatch(line -> line.entries().size() == 1);
        });
    }

    private static long counted(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().counts())
                .mapToLong(entry -> entry.amount().amount())
                .sum();
    }

    private static void every(Consumer<RandomCarts.Case> holds) {
        LongStream.range(0, CARTS).forEach(seed -> {
            try {
                holds.accept(RandomCarts.of(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + ": " + RandomCarts.of(seed), broken);
            }
        });
    }
}
