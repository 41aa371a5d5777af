package io.marquee.payout.web;

import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.provider.AccountFact;
import io.marquee.payment.provider.AccountFact.Requirement;
import io.marquee.payment.provider.BalanceFact;
import io.marquee.payout.AccountState;
import io.marquee.payout.PayoutAccountView;
import io.marquee.payout.Payouts;
import io.marquee.payout.web.PayoutsView.AccountCard;
import io.marquee.payout.web.PayoutsView.Asked;
import io.marquee.payout.web.PayoutsView.PayoutRow;
import io.marquee.payout.web.PayoutsView.Sum;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An account's card on the owners' page: in words what it can do, what is missing, and by when. */
@Component
class AccountCards {
    private static final int SHOWN = 5;

    private final Payouts payouts;
    private final AfterEvents releases;

    AccountCards(Payouts payouts, AfterEvents releases) {
        this.payouts = payouts;
        this.releases = releases;
    }

    /** For a provider at which none was opened. */
    AccountCard none(String provider, String base, FieldErrors errors, Text text) {
        List<Option> countries = Stream.concat(
                        Stream.of(Option.of("", text.get("payout.country.choose"))),
                        Arrays.stream(Locale.getISOCountries())
                                .map(code -> Option.of(code, Locale.of("", code).getDisplayCountry(text.locale())))
                                .sorted(Comparator.comparing(
                                        Option::label, java.text.Collator.getInstance(text.locale()))))
                .toList();
        return new AccountCard(
                base + "/" + provider,
                name(provider, text),
                Chip.plain(text.get("payout.state.none")),
                text.get("payout.sentence.none", name(provider, text)),
                List.of(),
                null,
                null,
                Field.select("country", text.get("payout.country"), countries)
                        .hint(text.get("payout.country.hint"))
                        .required()
                        .error(errors.of("country")),
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    AccountCard of(PayoutAccountView account, String base, Text text) {
        String path = base + "/" + account.provider();
        AccountFact fact = account.fact();
        boolean asks = fact == null || !fact.requirements().isEmpty() || !fact.submitted();
        Money money = money(account, path, text);
        boolean pages = payouts.hasOwnPages(account.provider());
        return new AccountCard(
                path,
                name(account.provider(), text),
                state(account.state(), text),
                text.of("payout.sentence", account.state()),
                fact == null
                        ? List.of()
                        : fact.requirements().stream()
                                .map(r -> asked(r, text))
                                .distinct()
                                .toList(),
                fact == null || fact.deadline() == null
                        ? null
                        : text.shortDate(fact.deadline().atZone(ZoneOffset.UTC).toLocalDate()),
                asks ? text.get(fact != null && fact.submitted() ? "payout.go_on" : "payout.begin") : null,
                null,
                pages && account.account() != null,
                money == Money.UNREACHABLE,
                money.sums(),
                money.payouts(),
                releases.of(account, path, text),
                fact == null || fact.schedule() == null || !account.payoutsEnabled()
                        ? List.of()
                        : releases.schedule(account, fact.schedule(), pages, text));
    }

    private static String name(String provider, Text text) {
        return text.get("payout.provider." + provider);
    }

    static Chip state(AccountState state, Text text) {
        Tone tone = switch (state) {
            case OPENING, IN_REVIEW, INCOMPLETE -> Tone.WARN;
            case ACTIVE -> Tone.GOOD;
            case RESTRICTED -> Tone.BAD;
        };
        return new Chip(text.of("payout.state", state), tone);
    }

    private static Asked asked(Requirement requirement, Text text) {
        Tone tone = switch (requirement.urgency()) {
            case OVERDUE -> Tone.BAD;
            case NOW -> Tone.WARN;
            case IN_REVIEW -> Tone.INFO;
            case LATER -> Tone.PLAIN;
        };
        return new Asked(
                text.of("payout.topic", requirement.topic()),
                new Chip(text.of("payout.urgency", requirement.urgency()), tone),
                requirement.problem());
    }

    private record Money(List<Sum> sums, List<PayoutRow> payouts) {
        static final Money UNREACHABLE = new Money(List.of(), List.of());
    }

    private Money money(PayoutAccountView account, String path, Text text) {
        OrganizationId organization = account.organization();
        if (account.account() == null || account.state() == AccountState.INCOMPLETE) {
            return new Money(List.of(), List.of());
        }
        try {
            return new Money(
                    payouts.balance(organization, account.provider()).stream()
                            .map(balance -> sum(balance, account, text))
                            .toList(),
                    payouts.payouts(organization, account.provider(), null, SHOWN).items().stream()
                            .map(payout -> MoneyRows.payout(payout, path, text))
                            .toList());
        } catch (PaymentRefused.ProviderDown down) {
            return Money.UNREACHABLE;
        }
    }

    private static Sum sum(BalanceFact balance, PayoutAccountView account, Text text) {
        String currency = balance.available().currency().getCurrencyCode();
        boolean payable = account.payoutsEnabled() && balance.available().isPositive();
        Field field = Field.money("amount-" + currency, text.get("payout.amount"), currency)
                .value(AmountField.of(balance.available()))
                .required();
        return new Sum(
                currency,
                text.money(balance.available()),
                text.money(balance.pending()),
                payable ? field : null,
                Ids.next().toString());
    }
}
