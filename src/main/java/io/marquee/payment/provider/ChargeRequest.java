package io.marquee.payment.provider;

import io.marquee.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we ask for.
 *
 * @param key idempotency key, the same each time this is asked
 * @param reference our payment's id; the provider repeats it in its webhooks
 * @param account whose books: the organization's account at the provider, {@link Charging#DIRECT}; null for the
 *     operator's own
 * @param destination the organization's account that the operator passes the money on to, {@link
 *     Charging#DESTINATION}; null where it stays in the books that it came to
 * @param applicationFee what the operator keeps of it; zero where the money goes to the operator's own account
 * @param description for the buyer, such as the event's title
 * @param customer the provider's id of the buyer in that account; null for somebody it need not know again
 * @param presentation where the buyer pays
 * @param capture when the money is taken
 * @param keepMethod whether the buyer wants their method of payment kept for the next time
 * @param method a method of payment; null where the buyer chooses one in what the provider shows
 * @param buyerAbsent whether the method is charged while nobody is there to be asked by their bank
 * @param returnUrl absolute: where the buyer is sent when the provider's page is done
 * @param expiresAt past it the provider must not take this money
 */
public record ChargeRequest(
        String key,
        String reference,
        @Nullable String account,
        @Nullable String destination,
        Money amount,
        Money applicationFee,
        String description,
        String buyerEmail,
        @Nullable String customer,
        Presentation presentation,
        Capture capture,
        boolean keepMethod,
        @Nullable String method,
        boolean buyerAbsent,
        String returnUrl,
        Instant expiresAt) {

    public enum Presentation {
        /** On a page of the provider, {@link Capability#REDIRECT}. */
        REDIRECT,
        /** In a part of our page that the provider draws, {@link Capability#EMBEDDED}. */
        EMBEDDED
    }

    public enum Capture {
        AT_ONCE,
        /** Reserved first and taken or let go later, {@link Capability#AUTHORISE_AND_CAPTURE}. */
        LATER,
        /** Nothing is: the method is kept, to be charged by other requests of up to this amount, {@link Capability#SET_UP}. */
        SET_UP
    }
}
