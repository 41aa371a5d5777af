package io.marquee.ticketing.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.checkin.ScanResult;
import io.marquee.checkin.Verdict;
import io.marquee.event.EventView;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.TransferFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A transfer against everything else that may happen to its ticket in the same moment. */
@MarqueeTest
class TransferRaceTest {
    private static final int TICKETS = 12;

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    TransferFixture transfers;

    @Autowired
    Tickets commands;

    EventView event;
    List<TicketView> tickets;
    List<TransferView> offers;

    @BeforeEach
    void tickets_are_on_offer() {
        event = fixture.event();
        tickets = IntStream.range(0, TICKETS).mapToObj(i -> door.ticket(event)).toList();
        offers = tickets.stream()
                .map(ticket -> transfers.offer(ticket, "tom@example.org"))
                .toList();
    }

    @Test
    void of_two_acceptances_one_wins_and_the_code_goes_up_once() throws Exception {
        List<Object> outcomes = Rush.of(3 * TICKETS, i -> () -> transfers.accept(offers.get(i / 3), "Tom Sá " + i));

        assertThat(Rush.only(outcomes, TransferView.class)).hasSize(TICKETS);
        assertThat(Rush.only(outcomes, TransferRefused.Decided.class)).hasSize(2 * TICKETS);
        tickets.forEach(ticket -> assertThat(door.now(ticket).serial()).isEqualTo(ticket.serial() + 1));
    }

    @Test
    void an_offer_is_accepted_or_taken_back_and_never_both() throws Exception {
        List<Object> outcomes = against(i -> () -> transfers.withdraw(offers.get(i)));

        for (int i = 0; i < TICKETS; i++) {
            boolean accepted = outcomes.get(2 * i) instanceof TransferView;
            boolean withdrawn = outcomes.get(2 * i + 1) instanceof TransferView;
            assertThat(accepted).isNotEqualTo(withdrawn);
            TicketView now = door.now(tickets.get(i));
            assertThat(now.passedOn()).isEqualTo(accepted);
            assertThat(now.serial()).isEqualTo(accepted ? 2 : 1);
        }
    }

    @Test
    void a_refund_ends_the_ticket_whoever_holds_it_and_an_ended_one_is_not_accepted() throws Exception {
        List<Object> outcomes = against(i -> () -> fixture.inside(event.organization(), () -> {
            commands.end(List.of(tickets.get(i).id()), TicketState.REFUNDED, true, "ill");
            return "refunded";
        }));

        for (int i = 0; i < TICKETS; i++) {
            assertThat(outcomes.get(2 * i + 1)).isEqualTo("refunded");
            assertThat(outcomes.get(2 * i)).isInstanceOfAny(TransferView.class, TransferRefused.NotTransferable.class);
            TicketView now = door.now(tickets.get(i));
            assertThat(now.state()).isEqualTo(TicketState.REFUNDED);
            assertThat(now.passedOn()).isEqualTo(outcomes.get(2 * i) instanceof TransferView);
        }
    }

    @Test
    void a_code_lets_somebody_in_or_is_given_away_and_never_both() throws Exception {
        List<Object> outcomes =
                against(i -> () -> door.scan(event, tickets.get(i).qr()));

        for (int i = 0; i < TICKETS; i++) {
            Verdict verdict = ((ScanResult) outcomes.get(2 * i + 1)).verdict();
            boolean accepted = outcomes.get(2 * i) instanceof TransferView;
            assertThat(verdict).isEqualTo(accepted ? Verdict.TRANSFERRED : Verdict.ADMITTED);
        }
    }

    /** Each offer is accepted while something else happens to its ticket. */
    private List<Object> against(java.util.function.IntFunction<Callable<?>> other) throws InterruptedException {
        return Rush.of(
                2 * TICKETS,
                i -> i % 2 == 0 ? () -> transfers.accept(offers.get(i / 2), "Tom Sá") : other.apply(i / 2));
    }
}
