package io.marquee.payment.stripe;

import com.stripe.model.Account;
import io.marquee.payment.provider.AccountFact;
import io.marquee.payment.provider.AccountFact.Requirement;
import io.marquee.payment.provider.AccountFact.Topic;
import io.marquee.payment.provider.AccountFact.Urgency;
import io.marquee.payment.provider.PayoutSchedule;
import io.marquee.payment.provider.PayoutSchedule.Interval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stripe's accounts in our words. */
final class AccountFacts {
    private AccountFacts() {}

    static AccountFact of(Account account) {
        Account.Requirements asked = account.getRequirements();
        Long deadline = asked == null ? null : asked.getCurrentDeadline();
        return new AccountFact(
                account.getId(),
                account.getCountry(),
                account.getDefaultCurrency() == null
                        ? null
                        : Currency.getInstance(account.getDefaultCurrency().toUpperCase(Locale.ROOT)),
                Boolean.TRUE.equals(account.getDetailsSubmitted()),
                Boolean.TRUE.equals(account.getChargesEnabled()),
                Boolean.TRUE.equals(account.getPayoutsEnabled()),
                asked == null ? List.of() : requirements(asked),
                deadline == null ? null : Instant.ofEpochSecond(deadline),
                asked == null ? null : asked.getDisabledReason(),
                schedule(account));
    }

    /** Its owner took our right to it back. */
    static AccountFact gone(String account) {
        return new AccountFact(account, null, null, true, false, false, List.of(), null, "platform_disconnected", null);
    }

    private static List<Requirement> requirements(Account.Requirements asked) {
        Map<String, Urgency> found = new LinkedHashMap<>();
        list(asked.getPastDue()).forEach(code -> found.putIfAbsent(code, Urgency.OVERDUE));
        list(asked.getCurrentlyDue()).forEach(code -> found.putIfAbsent(code, Urgency.NOW));
        list(asked.getPendingVerification()).forEach(code -> found.putIfAbsent(code, Urgency.IN_REVIEW));
        list(asked.getEventuallyDue()).forEach(code -> found.putIfAbsent(code, Urgency.LATER));
        Map<String, String> problems = new LinkedHashMap<>();
        if (asked.getErrors() != null) {
            asked.getErrors().forEach(error -> problems.putIfAbsent(error.getRequirement(), error.getReason()));
        }
        return found.entrySet().stream()
                .map(e -> new Requirement(e.getKey(), topic(e.getKey()), e.getValue(), problems.get(e.getKey())))
                .toList();
    }

    private static List<String> list(@Nullable List<String> codes) {
        return codes == null ? List.of() : codes;
    }

    /** @param code such as {@code individual.verification.document} */
    static Topic topic(String code) {
        if (code.startsWith("external_account")) return Topic.BANK_ACCOUNT;
        else if (code.startsWith("tos_acceptance")) return Topic.TERMS;
        else if (code.contains("document") || code.contains("proof_of")) return Topic.DOCUMENT;
        else if (code.contains("tax_id")
                || code.contains("vat_id")
                || code.contains("ssn")
                || code.contains("id_number")) return Topic.TAX;
        else if (code.matches("(.*\\.)?(owners|directors|executives|owners_provided|directors_provided)(\\..*)?"))
            return Topic.OWNERS;
        else if (code.startsWith("business") || code.startsWith("company")) return Topic.BUSINESS;
        else return code.matches("(individual|representative|person)[._].*") ? Topic.PERSON : Topic.OTHER;
    }

    private static @Nullable PayoutSchedule schedule(Account account) {
        Account.Settings settings = account.getSettings();
        if (settings == null
                || settings.getPayouts() == null
                || settings.getPayouts().getSchedule() == null) {
            return null;
        }
        Account.Settings.Payouts.Schedule schedule = settings.getPayouts().getSchedule();
        String interval = String.valueOf(schedule.getInterval());
        String weekday = schedule.getWeeklyAnchor();
        Long day = schedule.getMonthlyAnchor();
        return switch (interval) {
            case "daily" -> new PayoutSchedule(Interval.DAILY, null, null);
            case "weekly" ->
                new PayoutSchedule(
                        Interval.WEEKLY,
                        weekday == null ? null : DayOfWeek.valueOf(weekday.toUpperCase(Locale.ROOT)),
                        null);
            case "monthly" -> new PayoutSchedule(Interval.MONTHLY, null, day == null ? null : day.intValue());
            case "manual" -> new PayoutSchedule(Interval.MANUAL, null, null);
            default -> null;
        };
    }
}
