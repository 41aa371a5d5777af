package io.marquee.payment.sandbox;

import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What the buyer typed on the hosted page. Nothing of it is kept but the number of a test card. */
record CardEntry(String number, String expiry, String cvc) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12,19}");
    private static final Pattern EXPIRY = Pattern.compile("([0-9]{1,2})\\s*[/-]?\\s*((?:20)?[0-9]{2})");
    private static final Pattern CVC = Pattern.compile("[0-9]{3,4}");

    private static final int LONGEST_EXPIRY = 20;

    static final CardEntry EMPTY = new CardEntry("", "", "");

    /** What can be wrong, and where. */
    private static final Map<String, String> FIELDS = fields();

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String code : List.of("card_number", "card_mistyped", "unknown_test_card", "card_not_kept"))
            fields.put(code, "cardNumber");
        for (String code : List.of("card_expiry", "card_expired")) fields.put(code, "expiry");
        fields.put("card_cvc", "cvc");
        return fields;
    }

    /** @throws InvalidInput with everything that is wrong, each at its field */
    TestCard check(Clock clock) {
        Optional<TestCard> card = TestCard.of(number);
        String digits = TestCard.digits(number);
        boolean isNumber = NUMBER.matcher(digits).matches();
        boolean isCard = isNumber && passesLuhn(digits);
        YearMonth until = until();
        InvalidInput.gather()
                .check(isNumber, "cardNumber", "card_number")
                .check(!isNumber || isCard, "cardNumber", "card_mistyped")
                .check(!isCard || card.isPresent(), "cardNumber", "unknown_test_card")
                .check(until != null, "expiry", "card_expiry")
                .check(
                        until == null || !until.isBefore(YearMonth.now(clock.withZone(ZoneOffset.UTC))),
                        "expiry",
                        "card_expired")
                .check(CVC.matcher(cvc.strip()).matches(), "cvc", "card_cvc")
                .orThrow();
        return card.orElseThrow();
    }

    /** The page with why a card was not taken, so that the way back leads past what was sent. Nothing of the card goes along. */
    ModelAndView again(String path, InvalidInput wrong) {
        return SeeOther.to(UriComponentsBuilder.fromPath(path)
                .queryParam(
                        "wrong",
                        wrong.problems().stream()
                                .map(InvalidInput.Problem::code)
                                .toList())
                .queryParam("expiry", "{expiry}")
                .encode()
                .buildAndExpand(expiry.substring(0, Math.min(expiry.length(), LONGEST_EXPIRY)))
                .toUriString());
    }

    /** @param wrong as {@link #again} wrote it; what it did not write is nothing */
    static FieldErrors errors(List<String> wrong, Text text) {
        Map<String, String> errors = new LinkedHashMap<>();
        FIELDS.forEach((code, field) -> {
            if (wrong.contains(code)) errors.putIfAbsent(field, text.get("invalid." + code));
        });
        return new FieldErrors(errors);
    }

    /** Its last month, once it was checked. */
    String expires() {
        return String.valueOf(until());
    }

    private @Nullable YearMonth until() {
        Matcher typed = EXPIRY.matcher(expiry.strip());
        if (!typed.matches()) {
            return null;
        }
        try {
            int year = Integer.parseInt(typed.group(2));
            return YearMonth.of(year < 100 ? 2000 + year : year, Integer.parseInt(typed.group(1)));
        } catch (DateTimeException thirteenthMonth) {
            return null;
        }
    }

    /** The check digit that tells a mistyped number (ISO/IEC 7812-1, annex B). */
    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
