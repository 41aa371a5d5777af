package io.marquee.payment.sandbox;

import io.marquee.platform.web.FieldErrors;
import java.util.List;

/** The page on which a card is kept: what was typed so far. */
public record SetupView(
        String path,
        String back,
        String cardNumber,
        String expiry,
        String cvc,
        FieldErrors errors,
        List<PayView.CardHint> cards) {}
