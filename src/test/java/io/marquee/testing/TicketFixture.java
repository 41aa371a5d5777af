package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketTypes;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import io.marquee.ticketing.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ticket types, holds and tickets for tests. */
@Component
public class TicketFixture {
    public static final Money PRICE = Money.of(2400, "EUR");

    private final EventFixture events;
    private final TicketTypes types;
    private final Holds holds;
    private final Tickets tickets;
    private final TicketReads ticketReads;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TicketFixture(
            EventFixture events,
            TicketTypes types,
            Holds holds,
            Tickets tickets,
            TicketReads ticketReads,
            Acting acting,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.events = events;
        this.types = types;
        this.holds = holds;
        this.tickets = tickets;
        this.ticketReads = ticketReads;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A published event of an organization of its own. */
    public EventView event() {
        return events.published(events.organization());
    }

    /** A published event of this organization. */
    public EventView eventOf(OrganizationId organization) {
        return events.published(organization);
    }

    /** One whose capacity is smaller than its types may be together. */
    public EventView eventFor(int capacity) {
        return events.published(
                events.organization(), EventFixture.concert().capacity(capacity).build());
    }

    /** General admission for 24 euros, so many of them. */
    public static TicketTypeDetails general(int quantity) {
        return new TicketTypeDetails("General admission", "", PRICE, quantity, 10, null, null, null, false);
    }

    /** General admission whose sale ends then. */
    public static TicketTypeDetails until(int quantity, Instant end) {
        return new TicketTypeDetails("General admission", "", PRICE, quantity, 10, null, null, end, false);
    }

    /** One that each person may have only so many of. */
    public static TicketTypeDetails perPerson(int quantity, int limit) {
        return new TicketTypeDetails("Front row", "", PRICE, quantity, 10, limit, null, null, false);
    }

    /** The buyer chooses what to pay, so many cents at least. */
    public static TicketTypeDetails payWhatYouWant(int quantity, long minimum) {
        return new TicketTypeDetails(
                "Solidarity",
                "",
                PRICE,
                quantity,
                10,
                null,
                null,
                null,
                false,
                Money.of(minimum, "EUR"),
                false,
                null,
                "");
    }

    /** Sold with an admission only, one for each. */
    public static TicketTypeDetails addOn(String name, int quantity) {
        return new TicketTypeDetails(name, "", PRICE, quantity, 10, null, null, null, false, null, true, 1, "");
    }

    /** Another price for the same admission. */
    public static TicketTypeDetails variant(String heading, String name, int quantity) {
        return new TicketTypeDetails(
                name, "", PRICE, quantity, 10, null, null, null, false, null, false, null, heading);
    }

    public TicketTypeView type(EventView event, int quantity) {
        return type(event, general(quantity));
    }

    public TicketTypeView type(EventView event, TicketTypeDetails details) {
        return acting.as(EventFixture.owner(event.organization()), () -> types.create(event, details));
    }

    public HoldView hold(EventView event, TicketTypeView type, int quantity) {
        return holds.take(event, Basket.of(new Wanted(type.id(), quantity)));
    }

    /** Claims and consumes the hold and issues its tickets, as an order would. */
    public List<TicketView> sell(HoldView hold, String buyerEmail) {
        return acting.asSystem(
                hold.organization(),
                () -> transaction.execute(status -> {
                    holds.claimFor(hold.id(), buyerEmail);
                    if (!holds.consume(hold.id())) throw new IllegalStateException("the hold is gone");
                    return issue(hold, buyerEmail);
                }));
    }

    /** Turns a hold into a sale without its tickets, in a transaction of the caller. */
    public boolean consume(HoldView hold) {
        return holds.consume(hold.id());
    }

    /** The tickets of a hold that is consumed, in a transaction of the caller. */
    public List<TicketView> issue(HoldView hold, String buyerEmail) {
        List<Tickets.Admission> admissions = new ArrayList<>();
        for (HoldView.Line line : hold.items()) {
            for (Money share : line.cost().shares()) {
                admissions.add(
                        new Tickets.Admission(admissions.size() + 1, line.ticketType(), share, "Ada Lind", buyerEmail));
            }
        }
        UUID order = Ids.next();
        tickets.issue(List.of(new Tickets.Sale(
                order, hold.id(), hold.event(), hold.organization(), buyerEmail, admissions, Acting.current())));
        return ticketReads.ofOrder(order);
    }

    /** The type's team changes something of it. */
    public TicketTypeView edit(TicketTypeView type, UnaryOperator<TicketTypeDetails> change) {
        TicketTypeDetails now = new TicketTypeDetails(
                type.name(),
                type.description(),
                type.price(),
                type.size(),
                type.maxPerOrder(),
                type.maxPerPerson(),
                type.saleStartsAt(),
                type.saleEndsAt(),
                type.hidden());
        return acting.as(EventFixture.owner(type.organization()), () -> types.edit(type.id(), change.apply(now)));
    }

    /** Does something as the system for the organization, in a transaction. */
    public <T extends @Nullable Object> T inside(OrganizationId organization, Supplier<T> work) {
        return acting.asSystem(organization, () -> transaction.execute(status -> work.get()));
    }

    /** Leaves a hold so much more of its time, or none; its order stays as it is. */
    public void leave(HoldView hold, Duration rest) {
        inside(
                hold.organization(),
                () -> jdbc.sql("""
                        update ticketing.holds
                           set created_at = least(created_at, clock_timestamp() - interval '1 minute'),
                               expires_at = clock_timestamp() + make_interval(secs => ?)
                         where id = ?
                        """)
                        .params(rest.toMillis() / 1000.0, hold.id().value())
                        .update());
    }

    /** How many of a type are in checkouts now. */
    public int held(TicketTypeView type) {
        return inside(
                type.organization(),
                () -> jdbc.sql("""
                        select coalesce(sum(l.quantity), 0) from ticketing.hold_lines l
                        join ticketing.holds h on h.id = l.hold_id
                        where l.ticket_type_id = ? and h.state = 'active'
                        """)
                        .param(type.id().value())
                        .query(Integer.class)
                        .single());
    }
}
