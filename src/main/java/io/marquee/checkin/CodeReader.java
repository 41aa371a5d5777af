package io.marquee.checkin;

import io.marquee.event.EventView;
import io.marquee.kernel.ShortCode;
import io.marquee.ticketing.TicketCodes;
import io.marquee.ticketing.TicketCodes.Reading;
import io.marquee.ticketing.TicketId;
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

    /**
     * What a code says by itself, before the database is asked for its ticket.
     *
     * @param ticket null where that says it all
     * @param typed a short code, which the database knows
     */
    record Said(
            @Nullable TicketId ticket,
            int serial,
            Verdict verdict,
            @Nullable String typed) {
        private static Said all(Verdict verdict) {
            return new Said(null, 0, verdict, null);
        }

        /** @param ticket as it is now; null where there is none */
        Found of(@Nullable TicketView ticket) {
            boolean current = ticket != null && serial == ticket.serial();
            return this.ticket == null
                    ? Found.nothing(verdict)
                    : Found.of(ticket, current ? verdict : Verdict.TRANSFERRED);
        }
    }

    Said said(EventView event, String text) {
        String typed = ShortCode.normalise(text);
        if (TYPED.matcher(typed).matches()) {
            return typed.length() == SHORT_CODE && ShortCode.isValid(typed)
                    ? new Said(null, 0, Verdict.ADMITTED, typed)
                    : Said.all(Verdict.UNKNOWN);
        }
        return switch (codes.read(text, event.id())) {
            case Reading.Forged forged -> Said.all(Verdict.FORGED);
            case Reading.OtherEvent other -> Said.all(Verdict.WRONG_EVENT);
            case Reading.Genuine genuine -> new Said(genuine.ticket(), genuine.serial(), Verdict.ADMITTED, null);
        };
    }

    Found read(EventView event, String text) {
        Said said = said(event, text);
        if (said.typed() != null) return ofTyped(event, said.typed());
        return said.of(said.ticket() == null ? null : tickets.byId(said.ticket()));
    }

    private Found ofTyped(EventView event, String code) {
        TicketView ticket = tickets.byShortCode(event.id(), code);
        return ticket == null
                ? Found.of(tickets.byFormerCode(event.id(), code), Verdict.TRANSFERRED)
                : Found.of(ticket, Verdict.ADMITTED);
    }
}
