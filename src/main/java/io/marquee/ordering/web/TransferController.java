package io.marquee.ordering.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.transfer.TransferId;
import io.marquee.ticketing.transfer.TransferReads;
import io.marquee.ticketing.transfer.TransferState;
import io.marquee.ticketing.transfer.TransferView;
import io.marquee.ticketing.transfer.Transfers;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A ticket that somebody offers, for its recipient: by the mailed link, without an account. */
@Controller
@RequestMapping("/transfers/{token}")
class TransferController {
    private final Capabilities capabilities;
    private final TransferReads reads;
    private final Transfers transfers;
    private final TicketVisits visits;
    private final TicketPages pages;
    private final EventReads events;
    private final Acting acting;
    private final Clock clock;

    TransferController(
            Capabilities capabilities,
            TransferReads reads,
            Transfers transfers,
            TicketVisits visits,
            TicketPages pages,
            EventReads events,
            Acting acting,
            Clock clock) {
        this.capabilities = capabilities;
        this.reads = reads;
        this.transfers = transfers;
        this.visits = visits;
        this.pages = pages;
        this.events = events;
        this.acting = acting;
        this.clock = clock;
    }

    /** The offer; once it was accepted, the ticket. */
    @GetMapping
    ModelAndView show(@PathVariable String token, Page page) {
        TransferView transfer = transfer(token);
        if (transfer.state() == TransferState.ACCEPTED) {
            try {
                return pages.show(visits.open(Map.of("token", token)), "", FieldErrors.none(), page);
            } catch (NotFound gone) {
                // they have passed it on themselves
                return offer(token, transfer, "", FieldErrors.none(), page);
            }
        }
        return offer(token, transfer, "", FieldErrors.none(), page);
    }

    @PostMapping("/acceptance")
    ModelAndView accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            Page page,
            RedirectAttributes redirect) {
        TransferView transfer = transfer(token);
        try {
            return decide(
                    token,
                    redirect,
                    page,
                    "ordering.transfer.accepted",
                    id -> transfers.accept(id, name, page.text().locale()));
        } catch (InvalidInput invalid) {
            ModelAndView shown = offer(token, transfer, name, FieldErrors.of(invalid, page.text()), page);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        }
    }

    @PostMapping("/rejection")
    ModelAndView decline(@PathVariable String token, Page page, RedirectAttributes redirect) {
        return decide(token, redirect, page, "ordering.transfer.declined", transfers::decline);
    }

    private ModelAndView decide(
            String token,
            RedirectAttributes redirect,
            Page page,
            String done,
            Function<TransferId, TransferView> decision) {
        Actor.Capability bearer = capabilities.open(token);
        try {
            acting.as(bearer, () -> decision.apply(new TransferId(bearer.hold())));
            Flash.good(page.text().get(done)).with(redirect);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT) throw refused;
            Flash.bad(page.text().why(refused)).with(redirect);
        }
        return SeeOther.to("/transfers/" + token);
    }

    private TransferView transfer(String token) {
        Actor.Capability bearer = capabilities.open(token);
        return acting.as(bearer, () -> reads.byId(new TransferId(bearer.hold())));
    }

    private ModelAndView offer(String token, TransferView transfer, String name, FieldErrors errors, Page page) {
        EventView event = acting.asSystem(transfer.organization(), () -> events.byId(transfer.event()));
        TransferPage view =
                TransferPage.of("/transfers/" + token, transfer, event, name, errors, clock.instant(), page.text());
        return page.titled(view.title()).hue(event.details().hue()).show("ordering/transfer", "view", view);
    }
}
