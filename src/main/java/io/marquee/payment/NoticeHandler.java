package io.marquee.payment;

import io.marquee.payment.provider.Notice;
import java.util.Set;

/**
 * Whoever cares about what a provider tells beside payments: accounts, payouts, disputes. A bean of any module that may call
 * this one; it is asked by the job that handles webhooks, after the payment was looked at, where it is about one.
 */
public interface NoticeHandler {

    /** How the types begin that it cares about, in the provider's words: such as {@code account.}. */
    Set<String> types();

    /**
     * Looks at the provider, and acts on what it finds there: the notice is a hint, never a fact. Runs outside any
     * transaction, for the whole platform, and may run twice, late and in any order.
     *
     * @return whether anything moved
     * @throws RuntimeException when it must be tried again
     */
    boolean handle(String provider, Notice notice);
}
