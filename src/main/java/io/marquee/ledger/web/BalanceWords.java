package io.marquee.ledger.web;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.ledger.Account;
import io.marquee.ledger.Balance;
import io.marquee.ledger.StatementEntry;
import io.marquee.platform.web.Stat;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The books in words. */
final class BalanceWords {
    private static final Set<Account> MONEY = EnumSet.of(Account.PROVIDER_BALANCE, Account.CASH, Account.CASH_OWED);
    private static final List<Account> ALWAYS_SHOWN = List.of(Account.PROVIDER_BALANCE, Account.PAYOUTS);
    private static final List<Account> SHOWN_IF_ANY = List.of(
            Account.CASH,
            Account.CASH_OWED,
            Account.DISPUTES_HELD,
            Account.STAKES_HELD,
            Account.TRANSFERS,
            Account.GIFT,
            Account.TAX,
            Account.BUYER_RECEIVABLE);

    private BalanceWords() {}

    /** Where the money is; accounts that most organizations never use only where there is something in them. */
    static List<Stat> stats(List<Balance> balances, Text text) {
        return Stream.concat(
                        ALWAYS_SHOWN.stream(),
                        SHOWN_IF_ANY.stream().filter(account -> amounts(balances, account, text) != null))
                .map(account -> stat(account, amounts(balances, account, text), text))
                .toList();
    }

    private static Stat stat(Account account, @Nullable String amounts, Text text) {
        return Stat.of(text.of("ledger.account", account), amounts == null ? "–" : amounts)
                .noting(text.of("ledger.account.note", account), Tone.PLAIN);
    }

    /** In each currency; null where there is nothing. */
    private static @Nullable String amounts(List<Balance> balances, Account account, Text text) {
        String amounts = balances.stream()
                .filter(balance ->
                        balance.account() == account && !balance.amount().isZero())
                .map(balance -> text.money(balance.amount()))
                .collect(Collectors.joining(" + "));
        return amounts.isEmpty() ? null : amounts;
    }

    static BalanceView.Row row(StatementEntry entry, Map<EventId, EventView> events, Text text) {
        EventView event = entry.event() == null ? null : events.get(entry.event());
        return new BalanceView.Row(
                text.dateTime(entry.at(), ZoneId.of("UTC")),
                text.of("ledger.kind", entry.kind()),
                event == null ? null : event.details().title(),
                event == null ? null : "/manage/events/" + event.slug() + "/finances",
                entry.lines().stream().map(line -> line(line, text)).toList(),
                money(entry, text));
    }

    private static String line(StatementEntry.Line line, Text text) {
        return text.of("ledger.account", line.account()) + " " + text.money(line.amount());
    }

    private static String money(StatementEntry entry, Text text) {
        return entry.lines().stream()
                .filter(line -> MONEY.contains(line.account()))
                .collect(Collectors.toMap(line -> line.amount().currency(), StatementEntry.Line::amount, Money::plus))
                .values()
                .stream()
                .map(change -> (change.isPositive() ? "+" : "") + text.money(change))
                .collect(Collectors.joining(" "));
    }
}
