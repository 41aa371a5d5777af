package io.marquee.payment.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The cards that the sandbox knows; it takes no other number, so that nobody's real card is ever kept. */
enum TestCard {
    SUCCEEDS("4242424242424242"),
    DECLINED("4000000000000002"),
    INSUFFICIENT_FUNDS("4000000000009995"),
    NEEDS_AUTHENTICATION("4000002500003155"),
    /** Paid, and disputed by its holder some seconds later. */
    DISPUTED("4000000000000259"),
    /** Under way for some seconds, then paid. */
    SLOW("4000000000000077"),
    /** Paid, but no refund to it arrives. */
    REFUND_FAILS("4000000000005126");

    private final String number;

    TestCard(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    /** In groups of four, as on the card. */
    String printed() {
        return number.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** @param typed the number with or without spaces and dashes */
    static Optional<TestCard> of(String typed) {
        String digits = digits(typed);
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst();
    }

    static String digits(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }
}
