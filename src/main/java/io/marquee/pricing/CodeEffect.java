package io.marquee.pricing;

/** What a promo code does to a cart. @param code as the buyer sees it */
public record CodeEffect(String code, Reduction reduction, Scope scope) {}
