package io.marquee.checkin;

import io.marquee.event.EventView;
import io.marquee.kernel.ShortCode;
import io.marquee.ticketing.TicketCodes;
import io.marquee.ticketing.TicketCodes.Reading;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the ticket that a code means. The database is asked for none where the code alone says enough. */
@Component
class CodeReader {
    private static final int SHORT_CODE = 8;

    /** Too short to be anything but a short code with a slip in it: nobody forges that. */
    private static final Pattern TYPED = Pattern.compile("[A-Z0-9]{1,12}");

    private final TicketCodes codes;
    private final TicketReads tickets;

    CodeReader(TicketCodes codes, TicketReads tickets) {
        this.codes = codes;
        this.tickets = tickets;
    }

    /** A ticket with the verdict that its code alone gives: admitted unless the code says otherwise. */
    record Found(@Nullable TicketView ticket, Verdict byCode) {
        static Found nothing(Verdict verdict) {
            return new Found(null, verdict);
        }

        static Found of(@Nullable TicketView ticket, Verdict byCode) {
            return ticket == null ? nothing(Verdict.UNKNOWN) : new Found(ticket, byCode);
        }

        /** The same code, the ticket as it is by now: it may have been given away meanwhile. */
        Found with(@Nullable TicketView now) {
            boolean given = now != null && ticket != null && now.serial() != ticket.serial();
            return of(now, given ? Verdict.TRANSFERRED : byCode);
        }
    }

    Found read(EventView event, String text) {
        String typed = ShortCode.normalise(text);
        if (TYPED.matcher(typed).matches()) {
            return typed.length() == SHORT_CODE && ShortCode.isValid(typed)
                    ? ofTyped(event, typed)
                    : Found.nothing(Verdict.UNKNOWN);
        }
        return switch (codes.read(text, event.id())) {
            case Reading.Forged forged -> Found.nothing(Verdict.FORGED);
            case Reading.OtherEvent other -> Found.nothing(Verdict.WRONG_EVENT);
            case Reading.Genuine genuine -> ofGenuine(genuine);
        };
    }

    private Found ofTyped(EventView event, String code) {
        TicketView ticket = tickets.byShortCode(event.id(), code);
        return ticket == null
                ? Found.of(tickets.byFormerCode(event.id(), code), Verdict.TRANSFERRED)
                : Found.of(ticket, Verdict.ADMITTED);
    }

    private Found ofGenuine(Reading.Genuine genuine) {
        TicketView ticket = tickets.byId(genuine.ticket());
        boolean current = ticket != null && genuine.serial() == ticket.serial();
        return Found.of(ticket, current ? Verdict.ADMITTED : Verdict.TRANSFERRED);
    }
}
