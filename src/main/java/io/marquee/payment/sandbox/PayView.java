package io.marquee.payment.sandbox;

import io.marquee.platform.web.FieldErrors;
import java.util.List;

/** The hosted page: what is paid, and what was typed so far. */
public record PayView(
        String path,
        String description,
        String amount,
        String email,
        String cardNumber,
        String expiry,
        String cvc,
        FieldErrors errors,
        List<CardHint> cards) {

    /** @param outcome the key of what it does */
    public record CardHint(String number, String outcome) {}
}
