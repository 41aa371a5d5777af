package io.marquee.payment.sandbox;

import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import java.util.Arrays;
import java.util.List;

/** The hosted page: what is paid, and what was typed so far. @param keeps whether the shop has the card kept */
public record PayView(
        String path,
        String description,
        String amount,
        String email,
        String cardNumber,
        String expiry,
        String cvc,
        boolean keeps,
        boolean setsUp,
        FieldErrors errors,
        List<CardHint> cards) {

    static List<CardHint> hints(Text text) {
        return Arrays.stream(TestCard.values())
                .map(card -> new CardHint(card.printed(), text.of("payment.sandbox.card", card)))
                .toList();
    }

    /** @param outcome the key of what it does */
    public record CardHint(String number, String outcome) {}
}
