package io.marquee.ordering.web;

import io.marquee.kernel.EmailAddress;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TicketStub;
import io.marquee.platform.web.TimelineEntry;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TransferRule;
import io.marquee.ticketing.transfer.TransferState;
import io.marquee.ticketing.transfer.TransferView;
import io.marquee.ticketing.waiting.ResaleState;
import io.marquee.ticketing.waiting.ResaleView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket for whoever holds or bought it.
 *
 * @param mailable whether its mail can be sent again
 * @param held whether its codes are shown
 * @param wallets what puts it into a phone's wallet
 * @param passOn the address of somebody else, where it can be passed on; null otherwise
 * @param until when such an offer ends at the latest
 * @param offer under way; null while there is none
 * @param resale what became of giving it back to the waiting list; null where it never was
 * @param canResell whether it can be given back to it
 * @param canKeep whether it is there and can be taken off
 * @param stake what becomes of its price; null where it is none, or not for this viewer
 * @param note why it can't be passed on, or with whom it is; null where there is nothing to say
 */
public record TicketPage(
        EventSummary event,
        String path,
        TicketStub stub,
        boolean held,
        boolean mailable,
        List<Link> wallets,
        @Nullable Field passOn,
        String until,
        @Nullable Offer offer,
        @Nullable String note,
        @Nullable String stake,
        @Nullable String resale,
        boolean canResell,
        boolean canKeep,
        List<TimelineEntry> history,
        ZoneId zone) {

    /** @param withdraw where taking it back is sent to */
    public record Offer(String words, String withdraw) {}

    static TicketPage of(
            TicketVisit visit,
            TransferRule rule,
            List<TransferView> transfers,
            @Nullable ResaleView resale,
            boolean resalable,
            @Nullable String stake,
            TicketStubs.Codes codes,
            List<Link> wallets,
            String typed,
            FieldErrors errors,
            Instant now,
            Text text) {
        TicketView ticket = visit.ticket();
        EventSummary event = EventSummary.of(visit.event(), text);
        ZoneId zone = visit.event().details().timeZone();
        boolean held = ticket.isHeldByActor() && TicketStubs.admits(ticket);
        TransferView open =
                transfers.stream().filter(t -> t.open(now)).findFirst().orElse(null);
        boolean listed = resale != null && resale.open();
        boolean permitted = rule.permits(visit.event(), now);
        return new TicketPage(
                event,
                visit.path(),
                TicketStubs.of(ticket, event, null, List.of(), codes, text),
                held,
                held && !EmailAddress.shown(ticket.holderEmail()).isEmpty(),
                held ? wallets : List.of(),
                held && ticket.open() && permitted && open == null && !listed ? field(typed, errors, text) : null,
                text.dateTime(rule.deadline(visit.event()), zone),
                held && open != null ? offer(visit, open, zone, text) : null,
                note(ticket, held, rule, permitted, text),
                stake,
                resale == null || ticket.passedOn() ? null : text.of("ordering.resale.is", resale.state()),
                resalable && !listed,
                resale != null && resale.state() == ResaleState.LISTED,
                transfers.stream().map(t -> entry(t, text)).toList(),
                zone);
    }

    private static Field field(String typed, FieldErrors errors, Text text) {
        return Field.email("email", text.get("ordering.pass_on.email"))
                .with("autocomplete", "off")
                .value(typed)
                .error(errors.of("email"))
                .required();
    }

    private static Offer offer(TicketVisit visit, TransferView open, ZoneId zone, Text text) {
        return new Offer(
                text.get("ordering.pass_on.offered", open.toEmail(), text.dateTime(open.expiresAt(), zone)),
                visit.path() + "/transfers/" + open.id() + "/withdrawal");
    }

    private static @Nullable String note(
            TicketView ticket, boolean held, TransferRule rule, boolean permitted, Text text) {
        if (ticket.passedOn() && !ticket.isHeldByActor()) {
            return text.get("ordering.pass_on.gone", ticket.holderName(), ticket.holderEmail());
        } else if (held && !permitted) {
            return text.get(rule.allowed() ? "refusal.transfers_over" : "refusal.transfers_forbidden");
        }
        return null;
    }

    private static TimelineEntry entry(TransferView transfer, Text text) {
        String what = transfer.reassigned() ? "reassigned" : transfer.state() == TransferState.OFFERED ? "offered" : "";
        return new TimelineEntry(
                what.isEmpty() ? Chip.of(text, transfer.state()).label() : text.get("ordering.pass_on.history." + what),
                text.get(
                        "ordering.pass_on.history.to",
                        transfer.toName() == null ? transfer.toEmail() : transfer.toName()),
                null,
                transfer.decidedAt() == null ? transfer.createdAt() : transfer.decidedAt(),
                Chip.of(text, transfer.state()).tone());
    }
}
