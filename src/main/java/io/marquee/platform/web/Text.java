package io.marquee.platform.web;

import io.marquee.kernel.Money;
import io.marquee.kernel.Refusal;
import io.marquee.kernel.Wire;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of pages and mails in one language, and dates, numbers and money as that language writes them. */
public final class Text {
    private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("EEE d MMM y", Locale.UK);

    private final MessageSource messages;
    private final Locale language;
    private final Locale formats;

    Text(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
        this.formats = Languages.formats(language);
    }

    /**
     * A message of a bundle, filled in the way of {@link java.text.MessageFormat}: {@code {0}}, {@code {0,choice,…}}. Plain text: the
     * template escapes it. Money is shown as the language writes it. A key that is missing everywhere comes back as itself; the bundles' test does not let that happen.
     */
    public String get(String key, Object... arguments) {
        var shown = Arrays.stream(arguments)
                .map(a -> a instanceof Money money ? money(money) : a)
                .toArray();
        var found = messages.getMessage(key, shown, key, language);
        return found == null ? key : found;
    }

    /** A message for a value of an enum: {@code get(prefix + "." + value in lower case)}. */
    public String of(String prefix, Enum<?> value) {
        return get(prefix + "." + Wire.name(value));
    }

    /** Why something was refused: the message {@code refusal.<code>}. */
    public String why(Refusal refused) {
        return get("refusal." + refused.code(), refused.arguments().toArray());
    }

    /** Whether a bundle has this key. */
    public boolean has(String key) {
        return messages.getMessage(key, null, null, language) != null;
    }

    public Locale locale() {
        return language;
    }

    /** The code for the html element: "de". */
    public String code() {
        return language.getLanguage();
    }

    /** "rtl" for languages that are written from right to left. */
    public String direction() {
        return switch (language.getLanguage()) {
            case "ar", "fa", "he", "ur" -> "rtl";
            default -> "ltr";
        };
    }

    /** "€48.00" or "48,00 €", with the minor digits of the currency. */
    public String money(Money money) {
        var currency = money.currency();
        var format = NumberFormat.getCurrencyInstance(formats);
        format.setCurrency(currency);
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits));
    }

    /** "1,204" or "1.204". */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(formats).format(number);
    }

    /** "11.4%" for 0.114. */
    public String percent(double share) {
        var format = NumberFormat.getPercentInstance(formats);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** "Thursday 18 June 2027". */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .localizedBy(formats)
                .format(date);
    }

    /** "Thu 18 Jun 2027". */
    public String shortDate(LocalDate date) {
        return (formats.equals(Locale.UK) ? BRITISH : localized("yMMMEd")).format(date);
    }

    private DateTimeFormatter localized(String fields) {
        return DateTimeFormatter.ofLocalizedPattern(fields).localizedBy(formats);
    }

    /** "JUN" as on a calendar's leaf; capitals are the stylesheet's. */
    public String month(LocalDate date) {
        return date.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, formats);
    }

    /** "19:30". */
    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .localizedBy(formats)
                .format(time);
    }

    /** "Thu 18 Jun 2027, 19:30 CEST": a time in a place, with the zone's short name there and then. */
    public String dateTime(LocalDateTime at, ZoneId zone) {
        return shortDate(at.toLocalDate()) + ", " + time(at.toLocalTime()) + " " + zone(at, zone);
    }

    /** An instant as the clocks of a place show it: "Thu 18 Jun 2027, 19:30 CEST". */
    public String dateTime(Instant at, ZoneId zone) {
        return dateTime(LocalDateTime.ofInstant(at, zone), zone);
    }

    /** "19:30 – 23:00 CEST" on one day, "Thu 18 Jun 2027, 19:30 – Fri 19 Jun 2027, 02:00 CEST" otherwise. */
    public String range(LocalDateTime from, LocalDateTime until, ZoneId zone) {
        if (from.toLocalDate().equals(until.toLocalDate()))
            return time(from.toLocalTime()) + " – " + time(until.toLocalTime()) + " " + zone(from, zone);
        return shortDate(from.toLocalDate()) + ", " + time(from.toLocalTime()) + " – " + dateTime(until, zone);
    }

    /** "CEST" in summer, "CET" in winter; "GMT-3" where the zone has no short name of its own. */
    public String zone(LocalDateTime at, ZoneId zone) {
        String name = DateTimeFormatter.ofPattern("z", formats).format(at.atZone(zone));
        return name.equals("Z") ? "UTC" : name;
    }
}
