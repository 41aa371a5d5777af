package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.audit.History;
import io.marquee.event.EventView;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.ShortCode;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

@MarqueeTest
class TicketsTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketReads reads;

    @Autowired
    NoShows noShows;

    @Autowired
    History history;

    @Autowired
    Stock stock;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;

    @BeforeEach
    void an_event_that_sells() {
        event = fixture.event();
        type = fixture.type(event, 10);
    }

    @Test
    void tickets_are_issued_once_each_with_its_own_codes() {
        HoldView hold = fixture.hold(event, type, 3);
        List<TicketView> issued = fixture.sell(hold, "ada@example.com");

        assertThat(issued).extracting(TicketView::position).containsExactly(1, 2, 3);
        assertThat(issued).extracting(TicketView::state).containsOnly(TicketState.ISSUED);
        assertThat(issued).extracting(TicketView::code).doesNotHaveDuplicates().allMatch(ShortCode::isValid);
        assertThat(issued).extracting(TicketView::qr).doesNotHaveDuplicates().allMatch(qr -> qr.length() == 152);
        Tickets.Admission again =
                new Tickets.Admission(1, type.id(), TicketFixture.PRICE, "Ada Lind", "ada@example.com");
        Tickets.Sale sale = new Tickets.Sale(
                issued.getFirst().order(),
                hold.id(),
                event.id(),
                event.organization(),
                "a@b.de",
                List.of(again),
                Actor.ANONYMOUS);
        assertThatThrownBy(() -> inside(() -> {
                    tickets.issue(List.of(sale));
                    return true;
                }))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_short_code_that_is_mistyped_names_no_ticket() {
        TicketView ticket = sold(1).getFirst();
        String typed = ShortCode.grouped(ticket.code()).toLowerCase(java.util.Locale.ROOT);
        char wrong = ticket.code().charAt(0) == 'A' ? 'B' : 'A';

        assertThat(inside(() -> reads.byShortCode(event.id(), " " + typed + " ")))
                .isEqualTo(ticket);
        assertThat(ShortCode.isValid(wrong + ticket.code().substring(1))).isFalse();
        assertThat(inside(() ->
                        reads.byShortCode(event.id(), wrong + ticket.code().substring(1))))
                .isNull();
    }

    @Test
    void of_many_gates_one_admits() throws Exception {
        TicketView ticket = sold(1).getFirst();

        List<Object> outcomes = Rush.of(8, i -> () -> inside(() -> tickets.checkIn(ticket)));

        assertThat(outcomes).filteredOn(Boolean.TRUE::equals).hasSize(1);
        assertThat(outcomes).filteredOn(Boolean.FALSE::equals).hasSize(7);
        assertThat(inside(() -> history.of(ticket.id().value())))
                .extracting(History.Entry::to)
                .containsExactly("issued", "checked_in");
    }

    @Test
    void an_admission_can_be_undone_with_a_reason() {
        TicketView ticket = sold(1).getFirst();

        assertThat(inside(() -> tickets.undoCheckIn(ticket.id(), "wrong person")))
                .isFalse();
        inside(() -> tickets.checkIn(ticket));
        assertThat(inside(() -> tickets.undoCheckIn(ticket.id(), "wrong person")))
                .isTrue();
        assertThat(state(ticket)).isEqualTo(TicketState.ISSUED);
    }

    @Test
    void ended_tickets_return_their_stock_if_asked() {
        List<TicketView> three = sold(3);

        end(TicketState.REFUNDED, true, three.get(0));
        end(TicketState.CANCELLED, false, three.get(1));

        assertThat(stock.of(type).sold()).isEqualTo(2);
        assertThat(stock.of(type).left()).isEqualTo(8);
        assertThat(stock.taken(type, "ada@example.com")).isEqualTo(1);
    }

    @Test
    void a_move_that_is_not_listed_moves_nothing_of_the_lot() {
        List<TicketView> two = sold(2);
        inside(() -> tickets.checkIn(two.get(1)));

        assertThatThrownBy(() -> end(TicketState.CANCELLED, true, two.get(0), two.get(1)))
                .isInstanceOf(IllegalMove.class);
        assertThat(state(two.get(0))).isEqualTo(TicketState.ISSUED);
        end(TicketState.REFUNDED, true, two.get(0), two.get(1));
        assertThatThrownBy(() -> end(TicketState.REFUNDED, true, two.get(0))).isInstanceOf(IllegalMove.class);
        assertThat(stock.of(type).left()).isEqualTo(10);
    }

    @Test
    void a_holder_is_corrected_and_the_code_stays() {
        TicketView ticket = sold(1).getFirst();

        TicketView renamed = inside(() -> tickets.rename(ticket.id(), " Tom Sá ", "Tom@Example.com"));

        assertThat(renamed.holderName()).isEqualTo("Tom Sá");
        assertThat(renamed.holderEmail()).isEqualTo("tom@example.com");
        assertThat(renamed.qr()).isEqualTo(ticket.qr());
        assertThatThrownBy(() -> inside(() -> tickets.rename(ticket.id(), "", "nonsense")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whoever_did_not_come_is_a_no_show_once_the_event_has_ended() {
        List<TicketView> three = sold(3);
        inside(() -> tickets.checkIn(three.get(0)));
        end(TicketState.REFUNDED, true, three.get(1));
        NoShows.Ended ended =
                new NoShows.Ended(event.id().value(), event.organization().value());

        noShows.expire(ended);
        noShows.expire(ended);

        assertThat(three)
                .extracting(this::state)
                .containsExactly(TicketState.CHECKED_IN, TicketState.REFUNDED, TicketState.EXPIRED);
    }

    @Test
    void everybody_reads_what_is_theirs() {
        List<TicketView> two = sold(2);
        inside(() -> tickets.rename(two.get(1).id(), "Tom Sá", "tom@example.com"));
        TicketView one = two.getFirst();

        assertThat(acting.as(verified("tom@example.com"), () -> reads.mine()))
                .extracting(TicketView::id)
                .contains(two.get(1).id())
                .doesNotContain(one.id());
        assertThat(acting.as(EventFixture.stranger(), () -> reads.mine())).isEmpty();
        assertThat(acting.as(EventFixture.stranger(), () -> reads.byId(one.id())))
                .isNull();
        assertThat(acting.as(new Actor.Capability(one.hold().value()), () -> reads.ofOrder(one.order())))
                .hasSize(2);
        assertThat(acting.as(EventFixture.person(event.id(), EventRole.STAFF), () -> reads.byId(one.id())))
                .isNotNull();
    }

    @Test
    void a_team_pages_through_and_searches_its_tickets() {
        List<TicketView> three = sold(3);
        inside(() -> tickets.rename(three.get(1).id(), "100 % Tom_", "tom@example.com"));

        Slice<TicketView> first = inside(() -> reads.ofEvent(event.id(), "", null, 2));
        Slice<TicketView> rest = inside(() -> reads.ofEvent(event.id(), "", first.next(), 2));
        assertThat(first.items()).hasSize(2);
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.next()).isNull();
        assertThat(inside(() -> reads.ofEvent(event.id(), "% tom_", null, 9)).items())
                .extracting(TicketView::id)
                .containsExactly(three.get(1).id());
        assertThat(inside(() -> reads.ofEvent(event.id(), three.get(2).code().substring(0, 4), "no cursor", 9))
                        .items())
                .extracting(TicketView::id)
                .contains(three.get(2).id());
    }

    private static Actor.Person verified(String email) {
        return new Actor.Person(PersonId.next(), email, false, Map.of(), Map.of());
    }

    private List<TicketView> sold(int count) {
        return fixture.sell(fixture.hold(event, type, count), "ada@example.com");
    }

    private void end(TicketState to, boolean returnStock, TicketView... ending) {
        inside(() -> {
            tickets.end(List.of(ending).stream().map(TicketView::id).toList(), to, returnStock, "asked");
            return true;
        });
    }

    private TicketState state(TicketView ticket) {
        TicketView now = inside(() -> reads.byId(ticket.id()));
        if (now == null) throw new AssertionError("the ticket is gone");
        return now.state();
    }

    private <T extends @org.jspecify.annotations.Nullable Object> T inside(java.util.function.Supplier<T> work) {
        return fixture.inside(event.organization(), work);
    }
}
