package io.marquee.notification;

import io.marquee.event.EventView;
import io.marquee.kernel.ShortCode;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.WalletPasses;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Stub;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tickets as a letter shows them, with what puts them into a phone's wallet where there is such a thing. */
@Component
class LetterStubs {
    private final Enclosures enclosures;
    private final List<WalletPasses> wallets;

    LetterStubs(Enclosures enclosures, List<WalletPasses> wallets) {
        this.enclosures = enclosures;
        this.wallets = wallets;
    }

    /** Those that still let the buyer's people in. @param link to the order */
    List<Stub> of(OrderView order, EventView event, String link, Text text) {
        return enclosures.valid(order.id().value()).stream()
                .map(ticket -> of(ticket, event, link + "/tickets/" + ticket.id(), text))
                .toList();
    }

    /** @param link to the ticket's own page; null where its reader has none */
    Stub of(TicketView ticket, EventView event, @Nullable String link, Text text) {
        return new Stub(
                ticket.holderName(),
                ticket.typeAndSeat(text),
                ShortCode.grouped(ticket.code()),
                Enclosures.image(ticket),
                link == null ? List.of() : passes(event, link, text));
    }

    private List<Button> passes(EventView event, String link, Text text) {
        return wallets.stream()
                .flatMap(module -> module.offered(event).stream().sorted())
                .map(kind -> new Button(text.of("ordering.ticket.wallet", kind), link + "/wallet/" + Wire.name(kind)))
                .toList();
    }
}
