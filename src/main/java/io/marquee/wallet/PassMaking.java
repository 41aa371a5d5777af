package io.marquee.wallet;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.config.Hmac;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.ticketing.TicketReads;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a pass says now, and the token by which a phone proves that it keeps it. */
@Component
class PassMaking {
    private final EventReads events;
    private final TicketReads tickets;
    private final OrganizationReads organizations;
    private final Pages pages;
    private final Acting acting;
    private final Hmac hmac;

    PassMaking(
            EventReads events,
            TicketReads tickets,
            OrganizationReads organizations,
            Pages pages,
            Acting acting,
            Settings settings) {
        this.events = events;
        this.tickets = tickets;
        this.organizations = organizations;
        this.pages = pages;
        this.acting = acting;
        this.hmac = new Hmac(settings.secret().keyFor("wallet-passes"));
    }

    @Transactional(readOnly = true)
    PassFacts facts(PassRows.Pass pass) {
        return acting.asSystem(pass.organization(), () -> {
            EventView event = events.byId(pass.event());
            return facts(pass.serial(), event, pass.locale());
        });
    }

    @Transactional(readOnly = true)
    PassFacts facts(PassSerial serial, EventView event, Locale locale) {
        return acting.asSystem(
                event.organization(),
                () -> PassFacts.of(
                        serial,
                        organizations.byId(event.organization()).name(),
                        event,
                        tickets.byId(serial.ticket()),
                        pages.text(locale)));
    }

    String token(PassSerial serial) {
        return HexFormat.of().formatHex(hmac.of(serial.toString().getBytes(StandardCharsets.US_ASCII)), 0, 20);
    }
}
