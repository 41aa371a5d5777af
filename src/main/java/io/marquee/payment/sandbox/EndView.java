package io.marquee.payment.sandbox;

/** The hosted page of a charge that waits for nobody any more. */
public record EndView(String state, String description, String amount, String returnUrl) {}
