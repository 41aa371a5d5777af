package io.marquee.payment.sandbox;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact.Kept;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.sandbox.SandboxCards.KeptCard;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the sandbox does with a charge. Every method runs as the platform, since nobody else may open its books. */
@Component
class SandboxServer {
    /** The last month of a card whose number alone was given. */
    private static final String FAR_AWAY = "2049-12";

    private final SandboxCharges charges;
    private final SandboxDisputes disputes;
    private final SandboxRefunds refunds;
    private final SandboxBehaviours behaviours;
    private final SandboxDeliveries deliveries;
    private final SandboxAgenda agenda;
    private final SandboxCards cards;
    private final Clock clock;

    SandboxServer(
            SandboxCharges charges,
            SandboxDisputes disputes,
            SandboxRefunds refunds,
            SandboxBehaviours behaviours,
            SandboxDeliveries deliveries,
            SandboxAgenda agenda,
            SandboxCards cards,
            Clock clock) {
        this.charges = charges;
        this.disputes = disputes;
        this.refunds = refunds;
        this.behaviours = behaviours;
        this.deliveries = deliveries;
        this.agenda = agenda;
        this.cards = cards;
        this.clock = clock;
    }

    /** Opens a charge, and pays it at once where a card came with it; asked again with the same key, answers the same. */
    @Transactional
    public SandboxCharge start(ChargeRequest request) {
        boolean fresh = charges.open(request, customer(request));
        SandboxCharge charge = current(charges.byKey(request.key()));
        if (!charge.amount().equals(request.amount())) {
            throw new IllegalStateException("the key " + request.key() + " was used for " + charge.amount());
        }
        if (fresh) {
            agenda.lookAt(charge.id(), charge.expiresAt());
        }
        String method = request.method();
        if (fresh && method != null && charge.state() == ChargeState.OPEN) {
            return charged(charge, request, method);
        }
        return charge;
    }

    /** Whoever has a card set up for one purchase alone is somebody of their own. */
    private @Nullable String customer(ChargeRequest request) {
        boolean apart = request.capture() == ChargeRequest.Capture.SET_UP && request.customer() == null;
        return apart
                ? cards.register(
                        SandboxCards.APART + request.key(),
                        request.account(),
                        request.buyerEmail(),
                        request.buyerEmail())
                : request.customer();
    }

    /** What was set up can be charged while nobody is there. */
    @Transactional(readOnly = true)
    @Nullable
    public Kept kept(SandboxCharge charge) {
        String customer = charge.customer();
        String number = charge.cardNumber();
        return customer == null || number == null
                ? null
                : cards.numbered(customer, number)
                        .map(card -> new Kept(customer, card.id()))
                        .orElse(null);
    }

    private SandboxCharge charged(SandboxCharge charge, ChargeRequest request, String method) {
        String customer = request.customer();
        TestCard card = TestCard.of(method)
                .or(() -> Optional.ofNullable(customer)
                        .flatMap(known -> cards.find(known, method))
                        .map(KeptCard::card))
                .orElse(null);
        if (card == null) {
            return moved(charge, ChargeState.DECLINED, null, "method_gone");
        } else if (card == TestCard.NEEDS_AUTHENTICATION && request.buyerAbsent()) {
            return moved(charge, ChargeState.DECLINED, card, "authentication_failed");
        } else {
            return charged(charge, card);
        }
    }

    /** @throws io.marquee.kernel.NotFound */
    @Transactional
    public SandboxCharge charge(String id) {
        return current(charges.locked(id));
    }

    /** The buyer gives a card. A charge that waits for none any more stays as it is: a second click changes nothing. */
    @Transactional
    public SandboxCharge pay(String id, TestCard card, String expires) {
        SandboxCharge charge = current(charges.locked(id));
        return charge.state() == ChargeState.OPEN ? charged(charges.given(charge, expires), card) : charge;
    }

    /** The buyer approves the payment in their bank's app, or does not. */
    @Transactional
    public SandboxCharge authenticate(String id, boolean approved) {
        SandboxCharge charge = current(charges.locked(id));
        if (charge.state() != ChargeState.NEEDS_AUTHENTICATION) {
            return charge;
        }
        return approved
                ? moved(charge, ChargeState.PAID, null, null)
                : moved(charge, ChargeState.DECLINED, null, "authentication_failed");
    }

    /** The buyer turns back, or the shop gives up. What is under way or decided stays. */
    @Transactional
    public SandboxCharge cancel(String id) {
        return cancelled(current(charges.locked(id)));
    }

    /** Gives up what may never have arrived: then the key is used up, and a charge under it can never be paid. */
    @Transactional
    public SandboxCharge cancel(ChargeRequest request) {
        charges.open(request);
        return cancelled(current(charges.byKey(request.key())));
    }

    /** The shop takes what was reserved, or a part of it. Asked again, answers that it has. */
    @Transactional
    public SandboxCharge capture(String id, Money amount) {
        SandboxCharge charge = current(charges.locked(id));
        if (charge.state() != ChargeState.AUTHORISED) return charge;
        SandboxCharge taken = charges.taken(charge, amount.amount());
        deliveries.owe(taken, "charge.paid");
        return taken;
    }

    /** The shop gives up, whether something is reserved already or not. */
    @Transactional
    public SandboxCharge release(String id) {
        SandboxCharge charge = current(charges.locked(id));
        if (charge.state() != ChargeState.AUTHORISED) return cancelled(charge);
        if (charge.setsUp() && charge.customer() != null) cards.forget(charge.customer());
        return moved(charge, ChargeState.CANCELLED, null, null);
    }

    private SandboxCharge cancelled(SandboxCharge charge) {
        return charge.state().waitsForBuyer() ? moved(charge, ChargeState.CANCELLED, null, null) : charge;
    }

    private SandboxCharge charged(SandboxCharge charge, TestCard card) {
        SandboxBehaviour behaviour = behaviours.current();
        Instant now = clock.instant();
        // whether there is money on it, a bank is asked only when it is charged
        boolean asked = !charge.setsUp() || card == TestCard.NEEDS_AUTHENTICATION || card == TestCard.DECLINED;
        return switch (asked ? card : TestCard.SUCCEEDS) {
            case SUCCEEDS, REFUND_FAILS -> moved(charge, ChargeState.PAID, card, null);
            case DECLINED -> moved(charge, ChargeState.DECLINED, card, "card_declined");
            case INSUFFICIENT_FUNDS -> moved(charge, ChargeState.DECLINED, card, "insufficient_funds");
            case NEEDS_AUTHENTICATION -> moved(charge, ChargeState.NEEDS_AUTHENTICATION, card, null);
            case DISPUTED -> {
                Instant at = now.plusSeconds(behaviour.disputeSeconds());
                agenda.lookAt(charge.id(), at);
                yield charges.disputedAt(moved(charge, ChargeState.PAID, card, null), at);
            }
            case SLOW -> {
                Instant at = now.plusSeconds(behaviour.settleSeconds());
                agenda.lookAt(charge.id(), at);
                yield charges.settlesAt(moved(charge, ChargeState.PROCESSING, card, null), at);
            }
        };
    }

    /** Catches up with the time: whoever looks sees what is due, whether the job came by or not. */
    private SandboxCharge current(SandboxCharge charge) {
        Instant now = clock.instant();
        SandboxCharge caughtUp = charge;
        if (charge.state().waitsForBuyer() && !now.isBefore(charge.expiresAt())) {
            caughtUp = moved(charge, ChargeState.EXPIRED, null, null);
        } else if (charge.state() == ChargeState.PROCESSING && isDue(charge.settlesAt(), now)) {
            caughtUp = moved(charge, ChargeState.PAID, null, null);
        }
        if (caughtUp.state() == ChargeState.PAID && isDue(caughtUp.disputedAt(), now)) {
            disputes.open(caughtUp);
        }
        refunds.settleDue(caughtUp);
        return caughtUp;
    }

    private static boolean isDue(@Nullable Instant when, Instant now) {
        return when != null && !now.isBefore(when);
    }

    private SandboxCharge moved(
            SandboxCharge charge, ChargeState to, @Nullable TestCard card, @Nullable String declineCode) {
        boolean takesNothing = charge.capturesLater() || charge.setsUp();
        ChargeState reached = to == ChargeState.PAID && takesNothing ? ChargeState.AUTHORISED : to;
        SandboxCharge moved = charges.move(charge, reached, card == null ? null : card.number(), declineCode);
        deliveries.owe(moved, "charge." + Wire.name(reached));
        boolean good = reached == ChargeState.PAID || reached == ChargeState.AUTHORISED;
        if (good && (moved.keepsCard() || moved.setsUp())) keep(moved);
        return moved;
    }

    private void keep(SandboxCharge charge) {
        String customer = charge.customer();
        String expires = charge.cardExpires();
        if (customer != null) {
            charge.card().ifPresent(card -> cards.keep(customer, card, expires == null ? FAR_AWAY : expires));
        }
    }
}
