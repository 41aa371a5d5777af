package io.marquee.ticketing;

import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.kernel.ShortCode;
import io.marquee.platform.web.Oklch;
import io.marquee.platform.web.Text;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the pages of a PDF say, every word resolved. */
public record PaperView(
        Text text,
        String title,
        String day,
        String hours,
        String place,
        String address,
        String refunds,
        String show,
        Inks inks,
        List<Stub> stubs) {
    private static final int LONGEST_NOTE = 400;

    /** The colours that the event's hue gives, for paper. */
    public record Inks(String accent, String wash, String line, String ink, String quiet) {
        static Inks of(int hue) {
            return new Inks(
                    Oklch.hex(0.62, 0.17, hue),
                    Oklch.hex(0.965, 0.014, hue),
                    Oklch.hex(0.87, 0.02, hue),
                    Oklch.hex(0.24, 0.02, hue),
                    Oklch.hex(0.47, 0.02, hue));
        }
    }

    /**
     * One ticket.
     *
     * @param qr a PNG as a data address
     */
    public record Stub(String position, String type, String holder, String price, String code, String qr) {}

    /** @param opens whether paper is let in */
    static PaperView of(
            EventView event, List<TicketView> tickets, boolean opens, Text text, Function<TicketView, byte[]> qr) {
        EventDetails details = event.details();
        return new PaperView(
                text,
                details.title(),
                day(details, text),
                hours(details, text),
                place(details, text),
                joined(details.address(), details.city()),
                shortened(details.refundPolicy()),
                text.get(opens ? "ticketing.paper.show" : "ticketing.paper.moving"),
                Inks.of(details.hue()),
                tickets.stream()
                        .map(ticket -> stub(ticket, tickets.indexOf(ticket) + 1, tickets.size(), text, qr))
                        .toList());
    }

    private static Stub stub(TicketView ticket, int number, int of, Text text, Function<TicketView, byte[]> qr) {
        return new Stub(
                text.get("ticketing.paper.position", number, of),
                ticket.typeAndSeat(text),
                ticket.holderName(),
                ticket.price().isZero() ? text.get("ticketing.free") : text.money(ticket.price()),
                ShortCode.grouped(ticket.code()),
                "data:image/png;base64," + Base64.getEncoder().encodeToString(qr.apply(ticket)));
    }

    private static String day(EventDetails details, Text text) {
        return text.date(details.startsAt().toLocalDate());
    }

    private static String hours(EventDetails details, Text text) {
        if (!details.allDay()) return text.range(details.startsAt(), details.endsAt(), details.timeZone());
        LocalDate last = details.endsAt().toLocalDate().minusDays(1);
        return last.isAfter(details.startsAt().toLocalDate())
                ? text.get("ticketing.paper.until", text.date(last))
                : text.get("ticketing.paper.all_day");
    }

    private static String place(EventDetails details, Text text) {
        if (details.venue() != null) return details.venue();
        return details.onlineUrl() == null ? "" : text.get("ticketing.paper.online");
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String shortened(String note) {
        return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE) + "…";
    }
}
