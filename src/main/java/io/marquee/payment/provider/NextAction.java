package io.marquee.payment.provider;

/** What the buyer must do before a charge goes on. */
public sealed interface NextAction {
    /** Go to the provider's page. */
    record Redirect(String url) implements NextAction {}

    /**
     * Pay in the part of our page that the provider's script draws.
     *
     * @param clientSecret opens this one charge to that script
     */
    record Embedded(String clientSecret) implements NextAction {}
}
