package io.marquee.payment;

import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.OrganizationId;
import io.marquee.payment.provider.CaptureRequest;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.provider.RefundFact;
import io.marquee.payment.provider.RefundRequest;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Asks a provider how things stand, outside of any transaction, and has the answer applied. Polls, webhooks, the buyer's
 * return and retries after a crash all come through here, at any time and as often as they like.
 *
 * <p>Every method that asks throws {@link ProviderUnreachable} when no answer came, and {@link ProviderDenied} when the answer
 * was no: then nothing has changed here. What was denied is listed for a person.
 */
@Component
class Inquiry {
    private static final Logger log = LoggerFactory.getLogger(Inquiry.class);
    private static final int TRIES = 3;

    private final Providers providers;
    private final Attempts attempts;
    private final Refunds refunds;
    private final ProviderFacts facts;
    private final Discrepancies discrepancies;
    private final Acting acting;

    Inquiry(
            Providers providers,
            Attempts attempts,
            Refunds refunds,
            ProviderFacts facts,
            Discrepancies discrepancies,
            Acting acting) {
        this.providers = providers;
        this.attempts = attempts;
        this.refunds = refunds;
        this.facts = facts;
        this.discrepancies = discrepancies;
        this.acting = acting;
    }

    /** How an attempt stands. One that the provider never confirmed is sent again under the same key. */
    Attempt about(Attempt attempt) {
        if (attempt.isToBeTaken()) return capturing(attempt);
        return apply(attempt, ask(attempt));
    }

    /** What the provider says of an attempt, and nothing done about it. */
    ChargeFact ask(Attempt attempt) {
        PaymentProvider provider = providers.named(attempt.provider());
        ChargeRef charge = attempt.charge();
        return asked(
                attempt,
                attempt.state().undecided(),
                () -> charge == null ? provider.start(attempt.request()) : provider.charge(charge));
    }

    /**
     * Gives an attempt up; only the provider's word makes it cancelled. Who decided that while it waited for its buyer did not mean what the
     * buyer has had reserved or set up since.
     */
    Attempt givingUp(Attempt attempt) {
        ChargeRef charge = attempt.charge();
        if (charge != null && attempt.state() == PaymentState.AUTHORISED) {
            return apply(attempt, asked(attempt, true, () -> provider(attempt).release(charge)));
        }
        Instant until = attempt.request().capture() == Capture.LATER
                ? acting.asSystem(attempt.organization(), () -> attempts.givesUp(attempt.id()))
                : null;
        ChargeFact fact = asked(attempt, true, () -> provider(attempt).cancel(attempt.request(), charge));
        return until == null
                ? apply(attempt, fact)
                : applied(attempt.organization(), () -> facts.givenUp(attempt, fact, until));
    }

    private PaymentProvider provider(Attempt attempt) {
        return providers.named(attempt.provider());
    }

    /** Has money taken that was reserved, as it was decided. */
    Attempt capturing(Attempt attempt) {
        ChargeRef charge = Objects.requireNonNull(attempt.charge(), "what was reserved has an id");
        PaymentProvider provider = providers.named(attempt.provider());
        CaptureRequest request = new CaptureRequest(
                "capture-" + attempt.id(),
                charge,
                attempt.amount(),
                attempt.isOrganizations() ? attempt.request().applicationFee() : null);
        ChargeFact fact = asked(attempt, true, () -> provider.capture(request));
        return applied(attempt.organization(), () -> facts.apply(attempt, fact));
    }

    /** What the provider was heard to say, without asking it again. */
    Attempt apply(Attempt attempt, ChargeFact fact) {
        return applied(attempt.organization(), () -> facts.apply(attempt, fact));
    }

    Refund apply(Refund refund, RefundFact fact) {
        return applied(refund.organization(), () -> facts.apply(refund.id(), fact));
    }

    /** Has the money sent back, or asks how that stands: the same question under the same key. */
    Refund about(Refund refund) {
        Attempt attempt = acting.asSystem(refund.organization(), () -> attempts.byId(refund.payment()));
        ChargeRef charge = attempt.charge();
        if (charge == null) {
            throw new IllegalStateException("refund of a payment that the provider never confirmed: " + attempt.id());
        }
        acting.asSystem(refund.organization(), () -> refunds.underWay(refund.id()));
        PaymentProvider provider = providers.named(attempt.provider());
        RefundRequest request = new RefundRequest(refund.key(), charge, refund.amount());
        RefundFact fact = asked(attempt, refund.undecided(), () -> provider.refund(request));
        return applied(refund.organization(), () -> facts.apply(refund.id(), fact));
    }

    private <T> T asked(Attempt attempt, boolean waiting, Supplier<T> question) {
        try {
            return question.get();
        } catch (ProviderDenied denied) {
            // about what is decided nobody waits: comparing the books lists it
            if (waiting) acting.asPlatform(() -> discrepancies.keptDenied(attempt, denied.code()));
            throw denied;
        }
    }

    /** The order moves in the same transaction: where somebody moved it at that very moment, all of it is done again. */
    private <T> T applied(OrganizationId organization, Supplier<T> work) {
        for (int again = 1; again < TRIES; again++) {
            try {
                return acting.asSystem(organization, work);
            } catch (IllegalMove | ConcurrencyFailureException quicker) {
                log.debug("a fact is applied again", quicker);
            }
        }
        return acting.asSystem(organization, work);
    }
}
