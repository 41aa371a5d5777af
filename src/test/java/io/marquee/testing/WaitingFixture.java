package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import io.marquee.ticketing.waiting.EntryView;
import io.marquee.ticketing.waiting.OfferView;
import io.marquee.ticketing.waiting.WaitingList;
import io.marquee.ticketing.waiting.WaitingList.Joining;
import io.marquee.ticketing.waiting.WaitingReads;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People in line, and places that come free. */
@Component
public class WaitingFixture {
    private final WaitingList list;
    private final WaitingReads reads;
    private final TicketFixture tickets;
    private final Holds holds;
    private final Tickets commands;
    private final Acting acting;
    private final JdbcClient jdbc;

    WaitingFixture(
            WaitingList list,
            WaitingReads reads,
            TicketFixture tickets,
            Holds holds,
            Tickets commands,
            Acting acting,
            JdbcClient jdbc) {
        this.list = list;
        this.reads = reads;
        this.tickets = tickets;
        this.holds = holds;
        this.commands = commands;
        this.acting = acting;
        this.jdbc = jdbc;
    }

    public static Actor.Capability bearer(EntryView entry) {
        return new Actor.Capability(entry.id().value());
    }

    /** Somebody new. */
    public EntryView join(EventView event, TicketTypeView type, int quantity) {
        String email = PeopleFixture.address("Wanda");
        return acting.as(
                Actor.ANONYMOUS,
                () -> list.join(event, type.id(), new Joining("Wanda Wait", email, quantity, Locale.ENGLISH)));
    }

    public EntryView leave(EntryView entry) {
        return acting.as(bearer(entry), () -> list.leave(entry.id()));
    }

    public EntryView now(EntryView entry) {
        return acting.as(bearer(entry), () -> reads.mine(entry.id()));
    }

    /** Newest first. */
    public List<OfferView> offersOf(EntryView entry) {
        return reads.offersOf(entry);
    }

    /** Places on offer now. */
    public int offered(EntryView entry) {
        return offersOf(entry).stream()
                .filter(offer -> offer.state() == HoldState.ACTIVE)
                .mapToInt(OfferView::quantity)
                .sum();
    }

    public HoldView holdOf(OfferView offer) {
        return acting.as(new Actor.Capability(offer.hold().value()), () -> holds.byId(offer.hold()));
    }

    public void release(HoldView hold) {
        release(hold.id());
    }

    public void release(HoldId hold) {
        acting.as(new Actor.Capability(hold.value()), () -> holds.release(hold));
    }

    /** Money goes back for a ticket. */
    public String refund(TicketView ticket) {
        return tickets.inside(ticket.organization(), () -> {
            commands.end(List.of(ticket.id()), TicketState.REFUNDED, true, "ill");
            return "refunded";
        });
    }

    /** Lets a hold's time be up; whoever comes by ends it. */
    public void pass(EventView event, HoldId hold) {
        tickets.inside(
                event.organization(),
                () -> jdbc.sql("update ticketing.holds set expires_at = created_at - interval '1 second' where id = ?")
                        .param(hold.value())
                        .update());
    }

    /** What the counters of this event say otherwise than its rows. */
    public List<String> drift(EventView event) {
        return acting.asPlatform(() -> tickets.inside(
                event.organization(),
                () -> jdbc.sql(
                                "select kind || ' of ' || subject || ': ' || counted || ' for ' || expected from ticketing.stock_drift() where event_id = ?")
                        .param(event.id().value())
                        .query(String.class)
                        .list()));
    }
}
