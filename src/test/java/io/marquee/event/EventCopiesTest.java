package io.marquee.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.marquee.escrow.StakeTerms;
import io.marquee.escrow.Stakes;
import io.marquee.event.gallery.Gallery;
import io.marquee.event.gallery.PictureView;
import io.marquee.guest.Guests;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.pricing.PriceRule;
import io.marquee.pricing.PriceRules;
import io.marquee.pricing.Prices;
import io.marquee.pricing.RuleDetails;
import io.marquee.pricing.Scope;
import io.marquee.registration.Question;
import io.marquee.registration.Questions;
import io.marquee.seating.SeatEdits;
import io.marquee.seating.SeatMaps;
import io.marquee.seating.SeatPlan;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.QuestionFixture;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.SharedQuotaView;
import io.marquee.ticketing.SharedQuotas;
import io.marquee.ticketing.StakedTypes;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.transfer.TransferRule;
import io.marquee.ticketing.transfer.TransferRules;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Another event like this one. */
@MarqueeTest
class EventCopiesTest {
    private static final LocalDateTime NEXT_YEAR = LocalDateTime.of(2032, 6, 19, 20, 0);

    @Autowired
    EventCopies copies;

    @Autowired
    EventReads events;

    @Autowired
    TicketFixture tickets;

    @Autowired
    SeatFixture seating;

    @Autowired
    PricingFixture pricing;

    @Autowired
    QuestionFixture questions;

    @Autowired
    PeopleFixture people;

    @Autowired
    TicketTypeReads types;

    @Autowired
    SharedQuotas quotas;

    @Autowired
    PriceRules rules;

    @Autowired
    Prices prices;

    @Autowired
    Questions asked;

    @Autowired
    SeatMaps maps;

    @Autowired
    Gallery gallery;

    @Autowired
    TransferRules transfers;

    @Autowired
    StakedTypes staked;

    @Autowired
    Stakes stakes;

    @Autowired
    Guests guests;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView stalls;
    TicketTypeView box;
    Actor owner;

    @BeforeEach
    void an_event_with_everything() {
        event = tickets.event();
        owner = EventFixture.owner(event.organization());
        stalls = tickets.type(event, TicketFixture.until(30, Instant.parse("2031-06-01T10:00:00Z")));
        box = tickets.type(event, TicketFixture.payWhatYouWant(4, 500));
    }

    @Test
    void the_copy_sells_the_same_and_nothing_of_it_is_sold() {
        tickets.sell(tickets.hold(event, stalls, 3), "ada@example.org");
        acting.as(owner, () -> quotas.create(event, "Hall", 32, Set.of(stalls.id(), box.id())));

        EventView copy = copied();

        List<TicketTypeView> sold = typesOf(copy);
        assertThat(sold).extracting(TicketTypeView::name).containsExactly("General admission", "Solidarity");
        assertThat(sold).extracting(TicketTypeView::size).containsExactly(30, 4);
        assertThat(sold).extracting(TicketTypeView::left).containsExactly(30, 4);
        assertThat(sold.getLast().minimum()).isEqualTo(Money.of(500, "EUR"));
        assertThat(sold.getFirst().saleEndsAt())
                .isEqualTo(stalls.saleEndsAt().plus(Duration.between(event.startsAt(), copy.startsAt())));
        List<SharedQuotaView> shared = acting.as(owner, () -> quotas.of(copy));
        assertThat(shared)
                .extracting(SharedQuotaView::name, SharedQuotaView::size)
                .containsExactly(tuple("Hall", 32));
        assertThat(shared.getFirst().types())
                .containsExactlyInAnyOrder(sold.getFirst().id(), sold.getLast().id());
        assertThat(copy.state()).isEqualTo(EventState.DRAFT);
    }

    @Test
    void taxes_fees_and_discounts_come_along_for_the_same_types_and_promo_codes_do_not() {
        pricing.rule(event, PricingFixture.tax("VAT", 7, false));
        RuleDetails fee = PricingFixture.fee("Service", 5, 50, true);
        pricing.rule(
                event,
                new RuleDetails(
                        fee.kind(),
                        fee.name(),
                        fee.rate(),
                        fee.amount(),
                        fee.onTop(),
                        null,
                        new Scope(Set.of(box.id().value()))));
        pricing.code(event, PricingFixture.percent("FRIENDS", 20));

        EventView copy = copied();

        List<PriceRule> made = acting.as(owner, () -> rules.of(copy));
        assertThat(made).extracting(rule -> rule.details().name()).containsExactlyInAnyOrder("VAT", "Service");
        assertThat(made.stream()
                        .filter(rule -> rule.details().name().equals("Service"))
                        .findFirst()
                        .orElseThrow()
                        .details()
                        .scope()
                        .types())
                .containsExactly(typesOf(copy).getLast().id().value());
        assertThat(prices.takesCodes(copy.id())).isFalse();
    }

    @Test
    void it_has_the_same_seats_sold_as_the_same_types_with_the_same_ones_blocked() {
        SeatPlan plan = seating.plan(event, 2, 5, stalls);
        seating.apply(event, SeatEdits.Action.BLOCK, SeatFixture.seat(plan, "A1"));
        tickets.hold(event, stalls, 2);

        EventView copy = copied();

        SeatPlan same = acting.as(owner, () -> maps.editable(copy));
        assertThat(same.size()).isEqualTo(10);
        assertThat(same.sections().getFirst().ticketTypes())
                .containsExactly(typesOf(copy).getFirst().id().value());
        SeatMaps.Taken taken = acting.as(owner, () -> maps.taken(same));
        assertThat(taken.blocked()).containsExactly(SeatFixture.seat(same, "A1"));
        assertThat(taken.sold()).isEmpty();
    }

    @Test
    void it_asks_the_same_shows_the_same_pictures_and_has_the_same_rule_for_transfers() throws Exception {
        questions.ask(event, QuestionFixture.diet());
        byte[] png = png();
        PictureView picture = acting.as(owner, () -> gallery.add(event, "The stage", png));
        acting.as(owner, () -> transfers.set(event, new TransferRule(false, null)));

        EventView copy = copied();

        assertThat(asked.asked(copy.id())).extracting(Question::details).containsExactly(QuestionFixture.diet());
        List<PictureView> shown = acting.as(owner, () -> gallery.of(copy.id()));
        assertThat(shown)
                .extracting(PictureView::id, PictureView::alt)
                .containsExactly(tuple(picture.id(), "The stage"));
        assertThat(transfers.of(copy).allowed()).isFalse();
        acting.as(owner, () -> {
            gallery.remove(copy, picture.id());
            return "";
        });
        assertThat(acting.as(owner, () -> gallery.of(event.id()))).hasSize(1);
    }

    @Test
    void a_stake_stays_a_stake_and_guests_answer_by_the_same_rules() {
        acting.as(owner, () -> {
            stakes.choose(event, Set.of(stalls.id()), new StakeTerms(6, 7, true));
            guests.rule(event, false, 3);
            return "";
        });

        EventView copy = copied();

        assertThat(acting.as(
                        owner,
                        () -> staked.among(
                                typesOf(copy).stream().map(TicketTypeView::id).toList())))
                .containsExactly(typesOf(copy).getFirst().id());
        assertThat(acting.as(owner, () -> stakes.terms(copy.id()))).isEqualTo(new StakeTerms(6, 7, true));
        String rules = acting.asSystem(
                copy.organization(),
                () -> transaction.execute(
                        status -> jdbc.sql("select open::text || plus_ones from guest.rules where event_id = ?")
                                .param(copy.id().value())
                                .query(String.class)
                                .single()));
        assertThat(rules).isEqualTo("false3");
    }

    @Test
    void nobody_else_copies_it_and_none_is_over_already() {
        assertThatThrownBy(() -> acting.as(
                        people.actor(people.person("Eve Stranger")), () -> copies.make(event.id(), "Mine", NEXT_YEAR)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() ->
                        acting.as(owner, () -> copies.make(event.id(), "Old", LocalDateTime.of(2001, 1, 1, 0, 0))))
                .isInstanceOf(InvalidInput.class);
    }

    private EventView copied() {
        return acting.as(owner, () -> copies.make(event.id(), "The second night", NEXT_YEAR));
    }

    private List<TicketTypeView> typesOf(EventView copy) {
        return acting.as(owner, () -> types.all(copy.id()));
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
