package io.marquee.ordering;

import io.marquee.event.EventReads;
import io.marquee.identity.Permission;
import io.marquee.platform.tenancy.Acting;
import io.marquee.registration.Answer;
import io.marquee.registration.Answered;
import io.marquee.registration.Answers;
import io.marquee.registration.Questions;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketsRefused.RegistrationClosed;
import io.marquee.waitingroom.BoundHolds;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an order answers to its event's questions: at the checkout, and until registration locks. */
@Component
public class Registrations {
    private final OrderAccess access;
    private final BoundHolds bound;
    private final Questions questions;
    private final Answers answers;
    private final EventReads events;
    private final Acting acting;
    private final Clock clock;

    Registrations(
            OrderAccess access,
            BoundHolds bound,
            Questions questions,
            Answers answers,
            EventReads events,
            Acting acting,
            Clock clock) {
        this.access = access;
        this.bound = bound;
        this.questions = questions;
        this.answers = answers;
        this.events = events;
        this.acting = acting;
        this.clock = clock;
    }

    /** Before the order is made. Most events ask nothing: then it costs nothing. @throws io.marquee.kernel.InvalidInput */
    void register(HoldView hold, String buyerEmail, int tickets, List<Answer> given) {
        bound.require(hold.event(), hold.id().value(), buyerEmail);
        if (questions.asked(hold.event()).isEmpty()) return;
        answers.give(new Answers.Party(hold.id(), hold.event(), hold.organization(), tickets), given);
    }

    /** For the order's buyer, and for those of the team who may see orders. */
    @Transactional(readOnly = true)
    public List<Answered> of(OrderId id) {
        OrderView order = access.ofBuyerOr(Permission.SEE_ORDERS, id);
        return acting.asSystem(order.organization(), () -> answers.of(order.hold()));
    }

    /**
     * The buyer answers anew until registration locks, the team at any time.
     *
     * @throws RegistrationClosed when it has locked
     * @throws io.marquee.kernel.InvalidInput
     */
    @Transactional
    public void change(OrderId id, List<Answer> given) {
        OrderView order = access.ofBuyerOr(Permission.HANDLE_ORDERS, id);
        if (OrderAccess.isBuyer(order) && !open(order)) throw new RegistrationClosed();
        int tickets = order.lines().stream().mapToInt(OrderView.Line::quantity).sum();
        answers.give(new Answers.Party(order.hold(), order.event(), order.organization(), tickets), given);
    }

    private boolean open(OrderView order) {
        return acting.asSystem(
                order.organization(), () -> events.byId(order.event()).registrationOpen(clock.instant()));
    }
}
