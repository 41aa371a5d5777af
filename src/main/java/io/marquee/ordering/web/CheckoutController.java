package io.marquee.ordering.web;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.Approvals;
import io.marquee.ordering.BillingDetails;
import io.marquee.ordering.CheckoutNote;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.Payments;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketsRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From held tickets to an order: the buyer's details, and giving the tickets back. */
@Controller
class CheckoutController {
    private final Visits visits;
    private final Ordering ordering;
    private final OrderReads orders;
    private final Interviews interviews;
    private final Paying paying;
    private final Holds holds;
    private final Payments payments;
    private final People people;
    private final List<CheckoutNote> notes;
    private final Approvals approvals;
    private final Acting acting;

    CheckoutController(
            Visits visits,
            Ordering ordering,
            OrderReads orders,
            Interviews interviews,
            Paying paying,
            Holds holds,
            Payments payments,
            People people,
            List<CheckoutNote> notes,
            Approvals approvals,
            Acting acting) {
        this.visits = visits;
        this.ordering = ordering;
        this.orders = orders;
        this.interviews = interviews;
        this.paying = paying;
        this.holds = holds;
        this.payments = payments;
        this.people = people;
        this.notes = notes;
        this.approvals = approvals;
        this.acting = acting;
    }

    @GetMapping("/checkout/{token}")
    ModelAndView show(@PathVariable String token, Page page) {
        Visit visit = visits.open(token);
        if (visit.done()) return SeeOther.to(visit.orderPath());
        if (paying.isUnderWay(visit)) return SeeOther.to(visit.path() + "/return");
        return visit.open() ? form(visit, known(visit), FieldErrors.none(), page) : over(visit, page);
    }

    @PostMapping("/checkout/{token}/order")
    ModelAndView order(@PathVariable String token, @RequestParam MultiValueMap<String, String> sent, Page page) {
        Visit visit = visits.open(token);
        Map<String, String> fields = sent.toSingleValueMap();
        CheckoutForm form = CheckoutForm.of(
                fields,
                visit.hold().items().stream().mapToInt(HoldView.Line::quantity).sum(),
                interviews.of(visit).read(sent));
        try {
            OrderView order = acting.as(
                    visit.buyer(),
                    () -> ordering.place(form.placing(visit, page.text().locale())));
            return order.bought() || order.waits()
                    ? SeeOther.to(visit.orderPath())
                    : SeeOther.to(paying.start(
                            visit, order, fields.getOrDefault("provider", ""), fields.containsKey("keepMethod")));
        } catch (InvalidInput invalid) {
            return refused(visit, form, FieldErrors.of(invalid, page.text()), invalid, page);
        } catch (TicketsRefused.HoldGone | OrderRefused changed) {
            return SeeOther.to(visit.path());
        } catch (TicketsRefused | PaymentRefused refused) {
            String words = page.text().why(refused);
            return refused(visit, form, FieldErrors.ofForm(words), refused, page);
        }
    }

    @PostMapping("/checkout/{token}/release")
    ModelAndView release(@PathVariable String token, Page page, RedirectAttributes redirect) {
        Visit visit = visits.open(token);
        OrderView order = visit.order();
        if (order == null) {
            acting.as(visit.buyer(), () -> holds.release(visit.hold().id()));
        } else if (!paying.giveUp(visit)) {
            return SeeOther.to(visit.path() + "/return");
        }
        Flash.good(page.text().get("ordering.checkout.released")).with(redirect);
        return SeeOther.to(visit.eventPath());
    }

    private ModelAndView refused(Visit visit, CheckoutForm form, FieldErrors errors, Refusal refusal, Page page) {
        ModelAndView shown = form(visit, form, errors, page);
        shown.setStatus(HttpStatus.valueOf(refusal.kind().status()));
        return shown;
    }

    private ModelAndView form(Visit visit, CheckoutForm form, FieldErrors errors, Page page) {
        List<String> offered = payments.offered(visit.hold().organization());
        boolean nothingNow = nothingNow(visit);
        CheckoutView view = CheckoutView.of(
                visit,
                form,
                interviews.of(visit),
                offered,
                payments.paused(offered),
                Acting.current() instanceof Actor.Person && paying.keepsAny(offered),
                paying.kept(visit),
                notes(visit, nothingNow, page),
                nothingNow,
                acting.asSystem(visit.hold().organization(), () -> approvals.asks(visit.hold(), visit.order())),
                errors,
                page.text());
        return titled(visit, page).show("ordering/checkout", "view", view);
    }

    private List<String> notes(Visit visit, boolean nothingNow, Page page) {
        return acting.asSystem(
                visit.hold().organization(),
                () -> notes.stream()
                        .map(note -> note.of(purchase(visit), nothingNow, page.text()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private boolean nothingNow(Visit visit) {
        return acting.asSystem(
                visit.hold().organization(), () -> notes.stream().anyMatch(note -> note.nothingNow(purchase(visit))));
    }

    private static CheckoutNote.Purchase purchase(Visit visit) {
        return new CheckoutNote.Purchase(visit.event(), visit.hold(), visit.order());
    }

    private ModelAndView over(Visit visit, Page page) {
        return titled(visit, page).show("ordering/outcome", "view", OutcomeView.over(visit, page.text()));
    }

    private static Page titled(Visit visit, Page page) {
        return page.titled(page.text().get("ordering.checkout.title"))
                .hue(visit.event().details().hue());
    }

    /** What was said before, or what is known of a person who is signed in. */
    private CheckoutForm known(Visit visit) {
        OrderView order = visit.order();
        if (order != null) {
            return new CheckoutForm(
                    order.buyerName(),
                    EmailAddress.shown(order.buyerEmail()),
                    acting.as(visit.buyer(), () -> orders.attendees(order)),
                    interviews.answers(visit),
                    acting.as(visit.buyer(), () -> orders.billing(order.id())));
        } else if (Acting.current() instanceof Actor.Person) {
            PersonView me = people.me();
            return new CheckoutForm(
                    me.name(), me.email().value(), java.util.List.of(), java.util.List.of(), BillingDetails.EMPTY);
        }
        return CheckoutForm.empty();
    }
}
