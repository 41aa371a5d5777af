package io.marquee.payment.provider;

import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A company that moves money. It is never called inside a transaction, and every question that changes something
 * carries a key: asked again with the same key it does nothing new and answers how the thing stands.
 *
 * <p>Every call may throw {@link ProviderUnreachable}: then nothing is known, and the same is asked again later. One that
 * looks something up may throw {@link ProviderDenied}, such as for an account whose owner has left.
 */
public interface PaymentProvider {

    /** Its word in the API, in URLs and in the database: lower case. */
    @FromMemory
    String name();

    /** What it can do; asked for, never assumed. */
    @FromMemory
    Set<Capability> capabilities();

    /** Whether new payments may be started through it. Those that were started before are followed to their end. */
    @FromMemory
    default boolean offered() {
        return true;
    }

    /** In whose books the charges of organizations are; {@link Charging#OPERATOR} without {@link Capability#PAYOUTS}. */
    @FromMemory
    default Charging charging() {
        return Charging.OPERATOR;
    }

    /** Whether an organization without an account of its own can't be paid through it. */
    @FromMemory
    default boolean requiresAccount() {
        return charging() != Charging.OPERATOR;
    }

    /** Accounts of organizers; null where it has none. */
    default @Nullable PayoutAccounts payoutAccounts() {
        return null;
    }

    /** What moves in the operator's own account; null where it tells nothing of that. */
    default @Nullable OperatorBooks operatorBooks() {
        return null;
    }

    /** Where disputes are answered; null where nothing can be said. */
    default @Nullable DisputeDesk disputeDesk() {
        return null;
    }

    /** The smallest amount of a currency that it moves, in our minor units: all others are multiples of it. */
    @FromMemory
    default long step(Currency currency) {
        return 1;
    }

    /**
     * Looks at a method of payment before anything is stored, so that we never keep what we should not.
     *
     * @param method a token of this provider, such as a saved card; the sandbox takes the number of a test card
     * @throws io.marquee.kernel.InvalidInput at {@code method} when it is none of this provider's
     */
    void check(String method);

    /** Starts a charge, or answers the one that the same key started. */
    ChargeFact start(ChargeRequest request);

    /** How a charge stands. */
    ChargeFact charge(ChargeRef ref);

    /**
     * Gives a charge up that waits for its buyer; a charge that never arrived cannot arrive afterwards. What was reserved or set up
     * meanwhile stays: somebody may have heard of it already, and it has bought something.
     *
     * @param ref null where we never heard of it
     * @return how it stands now: the buyer may have been quicker
     */
    ChargeFact cancel(ChargeRequest request, @Nullable ChargeRef ref);

    /** Lets go of money that was reserved, or of a method that was set up, where it can do either. */
    default ChargeFact release(ChargeRef ref) {
        throw new UnsupportedOperationException(name() + " reserves nothing");
    }

    /** Takes money that was reserved, where it can {@link Capability#AUTHORISE_AND_CAPTURE}. */
    default ChargeFact capture(CaptureRequest request) {
        throw new UnsupportedOperationException(name() + " takes no money later");
    }

    /** Sends money back, or answers the refund that the same key started. */
    RefundFact refund(RefundRequest request);

    /**
     * All charges that were made in a span of time, as its books have them now, in any order. Read as they come, so that
     * any number of them needs little memory; to be closed.
     *
     * @param account an organization's, or null for the operator's own
     * @param until exclusive
     */
    Stream<ChargeFact> charges(@Nullable String account, Instant from, Instant until);

    /**
     * Reads a webhook.
     *
     * @throws ForgedWebhook when it is not this provider's, or too old
     */
    @FromMemory
    Notice read(WebhookCall call);

    /**
     * Which payment of ours a webhook is about, where the webhook itself does not say: asks for what it names. Not called
     * where the webhook is received, but by the job that handles it.
     *
     * @return our payment's id; null where it is about none
     */
    default @Nullable String referenceOf(Notice notice) {
        return notice.reference();
    }

    /** The part of our page that its script draws, where it can {@link Capability#EMBEDDED}; null otherwise. */
    @FromMemory
    default @Nullable EmbeddedForm embeddedForm() {
        return null;
    }

    /** Methods of payment that it keeps, where it can {@link Capability#SAVED_METHODS}; null otherwise. */
    default @Nullable SavedMethods savedMethods() {
        return null;
    }
}
