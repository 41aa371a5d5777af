package io.marquee.checkin;

import io.marquee.event.EventView;
import io.marquee.kernel.ShortCode;
import io.marquee.ticketing.MovingRule.Flaw;
import io.marquee.ticketing.MovingRules;
import io.marquee.ticketing.TicketCodes;
import io.marquee.ticketing.TicketCodes.Reading;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
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
    private final MovingRules rules;

    CodeReader(TicketCodes codes, TicketReads tickets, MovingRules rules) {
        this.codes = codes;
        this.tickets = tickets;
        this.rules = rules;
    }

    /**
     * A ticket with the verdict that its code alone gives: admitted unless the code says otherwise.
     *
     * @param flaw why a genuine code does not count; null where it does
     */
    record Found(
            @Nullable TicketView ticket,
            Verdict byCode,
            @Nullable Flaw flaw) {
        Found(@Nullable TicketView ticket, Verdict byCode) {
            this(ticket, byCode, null);
        }

        static Found nothing(Verdict verdict) {
            return new Found(null, verdict);
        }

        static Found of(@Nullable TicketView ticket, Verdict byCode) {
            return ticket == null ? nothing(Verdict.UNKNOWN) : new Found(ticket, byCode);
        }

        /** The same code, the ticket as it is by now: it may have been given away meanwhile. */
        Found with(@Nullable TicketView now) {
            boolean given = now != null && ticket != null && now.serial() != ticket.serial();
            return now == null || given ? of(now, Verdict.TRANSFERRED) : new Found(now, byCode, flaw);
        }
    }

    /**
     * What a code says by itself, before the database is asked for its ticket.
     *
     * @param ticket null where that says it all
     * @param flaw why a genuine one does not count; null where it does
     * @param typed a short code, which the database knows
     */
    record Said(
            @Nullable TicketId ticket,
            int serial,
            Verdict verdict,
            @Nullable Flaw flaw,
            @Nullable String typed) {
        private static Said all(Verdict verdict) {
            return new Said(null, 0, verdict, null, null);
        }

        /** @param ticket as it is now; null where there is none */
        Found of(@Nullable TicketView ticket) {
            if (this.ticket == null) return Found.nothing(verdict);
            if (ticket == null || serial != ticket.serial()) return Found.of(ticket, Verdict.TRANSFERRED);
            // whoever has come in wears a badge, whose code does not move
            boolean badge = flaw == Flaw.STATIC_CODE && ticket.state() == TicketState.CHECKED_IN;
            return badge ? Found.of(ticket, Verdict.ADMITTED) : new Found(ticket, verdict, flaw);
        }
    }

    /** @param at when it was read: codes that move count for some seconds */
    Said said(EventView event, String text, Instant at) {
        String typed = ShortCode.normalise(text);
        if (TYPED.matcher(typed).matches()) {
            return typed.length() == SHORT_CODE && ShortCode.isValid(typed)
                    ? new Said(null, 0, Verdict.ADMITTED, null, typed)
                    : Said.all(Verdict.UNKNOWN);
        }
        return switch (codes.read(text, event.id())) {
            case Reading.Forged forged -> Said.all(Verdict.FORGED);
            case Reading.OtherEvent other -> Said.all(Verdict.WRONG_EVENT);
            case Reading.Genuine genuine -> ofGenuine(event, genuine, at);
        };
    }

    Found read(EventView event, String text, Instant at) {
        Said said = said(event, text, at);
        if (said.typed() != null) return ofTyped(event, said.typed());
        return said.of(said.ticket() == null ? null : tickets.byId(said.ticket()));
    }

    private Found ofTyped(EventView event, String code) {
        TicketView ticket = tickets.byShortCode(event.id(), code);
        return ticket == null
                ? Found.of(tickets.byFormerCode(event.id(), code), Verdict.TRANSFERRED)
                : Found.of(ticket, Verdict.ADMITTED);
    }

    private Said ofGenuine(EventView event, Reading.Genuine genuine, Instant at) {
        Flaw flaw = rules.of(event).flaw(genuine.shownAt(), at);
        Verdict verdict = flaw == null ? Verdict.ADMITTED : verdict(flaw);
        return new Said(genuine.ticket(), genuine.serial(), verdict, flaw, null);
    }

    private static Verdict verdict(Flaw flaw) {
        return switch (flaw) {
            case STALE_CODE -> Verdict.OUTSIDE_HOURS;
            case STATIC_CODE -> Verdict.NOT_APPROVED;
        };
    }
}
