package io.marquee.ledger;

import static io.marquee.ledger.Account.CASH_OWED;
import static io.marquee.ledger.Account.DISCOUNTS;
import static io.marquee.ledger.Account.DISPUTES_HELD;
import static io.marquee.ledger.Account.DISPUTES_LOST;
import static io.marquee.ledger.Account.FEES;
import static io.marquee.ledger.Account.PLATFORM_FEE;
import static io.marquee.ledger.Account.PROVIDER_FEE;
import static io.marquee.ledger.Account.SALES;
import static io.marquee.ledger.Account.TAX;

import io.marquee.kernel.Money;
import io.marquee.ledger.Cause.Kind;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was earned in one currency: {@code gross - discounts = paid}, and {@code paid - refunded - stakes - tax - disputesLost -
 * providerFees - platformFees = net}.
 *
 * @param gross what buyers would have paid without discounts, with taxes and fees
 * @param paid what they paid
 * @param refunded what went back to them
 * @param stakes paid, and not earned while their holders may come
 * @param tax owed to the tax office for what was not refunded
 * @param fees in {@code paid}, that the event's rules asked for, less those refunded
 * @param disputesHeld disputed and undecided; it is still in {@code net}
 * @param cashOwed to go back at the box office, and not handed out yet; it is still in {@code net}
 * @param items the same of each ticket type
 */
public record Financials(
        Money gross,
        Money discounts,
        Money paid,
        Money refunded,
        Money stakes,
        Money tax,
        Money fees,
        Money disputesHeld,
        Money cashOwed,
        Money disputesLost,
        Money providerFees,
        Money platformFees,
        Money net,
        List<Item> items) {
    private static final Set<Account> EARNED = EnumSet.of(SALES, TAX, FEES);
    private static final Set<Kind> STAKES = EnumSet.of(Kind.STAKE_HELD, Kind.STAKE_RETURNED, Kind.STAKE_FORFEITED);

    /** @param kept what is left of {@code paid} after refunds, stakes that may go back, and taxes */
    public record Item(
            UUID ticketType, Money gross, Money discounts, Money paid, Money refunded, Money tax, Money kept) {}

    /** In each currency that has any, the largest first. */
    public static List<Financials> of(List<Sum> sums) {
        return sums.stream()
                .collect(Collectors.groupingBy(
                        sum -> sum.amount().currency().getCurrencyCode(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> of(new Sums(Currency.getInstance(entry.getKey()), entry.getValue())))
                .sorted((a, b) -> Long.compare(b.gross().amount(), a.gross().amount()))
                .toList();
    }

    private static Financials of(Sums all) {
        Item whole = item(new UUID(0, 0), all);
        Money tax = all.credits(TAX);
        Money lost = all.debits(DISPUTES_LOST);
        Money provider = all.debits(PROVIDER_FEE);
        Money platform = all.debits(PLATFORM_FEE);
        Money net = whole.kept().minus(lost).minus(provider).minus(platform);
        return new Financials(
                whole.gross(),
                whole.discounts(),
                whole.paid(),
                whole.refunded(),
                stakes(all),
                tax,
                all.credits(FEES),
                all.debits(DISPUTES_HELD),
                all.debits(CASH_OWED),
                lost,
                provider,
                platform,
                net,
                all.items().stream().map(type -> item(type, all.of(type))).toList());
    }

    private static Item item(UUID ticketType, Sums sums) {
        Money gross = sums.credit(sum -> EARNED.contains(sum.account()) && sum.kind() == Kind.ORDER_PAID);
        Money discounts = sums.debits(DISCOUNTS);
        Money paid = gross.minus(discounts);
        Money refunded = Money.zero(gross.currency())
                .minus(sums.credit(sum -> EARNED.contains(sum.account()) && sum.kind() == Kind.ORDER_REFUNDED));
        Money tax = sums.credits(TAX);
        Money kept = paid.minus(refunded).minus(stakes(sums)).minus(tax);
        return new Item(ticketType, gross, discounts, paid, refunded, tax, kept);
    }

    private static Money stakes(Sums sums) {
        return Money.zero(sums.currency())
                .minus(sums.credit(sum -> sum.account() == SALES && STAKES.contains(sum.kind())));
    }

    private record Sums(Currency currency, List<Sum> sums) {
        Money debits(Account account) {
            return Money.zero(currency).minus(credits(account));
        }

        Money credits(Account account) {
            return credit(sum -> sum.account() == account);
        }

        Money credit(Predicate<Sum> which) {
            return sums.stream().filter(which).map(Sum::amount).reduce(Money.zero(currency), Money::minus);
        }

        List<UUID> items() {
            return sums.stream()
                    .map(Sum::item)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }

        Sums of(UUID item) {
            return new Sums(
                    currency,
                    sums.stream().filter(sum -> item.equals(sum.item())).toList());
        }
    }
}
