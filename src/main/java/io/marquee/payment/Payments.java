package io.marquee.payment;

import io.marquee.identity.PersonView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.payment.provider.Capability;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.HoldId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The commands on payments. Those that call a provider refuse to run inside a transaction. Callers have asked {@code
 * Access} or hold the order's token.
 */
@Component
public class Payments {
    /** How long a page waits for the provider's answer, before it shows what was known. */
    private static final Duration A_LOOK = Duration.ofSeconds(3);

    private final Providers providers;
    private final ProviderChoices choices;
    private final Starting starting;
    private final Reservations reservations;
    private final Attempts attempts;
    private final RefundApproval approval;
    private final Refunds refunds;
    private final DisputeRows disputes;
    private final Inquiry inquiry;
    private final Acting acting;

    Payments(
            Providers providers,
            ProviderChoices choices,
            Starting starting,
            Reservations reservations,
            Attempts attempts,
            RefundApproval approval,
            Refunds refunds,
            DisputeRows disputes,
            Inquiry inquiry,
            Acting acting) {
        this.providers = providers;
        this.choices = choices;
        this.starting = starting;
        this.reservations = reservations;
        this.attempts = attempts;
        this.approval = approval;
        this.refunds = refunds;
        this.disputes = disputes;
        this.inquiry = inquiry;
        this.acting = acting;
    }

    /**
     * What is to be paid.
     *
     * @param returnUrl absolute: where the provider's page sends the buyer back
     */
    public record Due(
            UUID order,
            HoldId hold,
            EventId event,
            OrganizationId organization,
            Money amount,
            String description,
            String buyerEmail,
            String returnUrl) {}

    /**
     * How the buyer wants to pay.
     *
     * @param method what the provider takes: a method that it keeps, for the sandbox a test card's number; null for a page
     *     or form of the provider
     * @param embedded whether the buyer pays in a part of our page, or in an app; otherwise on a page of the provider
     * @param buyer the person, where somebody is signed in; their kept methods are at hand
     * @param keepMethod whether they want the method kept for the next time
     * @param buyerAbsent whether a kept method is charged while nobody can be asked
     */
    public record Way(
            String provider,
            @Nullable String method,
            boolean embedded,
            @Nullable PersonView buyer,
            boolean keepMethod,
            boolean buyerAbsent) {

        /** On the provider's page, or with a method that is given; by anybody. */
        public static Way through(String provider, @Nullable String method) {
            return new Way(provider, method, false, null, false, false);
        }
    }

    /** The providers that an organization can be paid through now and wants to be, by name. */
    public List<String> offered(OrganizationId organization) {
        return acting.asSystem(organization, () -> choices.offered(organization));
    }

    /** Whether none of these can be asked for the moment: then nothing is started, and what is under way waits. */
    public boolean paused(List<String> offered) {
        return !offered.isEmpty() && offered.stream().allMatch(providers::isDown);
    }

    /**
     * Starts an attempt, or answers the one that stands already: undecided, or succeeded. Nobody pays an order twice.
     *
     * @throws PaymentRefused when the provider is not on offer or does not answer
     * @throws io.marquee.kernel.InvalidInput at {@code method} when the provider does not know it, at {@code amount} when it
     *     cannot count it
     */
    public PaymentView start(Due due, Way way) {
        return starting.start(due, way, Capture.AT_ONCE);
    }

    /** Starts an attempt on the provider's page, or with the method that is given. */
    public PaymentView start(Due due, String provider, @Nullable String method) {
        return start(due, Way.through(provider, method));
    }

    /**
     * Has money reserved and not taken: begins like {@link #start}, and once the buyer has agreed the payment is authorised.
     * Cards let go of it by themselves after a week.
     *
     * @throws PaymentRefused.NotSupported also when the provider cannot do this
     */
    public PaymentView authorise(Due due, Way way) {
        return starting.start(due, way, Capture.LATER);
    }

    /**
     * Takes money that was reserved; what is left of it is let go. Asked again for the same amount, answers how it stands.
     *
     * @throws PaymentRefused.NotReserved when it is not authorised, or another amount was decided before
     * @throws PaymentRefused.ProviderDown when it does not answer: the decision stands, and is to be asked for again
     * @throws PaymentRefused.Denied likewise, when it answers that it does not do it
     */
    public PaymentView capture(PaymentId id, Money amount) {
        return reservations.capture(id, amount);
    }

    /**
     * Lets go of money that was reserved.
     *
     * @return cancelled; or how else it ended meanwhile
     * @throws PaymentRefused.NotReserved when it was decided to take it
     * @throws PaymentRefused.ProviderDown when it does not answer: then nothing was let go
     * @throws PaymentRefused.Denied likewise
     */
    public PaymentView release(PaymentId id) {
        return reservations.release(id);
    }

    /**
     * Has a method set up and takes nothing: begins like {@link #start}, and once the buyer has agreed the payment is authorised.
     * What is taken of it later are payments of their own ({@link SetUps}).
     *
     * @throws PaymentRefused.NotSupported also when the provider cannot do this
     */
    public PaymentView setUp(Due due, Way way) {
        return starting.start(due, way, Capture.SET_UP);
    }

    /** Whether money can be reserved through it and taken later. */
    public boolean reserves(String provider) {
        return providers.offered(provider).capabilities().contains(Capability.AUTHORISE_AND_CAPTURE);
    }

    /** Whether a method can be set up through it without a payment, and charged later. */
    public boolean setsUp(String provider) {
        return providers.offered(provider).capabilities().contains(Capability.SET_UP);
    }

    /**
     * Decides, in the caller's transaction, to take money that was reserved; a job carries it out.
     *
     * @param amount as {@link #countable}
     * @throws PaymentRefused.NotReserved when it is not authorised, or something else was decided before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decideToTake(PaymentId id, Money amount) {
        attempts.take(id, amount, step(attempts.byId(id), amount));
    }

    /** So much of an amount as the payment's provider can move: some count in steps. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Money countable(PaymentId id, Money amount) {
        return Steps.roundedDown(amount, step(attempts.byId(id), amount));
    }

    private long step(Attempt attempt, Money amount) {
        return providers.named(attempt.provider()).step(amount.currency());
    }

    /** Likewise to let go of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decideToLetGo(PaymentId id) {
        attempts.letGo(id);
    }

    /**
     * Asks the provider how an undecided attempt stands and acts on the answer. Where the provider does not answer, the
     * attempt stays as it is; where it takes its time nobody waits for it, and what it says is acted on later.
     *
     * @throws io.marquee.kernel.NotFound
     */
    public PaymentView refresh(PaymentId id) {
        OutsideTransactions.require();
        Attempt attempt = attempts.byId(id);
        if (!attempt.state().undecided()) {
            return attempt.view();
        }
        FutureTask<Attempt> look = Patience.begin("look", () -> inquiry.about(attempt));
        try {
            return look.get(A_LOOK.toMillis(), TimeUnit.MILLISECONDS).view();
        } catch (TimeoutException slow) {
            return attempt.view();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ProviderUnreachable || failed.getCause() instanceof ProviderDenied)
                return attempt.view();
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return attempt.view();
        }
    }

    /**
     * Gives up an attempt that waits for its buyer, at the provider.
     *
     * @return how it stands: it may have succeeded or be reserved meanwhile, or still be processing
     * @throws PaymentRefused.ProviderDown when it does not answer: then nothing was given up
     * @throws PaymentRefused.Denied likewise
     * @throws io.marquee.kernel.NotFound
     */
    public PaymentView cancel(PaymentId id) {
        OutsideTransactions.require();
        Attempt attempt = attempts.byId(id);
        if (!attempt.state().awaited()) {
            return attempt.view();
        }
        try {
            return inquiry.givingUp(attempt).view();
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(attempt.provider());
        } catch (ProviderDenied denied) {
            throw new PaymentRefused.Denied(attempt.provider());
        }
    }

    /**
     * The order has ended, in the caller's transaction: what waits for the buyer is given up at the provider a little
     * later. Money that comes all the same is told of as ever.
     */
    @Transactional
    public void endWith(UUID order, OrganizationId organization) {
        acting.asSystem(organization, () -> {
            attempts.endWith(order);
            return true;
        });
    }

    /**
     * Asks for money back, in the caller's transaction: the row is made and a job carries it out. What was approved
     * before counts as returned already.
     *
     * @param key of the request: the same key gives the same refund
     * @throws PaymentRefused when it is more than is left of the payment
     * @throws io.marquee.kernel.NotFound
     */
    @Transactional
    public RefundView refund(PaymentId payment, Money amount, String reason, String key) {
        OrganizationId organization = attempts.byId(payment).organization();
        return acting.asSystem(organization, () -> approval.approve(payment, amount, reason, key))
                .view();
    }

    /**
     * Nobody else moves its money until the caller's transaction ends. It is taken before its order, as everywhere. What was paid at
     * a counter is none of ours, and nothing is locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(PaymentId id) {
        attempts.hold(id);
    }

    /** Newest first; as the actor's rows allow. */
    public List<PaymentView> ofOrder(UUID order) {
        return attempts.ofOrder(order).stream().map(Attempt::view).toList();
    }

    /** Newest first; as the actor's rows allow. */
    public List<RefundView> refundsOfOrder(UUID order) {
        return refunds.ofOrder(order).stream().map(Refund::view).toList();
    }

    /** Newest first; only the event's team sees any. */
    public List<DisputeView> disputesOfOrder(UUID order) {
        return disputes.ofOrder(order);
    }
}
