package io.marquee.payment;

/**
 * Which webhooks are looked for; blank means any.
 *
 * @param type how the type begins, in the provider's words
 * @param outcome one of {@link WebhookView}'s, or {@code waiting}
 * @param undelivered only those that wait or were given up
 */
public record WebhookFilter(String provider, String type, String outcome, boolean undelivered) {
    public static final WebhookFilter ALL = new WebhookFilter("", "", "", false);
}
