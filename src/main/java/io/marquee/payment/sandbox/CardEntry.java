package io.marquee.payment.sandbox;

import io.marquee.kernel.InvalidInput;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the buyer typed on the hosted page. Nothing of it is kept but the number of a test card. */
record CardEntry(String number, String expiry, String cvc) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12,19}");
    private static final Pattern EXPIRY = Pattern.compile("([0-9]{1,2})\\s*[/-]?\\s*((?:20)?[0-9]{2})");
    private static final Pattern CVC = Pattern.compile("[0-9]{3,4}");

    static final CardEntry EMPTY = new CardEntry("", "", "");

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
