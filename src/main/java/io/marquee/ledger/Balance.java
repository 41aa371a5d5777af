package io.marquee.ledger;

import io.marquee.kernel.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How an account stands in one currency.
 *
 * @param amount above zero where there is what the account is for: money in a drawer, sales made, taxes owed
 */
public record Balance(Account account, Money amount) {

    /** Of each account and currency that was ever posted to, in the accounts' order. */
    public static List<Balance> of(List<Sum> sums) {
        Map<Account, Map<String, Money>> byAccount = sums.stream()
                .collect(Collectors.groupingBy(
                        Sum::account,
                        TreeMap::new,
                        Collectors.groupingBy(
                                sum -> sum.amount().currency().getCurrencyCode(),
                                TreeMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.reducing((a, b) -> new Sum(
                                                a.account(),
                                                a.kind(),
                                                null,
                                                a.amount().plus(b.amount()))),
                                        sum -> sum.orElseThrow().amount()))));
        return byAccount.entrySet().stream()
                .flatMap(account -> account.getValue().values().stream()
                        .map(sum ->
                                new Balance(account.getKey(), account.getKey().natural(sum))))
                .toList();
    }
}
