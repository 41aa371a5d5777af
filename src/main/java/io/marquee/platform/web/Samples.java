package io.marquee.platform.web;

import io.marquee.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the styleguide fills its components with: one event, believable enough to judge a page by.
 *
 * @param now the server's time
 */
public record Samples(Text text, Instant now) {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final long[] SALES = {4, 7, 6, 9, 14, 12, 17, 26, 21, 33, 38, 35, 52, 63};

    public ZoneId zone() {
        return LISBON;
    }

    public LocalDateTime start() {
        return LocalDateTime.of(2027, 6, 18, 19, 30);
    }

    public LocalDateTime end() {
        return start().plusHours(3).plusMinutes(30);
    }

    public LocalDate day() {
        return start().toLocalDate();
    }

    public Instant expiresAt() {
        return now.plus(Duration.ofSeconds(462));
    }

    public String price() {
        return text.money(Money.of(2400, "EUR"));
    }

    public List<Chip> chips() {
        return List.of(
                        "draft",
                        "published",
                        "live",
                        "ended",
                        "cancelled",
                        "paid",
                        "pending",
                        "partially_refunded",
                        "refunded",
                        "failed",
                        "staked",
                        "checked_in",
                        "sold_out",
                        "scheduled",
                        "already_in",
                        "forged")
                .stream()
                .map(word -> Chip.of(text, word))
                .toList();
    }

    public List<Stat> stats() {
        return List.of(
                Stat.of("Sold", text.number(382)).outOf("/ 500").noting("63", Tone.GOOD),
                Stat.of("Revenue", text.money(Money.of(916_800, "EUR"))).noting("12 %", Tone.BAD),
                Stat.of("Held", text.number(14)).noting("7:42", Tone.PLAIN),
                Stat.of("Page to ticket", text.percent(0.114)));
    }

    public Chart chart() {
        var points = IntStream.range(0, SALES.length)
                .mapToObj(i -> new Chart.Point(text.shortDate(day().minusDays(SALES.length - i)), SALES[i]))
                .toList();
        return new Chart("Tickets sold each day, rising from 4 to 63", points);
    }

    public List<EventCard> events() {
        return List.of(
                event("Low Tide Sessions: an evening on the pier", 52, "on_sale"),
                event("Rust for the rest of us", 250, "free"),
                event("Donaudampfschifffahrtsgesellschaftskapitänstreffen", 150, "sold_out"));
    }

    private EventCard event(String title, int hue, String state) {
        var when = text.dateTime(start(), LISBON);
        return new EventCard(
                "#", title, hue, null, when, "Pier 14, Lisbon", "Harbour Collective", price(), Chip.of(text, state));
    }

    public List<TimelineEntry> history() {
        return List.of(
                new TimelineEntry("Refund of €48.00", "Requested by the buyer", "Ada Lind", now, Tone.WARN),
                new TimelineEntry("Paid", "Card ending in 4242", null, now.minusSeconds(600), Tone.GOOD),
                new TimelineEntry("Placed", null, "Ada Lind", now.minusSeconds(900), Tone.PLAIN));
    }

    public TicketStub ticket(boolean isValid) {
        var facts = List.of(
                new TicketStub.Fact("When", text.shortDate(day()), text.time(start().toLocalTime())),
                new TicketStub.Fact("Where", "Pier 14", "Lisbon"),
                new TicketStub.Fact("Admits", "Ada Lind", "General admission"));
        var state = Chip.of(text, isValid ? "issued" : "refunded");
        var actions = isValid ? List.of(Link.to("#", "PDF"), Link.to("#", "ICS")) : List.<Link>of();
        var qr = isValid ? "/styleguide/qr.svg" : null;
        return new TicketStub("Low Tide Sessions", "1 / 2", state, facts, qr, null, "K7QF-2M9P", actions);
    }

    public List<Link> side() {
        return List.of(
                Link.to("#", "Overview").icon("calendar").current(true),
                Link.to("#", "Orders").icon("ticket").count("382"),
                Link.to("#", "Guests").icon("people"),
                Link.to("#", "Check-in").icon("scan"),
                Link.to("#", "Settings").icon("settings"));
    }

    public List<Link> steps() {
        return List.of(
                Link.to("#", "Details"), Link.here("Tickets").current(true), Link.here("Team"), Link.here("Review"));
    }

    public List<Link> crumbs() {
        return List.of(Link.to("#", "Harbour Collective"), Link.to("#", "Low Tide Sessions"), Link.here("Orders"));
    }

    public List<Option> options() {
        return List.of(
                new Option("public", "Public", "Everybody finds it."),
                new Option("unlisted", "Unlisted", "Whoever has the address."),
                new Option("private", "Private", "The team alone."));
    }
}
