package io.marquee.payment.provider;

/** A webhook whose signature is missing, wrong or too old, or whose body nobody can read. */
public final class ForgedWebhook extends RuntimeException {
    public ForgedWebhook(String why) {
        super(why, null, false, false);
    }
}
