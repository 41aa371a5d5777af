package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.GuestFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that happened to a guest, wherever it happened. */
@MarqueeTest
class TimelineTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    GuestFixture guests;

    @Autowired
    DoorFixture door;

    @Autowired
    Ordering ordering;

    @Autowired
    GuestWork work;

    @Autowired
    GuestRecords records;

    @Autowired
    GuestReads reads;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void tickets_scans_mails_and_tags_are_told_also_when_the_ticket_is_gone() {
        EventView event = tickets.event();
        TicketTypeView type = tickets.type(event, OrderFixture.free(20));
        OrderView order = orders.paid(event, type, 1);
        work.followAll();
        GuestView guest = Objects.requireNonNull(guests.find(event, order.buyerEmail()));
        TicketView ticket = orders.ticketsOf(order).getFirst();
        mailed(guest, order);
        acting.as(
                EventFixture.owner(event.organization()),
                () -> records.tag(event, List.of(guest.id().value()), "vip", true));

        door.scan(event, ticket.code());
        door.scan(event, ticket.code());

        assertThat(told(guest))
                .contains("bought", "mail_bounced Your ticket", "tagged vip")
                .anyMatch(one -> one.startsWith("came_in " + DoorFixture.GATE))
                .anyMatch(one -> one.startsWith("refused " + DoorFixture.GATE));

        OrderView other = orders.paid(event, type, 1);
        work.followAll();
        acting.as(EventFixture.owner(event.organization()), () -> ordering.refund(other.id(), "ill", null));
        work.followAll();

        assertThat(told(guest)).contains("order refunded", "ticket_gone").anyMatch(one -> one.startsWith("ticket "));
    }

    private List<String> told(GuestView guest) {
        return acting.as(EventFixture.owner(guest.organization()), () -> reads.timeline(guest)).stream()
                .flatMap(one -> List.of(
                        one.kind(), (one.kind() + " " + one.words()).strip(), (one.kind() + " " + one.state()).strip())
                        .stream())
                .toList();
    }

    private void mailed(GuestView guest, OrderView order) {
        UUID id = UUID.randomUUID();
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into notification.mails
                          (id, cause, kind, topic, organization_id, recipient, locale, subject, html, plain, order_id, state, created_at)
                        select ?, 'test:' || ?, 'order_paid', 'purchases', ?, ?, 'en', 'Your ticket', '', '', ?, 'bounced', now()
                        """)
                .params(
                        id,
                        id,
                        guest.organization().value(),
                        guest.email(),
                        order.id().value())
                .update()));
    }
}
