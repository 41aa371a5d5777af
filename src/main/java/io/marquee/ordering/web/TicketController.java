package io.marquee.ordering.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.TicketPapers;
import io.marquee.ticketing.transfer.Holders;
import io.marquee.ticketing.transfer.TransferId;
import io.marquee.ticketing.transfer.Transfers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One ticket: shown, passed on, mailed again. By its person, its order's link, or the link it was passed on with. */
@Controller
class TicketController {
    private static final String OF_PERSON = "/tickets/{ticket}";
    private static final String OF_ORDER = "/orders/{token}/tickets/{ticket}";
    private static final String OF_TRANSFER = "/transfers/{token}";

    private final TicketVisits visits;
    private final TicketPages pages;
    private final Transfers transfers;
    private final Holders holders;
    private final TicketPapers papers;
    private final PassFiles passes;
    private final Acting acting;

    TicketController(
            TicketVisits visits,
            TicketPages pages,
            Transfers transfers,
            Holders holders,
            TicketPapers papers,
            PassFiles passes,
            Acting acting) {
        this.visits = visits;
        this.pages = pages;
        this.transfers = transfers;
        this.holders = holders;
        this.papers = papers;
        this.passes = passes;
        this.acting = acting;
    }

    @GetMapping({OF_PERSON, OF_ORDER})
    ModelAndView show(@PathVariable Map<String, String> path, Page page) {
        return pages.show(visits.open(path), "", FieldErrors.none(), page);
    }

    @GetMapping({OF_PERSON + "/ticket.pdf", OF_ORDER + "/ticket.pdf", OF_TRANSFER + "/ticket.pdf"})
    ResponseEntity<byte[]> pdf(@PathVariable Map<String, String> path, Page page) {
        TicketVisit visit = visits.open(path);
        boolean shown = acting.as(visit.visitor(), () -> visit.ticket().isHeldByActor());
        if (!shown || !TicketStubs.admits(visit.ticket())) throw new NotFound("ticket");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"ticket-" + visit.ticket().code() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(papers.pdf(
                        visit.event(), List.of(visit.ticket()), page.text().locale()));
    }

    /** A pass for a phone's wallet, where there are any: a file of Apple's, or the way to Google. */
    @GetMapping({OF_PERSON + "/wallet/{kind}", OF_ORDER + "/wallet/{kind}", OF_TRANSFER + "/wallet/{kind}"})
    ResponseEntity<byte[]> pass(@PathVariable Map<String, String> path, @PathVariable String kind, Page page) {
        TicketVisit visit = visits.open(path);
        boolean held = acting.as(visit.visitor(), () -> visit.ticket().isHeldByActor());
        if (!held || !TicketStubs.admits(visit.ticket())) throw new NotFound("ticket");
        return passes.of(visit, kind, page.text().locale());
    }

    @PostMapping({OF_PERSON + "/transfers", OF_ORDER + "/transfers", OF_TRANSFER + "/transfers"})
    ModelAndView offer(
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "") String email,
            Page page,
            RedirectAttributes redirect) {
        TicketVisit visit = visits.open(path);
        try {
            acting.as(
                    visit.visitor(),
                    () -> transfers.offer(
                            visit.ticket().id(), email, page.text().locale()));
            Flash.good(page.text().get("ordering.pass_on.done", email.strip())).with(redirect);
        } catch (InvalidInput invalid) {
            ModelAndView shown = pages.show(visit, email, FieldErrors.of(invalid, page.text()), page);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        } catch (Refusal refused) {
            refuse(refused, page, redirect);
        }
        return SeeOther.to(visit.path());
    }

    @PostMapping({
        OF_PERSON + "/transfers/{transfer}/withdrawal",
        OF_ORDER + "/transfers/{transfer}/withdrawal",
        OF_TRANSFER + "/transfers/{transfer}/withdrawal"
    })
    ModelAndView withdraw(
            @PathVariable Map<String, String> path,
            @PathVariable UUID transfer,
            Page page,
            RedirectAttributes redirect) {
        TicketVisit visit = visits.open(path);
        try {
            acting.as(visit.visitor(), () -> transfers.withdraw(new TransferId(transfer)));
            Flash.good(page.text().get("ordering.pass_on.withdrawn")).with(redirect);
        } catch (Refusal refused) {
            refuse(refused, page, redirect);
        }
        return SeeOther.to(visit.path());
    }

    @PostMapping({OF_PERSON + "/mails", OF_ORDER + "/mails", OF_TRANSFER + "/mails"})
    ModelAndView mail(@PathVariable Map<String, String> path, Page page, RedirectAttributes redirect) {
        TicketVisit visit = visits.open(path);
        try {
            acting.as(
                    visit.visitor(),
                    () -> holders.resend(visit.ticket().id(), page.text().locale()));
            Flash.good(page.text().get("ordering.order.resent", visit.ticket().holderEmail()))
                    .with(redirect);
        } catch (Refusal refused) {
            refuse(refused, page, redirect);
        }
        return SeeOther.to(visit.path());
    }

    /** What can be told in a sentence on the page again. */
    private static void refuse(Refusal refused, Page page, RedirectAttributes redirect) {
        if (refused.kind() != Refusal.Kind.CONFLICT && refused.kind() != Refusal.Kind.TOO_MANY) throw refused;
        Flash.bad(page.text().why(refused)).with(redirect);
    }
}
