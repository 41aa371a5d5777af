package io.marquee.ordering.web;

import io.marquee.event.Companions;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.StakedTickets;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TransferReads;
import io.marquee.ticketing.transfer.TransferRules;
import io.marquee.ticketing.waiting.Resales;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts a ticket's page together, as whoever opened it may see it. */
@Component
class TicketPages {
    private final TransferReads transfers;
    private final TransferRules rules;
    private final Resales resales;
    private final List<StakedTickets> staked;
    private final TicketStubs.Codes codes;
    private final PassFiles passes;
    private final Companions companions;
    private final Capabilities capabilities;
    private final Acting acting;
    private final Clock clock;

    TicketPages(
            TransferReads transfers,
            TransferRules rules,
            Resales resales,
            List<StakedTickets> staked,
            TicketStubs.Codes codes,
            PassFiles passes,
            Companions companions,
            Capabilities capabilities,
            Acting acting,
            Clock clock) {
        this.transfers = transfers;
        this.rules = rules;
        this.resales = resales;
        this.staked = staked;
        this.codes = codes;
        this.passes = passes;
        this.companions = companions;
        this.capabilities = capabilities;
        this.acting = acting;
        this.clock = clock;
    }

    ModelAndView show(TicketVisit visit, String typed, FieldErrors errors, Page page) {
        TicketPage view = acting.as(
                visit.visitor(),
                () -> TicketPage.of(
                        visit,
                        rules.of(visit.event()),
                        transfers.ofTicket(visit.ticket().id()),
                        resales.of(visit.ticket()),
                        resales.isPossible(visit.ticket(), visit.event()),
                        stake(visit, page.text()),
                        codes,
                        passes.links(visit.event(), visit.path(), page.text()),
                        typed,
                        errors,
                        clock.instant(),
                        page.text()));
        return page.titled(
                        page.text().get("ordering.pass_on.title", view.event().title()))
                .hue(view.event().hue())
                .show("ordering/ticket", "view", view)
                .addObject("companions", view.held() ? companions(visit, page.text()) : List.of());
    }

    /** By the link that they came with. Whoever is signed in needs none, and may not have that of the whole order. */
    private List<Link> companions(TicketVisit visit, Text text) {
        String token = visit.visitor() instanceof Actor.Capability link ? capabilities.tokenFor(link.hold()) : null;
        return JoinLink.beside(companions.of(visit.event(), token, text), visit.event(), text);
    }

    /** It goes back to whoever paid it: whom the ticket was passed on to reads nothing of it. */
    private @Nullable String stake(TicketVisit visit, Text text) {
        TicketView ticket = visit.ticket();
        return staked.stream()
                .flatMap(module -> module.told(visit.event(), new OrderId(ticket.order()), ticket.id(), text).stream())
                .map(StakedTickets.Told::words)
                .findFirst()
                .orElse(null);
    }
}
