package io.marquee.ticketing.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.checkin.Verdict;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.TransferFixture;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class TransfersTest {
    private static final String TOM = "tom@example.org";

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    TransferFixture transfers;

    @Autowired
    Transfers commands;

    @Autowired
    TransferReads reads;

    @Autowired
    TransferRules rules;

    @Autowired
    TransferExpiry expiry;

    @Autowired
    Holders holders;

    @Autowired
    TicketReads tickets;

    @Autowired
    Acting acting;

    EventView event;
    TicketView ticket;

    @BeforeEach
    void a_ticket_is_sold() {
        event = fixture.event();
        ticket = door.ticket(event);
    }

    @Test
    void an_accepted_ticket_has_a_new_holder_and_a_new_code_and_the_old_ones_are_dead() {
        TransferView offer = transfers.offer(ticket, "Tom@Example.org");
        assertThat(offer.toEmail()).isEqualTo(TOM);
        assertThat(door.now(ticket).serial()).isEqualTo(ticket.serial());

        transfers.accept(offer, "Tom Sá");

        TicketView now = door.now(ticket);
        assertThat(now.holderName()).isEqualTo("Tom Sá");
        assertThat(now.holderEmail()).isEqualTo(TOM);
        assertThat(now.buyerEmail()).isEqualTo(ticket.buyerEmail());
        assertThat(now.serial()).isEqualTo(ticket.serial() + 1);
        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.TRANSFERRED);
        assertThat(door.scan(event, ticket.code()).verdict()).isEqualTo(Verdict.TRANSFERRED);
        assertThat(door.scan(event, now.qr()).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(transfers.heardOf(offer.id())).containsExactly(TransferState.OFFERED, TransferState.ACCEPTED);
    }

    @Test
    void the_new_holder_sees_this_ticket_alone_and_the_buyers_link_opens_it_no_more() {
        List<TicketView> two = door.tickets(event, 2);
        TransferView offer = transfers.offer(two.getFirst(), TOM);
        transfers.accept(offer, "Tom Sá");

        Actor.Capability tom = TransferFixture.recipient(offer);
        assertThat(acting.as(tom, () -> tickets.ofOrder(two.getFirst().order())))
                .extracting(TicketView::id)
                .containsExactly(two.getFirst().id());
        TicketView now = door.now(two.getFirst());
        assertThat(acting.as(tom, now::isHeldByActor)).isTrue();
        assertThat(acting.as(TransferFixture.holder(two.getFirst()), now::isHeldByActor))
                .isFalse();
        assertThatThrownBy(() -> acting.as(
                        TransferFixture.holder(two.getFirst()), () -> holders.resend(now.id(), Locale.ENGLISH)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_ticket_goes_on_and_on_and_only_the_last_link_opens_it() {
        TransferView first = transfers.offer(ticket, TOM);
        transfers.accept(first, "Tom Sá");
        TransferView second = transfers.offer(door.now(ticket), "eve@example.org");
        transfers.accept(second, "Eve Moss");

        assertThat(acting.as(TransferFixture.recipient(first), () -> tickets.byId(ticket.id())))
                .isNull();
        assertThat(acting.as(TransferFixture.recipient(second), () -> tickets.byId(ticket.id())))
                .isNotNull();
        // each party sees its own part of the way, the team all of it
        assertThat(acting.as(TransferFixture.recipient(second), () -> reads.ofTicket(ticket.id())))
                .extracting(TransferView::id)
                .containsExactly(second.id());
        assertThat(acting.as(EventFixture.owner(event.organization()), () -> reads.ofTicket(ticket.id())))
                .extracting(TransferView::id)
                .containsExactly(second.id(), first.id());
    }

    @Test
    void an_offer_that_is_declined_taken_back_or_late_leaves_the_ticket_as_it_was() {
        TransferView declined = transfers.offer(ticket, TOM);
        transfers.decline(declined);
        TransferView withdrawn = transfers.offer(ticket, TOM);
        transfers.withdraw(withdrawn);
        TransferView late = transfers.offer(ticket, TOM);
        transfers.pass(late);

        for (TransferView over : List.of(declined, withdrawn, late)) {
            assertThatThrownBy(() -> transfers.accept(over, "Tom Sá")).isInstanceOf(TransferRefused.Decided.class);
        }
        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.ADMITTED);
        expiry.endOver();
        assertThat(transfers.heardOf(late.id())).containsExactly(TransferState.OFFERED, TransferState.EXPIRED);
    }

    @Test
    void it_is_offered_to_one_person_at_a_time_by_its_holder_and_not_without_end() {
        transfers.withdraw(transfers.offer(ticket, TOM));
        TransferView open = transfers.offer(ticket, TOM);
        assertThatThrownBy(() -> transfers.offer(ticket, "eve@example.org"))
                .isInstanceOf(TransferRefused.AlreadyOffered.class);
        TicketView another = door.ticket(event);
        assertThatThrownBy(() -> acting.as(TransferFixture.holder(another), () -> commands.withdraw(open.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> transfers.offer(another, another.holderEmail()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> transfers.offer(another, "nobody")).isInstanceOf(InvalidInput.class);
        transfers.withdraw(open);
        for (int i = 0; i < 3; i++) transfers.withdraw(transfers.offer(ticket, TOM));
        assertThatThrownBy(() -> transfers.offer(ticket, TOM)).isInstanceOf(TransferRefused.TooOften.class);
    }

    @Test
    void the_organizer_forbids_it_or_sets_a_deadline_for_offers_under_way_too() {
        TransferView offer = transfers.offer(ticket, TOM);
        rule(new TransferRule(false, null));
        assertThatThrownBy(() -> transfers.accept(offer, "Tom Sá")).isInstanceOf(TransferRefused.Forbidden.class);
        rule(new TransferRule(true, Instant.EPOCH));
        assertThatThrownBy(() -> transfers.accept(offer, "Tom Sá")).isInstanceOf(TransferRefused.TooLate.class);
        Instant soon = offer.createdAt().plusSeconds(3600);
        rule(new TransferRule(true, soon));
        transfers.withdraw(offer);
        assertThat(transfers.offer(ticket, TOM).expiresAt()).isEqualTo(soon);
        assertThatThrownBy(() ->
                        acting.as(TransferFixture.holder(ticket), () -> rules.set(event, new TransferRule(true, null))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_ticket_that_was_used_or_has_ended_goes_nowhere() {
        for (TicketState state : List.of(TicketState.CHECKED_IN, TicketState.CANCELLED, TicketState.REFUNDED)) {
            TicketView one = door.ticket(event);
            TransferView offer = transfers.offer(one, TOM);
            door.put(one, state);
            assertThatThrownBy(() -> transfers.accept(offer, "Tom Sá"))
                    .isInstanceOf(TransferRefused.NotTransferable.class);
            assertThatThrownBy(() -> transfers.offer(one, "eve@example.org"))
                    .isInstanceOf(TransferRefused.NotTransferable.class);
            expiry.endOver();
            assertThat(transfers.heardOf(offer.id())).containsExactly(TransferState.OFFERED, TransferState.LAPSED);
        }
    }

    @Test
    void the_team_changes_the_holder_whatever_the_rule_says_and_ends_an_offer_by_it() {
        TransferView offer = transfers.offer(ticket, TOM);
        rule(new TransferRule(false, null));

        TransferView given = acting.as(
                EventFixture.owner(event.organization()),
                () -> holders.reassign(ticket.id(), "Eve Moss", "eve@example.org", Locale.ENGLISH));

        assertThat(given.state()).isEqualTo(TransferState.ACCEPTED);
        assertThat(door.now(ticket).holderName()).isEqualTo("Eve Moss");
        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.TRANSFERRED);
        assertThatThrownBy(() -> transfers.accept(offer, "Tom Sá")).isInstanceOf(TransferRefused.Decided.class);
        assertThatThrownBy(() -> acting.as(
                        TransferFixture.recipient(given),
                        () -> holders.reassign(ticket.id(), "Tom", TOM, Locale.ENGLISH)))
                .isInstanceOf(Refusal.class);
    }

    private void rule(TransferRule rule) {
        acting.as(EventFixture.owner(event.organization()), () -> rules.set(event, rule));
    }
}
