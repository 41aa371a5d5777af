package io.marquee.ordering.web;

import io.marquee.event.EventView;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.ordering.WalletPasses;
import io.marquee.ordering.WalletPasses.Kind;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tickets as passes for phones' wallets: the buttons, and what is behind them. */
@Component
class PassFiles {
    private static final MediaType APPLE = MediaType.parseMediaType("application/vnd.apple.pkpass");

    private final List<WalletPasses> wallets;

    PassFiles(List<WalletPasses> wallets) {
        this.wallets = wallets;
    }

    /** @param path of the ticket's page */
    List<Link> links(EventView event, String path, Text text) {
        return wallets.stream()
                .flatMap(module -> module.offered(event).stream())
                .map(kind -> Link.to(path + "/wallet/" + Wire.name(kind), text.of("ordering.ticket.wallet", kind)))
                .toList();
    }

    /** @throws NotFound where there are no such passes */
    ResponseEntity<byte[]> of(TicketVisit visit, String kind, Locale locale) {
        return offering(visit.event(), kind)
                .map(module -> kind.equals(Wire.name(Kind.APPLE))
                        ? apple(module, visit, locale)
                        : google(module, visit, locale))
                .findFirst()
                .orElseThrow(() -> new NotFound("pass"));
    }

    private Stream<WalletPasses> offering(EventView event, String kind) {
        return wallets.stream()
                .filter(module -> module.offered(event).stream()
                        .anyMatch(one -> Wire.name(one).equals(kind)));
    }

    private static ResponseEntity<byte[]> apple(WalletPasses module, TicketVisit visit, Locale locale) {
        return ResponseEntity.ok()
                .contentType(APPLE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"ticket-" + visit.ticket().code() + ".pkpass\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(module.apple(visit.event(), visit.ticket(), locale));
    }

    private static ResponseEntity<byte[]> google(WalletPasses module, TicketVisit visit, Locale locale) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(module.google(visit.event(), visit.ticket(), locale))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
