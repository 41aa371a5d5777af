package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.guest.Comparison.Side;
import io.marquee.guest.Duplicates.Likeness;
import io.marquee.guest.GuestChanges.Act;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.registration.Answer;
import io.marquee.registration.Answered;
import io.marquee.registration.Question;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.GuestFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.QuestionFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two guests who are one person. */
@MarqueeTest
class GuestMergesTest {
    @Autowired
    GuestFixture guests;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    QuestionFixture questions;

    @Autowired
    Ordering ordering;

    @Autowired
    GuestMerges merges;

    @Autowired
    PersonalLinks links;

    @Autowired
    Duplicates duplicates;

    @Autowired
    GuestChanges changes;

    @Autowired
    GuestImports imports;

    @Autowired
    Invitations invitations;

    @Autowired
    GuestReads reads;

    @Autowired
    AnsweredEvents answered;

    @Autowired
    GuestRecords records;

    @Autowired
    GuestWork work;

    @Autowired
    Rsvps rsvps;

    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    @Autowired
    Acting acting;

    @Test
    void nothing_of_either_is_lost_tickets_stay_good_and_what_comes_later_finds_its_way() {
        EventView event = tickets.event();
        TicketTypeView type = tickets.type(event, OrderFixture.free(20));
        OrderView order = orders.paid(event, type, 2);
        work.followAll();
        GuestView holder = guest(event, order.buyerEmail());
        owner(
                event,
                () -> imports.bring(
                        event, "name,email,tags\nAda L.,a.da+news@example.org,press".getBytes(StandardCharsets.UTF_8)));
        GuestView pressed = guest(event, "a.da+news@example.org");
        owner(event, () -> changes.change(event, List.of(holder.id().value()), Act.TAG, "vip"));
        note(event, holder, "Sits in front");
        note(event, pressed, "Writes about us");
        owner(
                event,
                () -> invitations.invite(event, Addressees.of(pressed.email()).people(), "", 0));
        List<TicketView> before = orders.ticketsOf(order);

        assertThat(owner(event, () -> duplicates.likely(event)))
                .extracting(Duplicates.Pair::likeness)
                .containsExactly(Set.of(Likeness.ADDRESS));
        GuestView one = owner(event, () -> merges.merge(event, pressed.id(), holder.id(), Map.of("name", Side.OTHER)));

        assertThat(one.id()).isEqualTo(pressed.id());
        assertThat(one.name()).isEqualTo(holder.name());
        assertThat(one.state()).isEqualTo(GuestState.GOING);
        assertThat(one.tickets()).isEqualTo(2);
        assertThat(one.tags()).containsExactly("press", "vip");
        assertThat(one.invitedAt()).isNotNull();
        assertThat(guests.find(event, holder.email())).isNull();
        assertThat(owner(event, () -> reads.timeline(one)).stream().map(GuestMoment::words))
                .contains("Sits in front", "Writes about us", holder.email(), "merged", type.name());
        assertThat(orders.ticketsOf(order)).isEqualTo(before).allMatch(ticket -> ticket.state() == TicketState.ISSUED);
        assertThat(owner(event, () -> duplicates.likely(event))).isEmpty();

        // the link, the address and the orders of the one that is gone
        assertThat(acting.as(GuestFixture.bearer(holder), () -> rsvps.own(holder.id()))
                        .id())
                .isEqualTo(one.id());
        assertThat(reads.byLink(GuestFixture.bearer(holder))).isEqualTo(one);
        assertThat(answered.leadsTo(event.id(), GuestFixture.bearer(holder))).isTrue();
        assertThat(answered.leadsTo(tickets.event().id(), GuestFixture.bearer(holder)))
                .isFalse();
        orders.paid(event, type, 1);
        work.followAll();
        assertThat(guest(event, one.email()).tickets()).isEqualTo(3);
        assertThat(guests.find(event, holder.email())).isNull();
        owner(
                event,
                () -> imports.bring(
                        event, ("name,email,tags\nAda," + holder.email() + ",late").getBytes(StandardCharsets.UTF_8)));
        assertThat(guest(event, one.email()).tags()).containsExactly("late", "press", "vip");
        owner(event, () -> ordering.refund(order.id(), "ill", null));
        work.followAll();
        assertThat(guest(event, one.email()).tickets()).isEqualTo(1);
        Actor.Person ada = new Actor.Person(PersonId.next(), holder.email(), false, Map.of(), Map.of());
        assertThat(Objects.requireNonNull(acting.as(ada, () -> rsvps.mine(event)))
                        .id())
                .isEqualTo(one.id());
        assertThatThrownBy(() -> acting.as(GuestFixture.bearer(one), () -> rsvps.own(holder.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void where_they_differ_the_team_chooses_and_places_are_counted_once() {
        EventView party = guests.party(10);
        guests.rule(party, true, 2);
        Question diet = questions.ask(party, QuestionFixture.diet());
        GuestView home = says(party, "Home", GuestState.GOING, 1, diet, "Everything");
        GuestView office = says(party, "Office", GuestState.GOING, 2, diet, "No meat");
        String question = "answer-" + diet.id() + "-1";

        assertThatThrownBy(() -> owner(party, () -> merges.merge(party, home.id(), office.id(), Map.of())))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        open -> assertThat(open.problems())
                                .extracting(InvalidInput.Problem::field)
                                .containsExactly(Comparison.REPLY, question));
        assertThat(places(party)).isEqualTo(10 - 2 - 3);
        GuestView one = owner(
                party,
                () -> merges.merge(
                        party, home.id(), office.id(), Map.of(Comparison.REPLY, Side.OTHER, question, Side.OTHER)));

        assertThat(one.plusOnes()).isEqualTo(2);
        assertThat(places(party)).isEqualTo(10 - 3);
        assertThat(owner(party, () -> reads.answersOf(one)))
                .extracting(Answered::said)
                .containsExactly(List.of("No meat"));
        assertThatThrownBy(() -> owner(party, () -> merges.merge(party, one.id(), one.id(), Map.of())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> owner(party, () -> merges.merge(party, one.id(), office.id(), Map.of())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_team_finds_them_puts_them_beside_each_other_and_is_asked_what_holds() {
        PersonId owner = people.person("Olga Owner");
        EventView event =
                guests.partyOf(owner, EventFixture.concert().ticketing(false).build());
        owner(event, () -> imports.bring(event, """
                name,email
                Ada Lind,ada.lind@example.org
                Lind Ada,ada@example.net
                Ada M. Lind,adalind+party@example.org
                """.getBytes(StandardCharsets.UTF_8)));
        GuestView first = guest(event, "ada.lind@example.org");
        GuestView other = guest(event, "adalind+party@example.org");
        Visitor olga = Visitor.of(settings.baseUrl());
        olga.plantCookie("marquee_session", people.webToken(owner));
        String path = "/manage/events/" + event.slug() + "/guests";
        String compare = path + "/" + first.id() + "/merges";

        assertThat(olga.get(path).body()).contains(path + "/duplicates");
        assertThat(olga.get(path + "/duplicates").body())
                .contains("the same mailbox", "the same name", compare + "?other=" + other.id());
        olga.post(path + "/changes", "act", "merge", "guests", first.id().toString());
        assertThat(olga.get(path).body()).contains("Choose two different guests");
        assertThat(olga.get(compare + "?other=" + other.id()).body())
                .contains("Ada M. Lind", "Keep Ada M. Lind instead", "sees the answer of Ada Lind");
        assertThat(olga.get(compare + "?other=x").statusCode()).isEqualTo(404);
        assertThat(olga.post(compare, "other", other.id().toString()).statusCode())
                .isEqualTo(422);
        olga.post(compare, "other", other.id().toString(), "name", "other");
        assertThat(guest(event, first.email()).name()).isEqualTo("Ada M. Lind");

        ApiClient api = new ApiClient(settings.baseUrl().getPort(), people.token(owner));
        String list = "/events/" + event.slug() + "/guests";
        assertThat(api.get(list + "/duplicates").body().path("items").size()).isZero();
        UUID third = guest(event, "ada@example.net").id().value();
        ApiClient.Answer open = api.post(list + "/" + first.id() + "/merges", "{\"guest\": \"" + third + "\"}");
        assertThat(open.status()).isEqualTo(422);
        ApiClient.Answer merged = api.post(
                list + "/" + first.id() + "/merges",
                "{\"guest\": \"" + third + "\", \"choices\": {\"name\": \"kept\"}}");
        assertThat(merged.body().path("name").asString("")).isEqualTo("Ada M. Lind");
    }

    @Test
    void whoever_was_told_apart_is_not_suggested_again() {
        PersonId owner = people.person("Olga Owner");
        EventView event =
                guests.partyOf(owner, EventFixture.concert().ticketing(false).build());
        owner(
                event,
                () -> imports.bring(
                        event,
                        "name,email\nAda Lind,a@example.org\nAda Lind,b@example.org\nAda Lind,c@example.org"
                                .getBytes(StandardCharsets.UTF_8)));
        Visitor olga = Visitor.of(settings.baseUrl());
        olga.plantCookie("marquee_session", people.webToken(owner));
        String path = "/manage/events/" + event.slug() + "/guests";
        List<Duplicates.Pair> pairs = owner(event, () -> duplicates.likely(event));
        assertThat(pairs).hasSize(2);
        GuestId one = pairs.getFirst().one().id();
        GuestId other = pairs.getFirst().other().id();

        assertThat(olga.get(path + "/duplicates").body()).contains("Not the same", path + "/" + one + "/distinctions");
        olga.post(path + "/" + one + "/distinctions", "other", other.toString());
        ApiClient api = new ApiClient(settings.baseUrl().getPort(), people.token(owner));
        String again = "/events/" + event.slug() + "/guests/" + other + "/distinctions";
        assertThat(api.post(again, "{\"guest\": \"" + one + "\"}").status()).isEqualTo(204);
        assertThat(api.post(again, "{\"guest\": \"" + UUID.randomUUID() + "\"}").status())
                .isEqualTo(404);

        assertThat(owner(event, () -> duplicates.likely(event))).containsExactly(pairs.getLast());
        GuestId third = pairs.getLast().other().id();
        olga.post(path + "/" + one + "/distinctions", "other", third.toString());
        assertThat(owner(event, () -> duplicates.likely(event)))
                .as("the others may still be one")
                .singleElement()
                .satisfies(
                        pair -> assertThat(List.of(pair.one().id(), pair.other().id()))
                                .containsExactlyInAnyOrder(other, third));
    }

    @Test
    void an_address_outlives_a_link_that_was_passed_on_and_that_link_opens_nobody_who_has_one() {
        EventView event = guests.party(10);
        GuestView linked = owner(event, () -> links.add(event, "Ada Lind", "form"));
        assertThat(owner(event, () -> links.path(linked))).startsWith("/rsvp/");
        GuestView mailed = guests.says(GuestFixture.somebody("Ada"), event, GuestState.GOING);

        Comparison two = owner(event, () -> merges.compare(event, linked.id(), mailed.id()));
        GuestView one = owner(
                event,
                () -> merges.merge(event, two.kept().id(), two.other().id(), Map.of(Comparison.REPLY, Side.KEPT)));

        assertThat(two.kept().id()).isEqualTo(mailed.id());
        assertThat(one.email()).isEqualTo(mailed.email());
        assertThat(one.state()).isEqualTo(GuestState.GOING);
        assertThatThrownBy(() -> acting.as(GuestFixture.bearer(linked), () -> rsvps.own(linked.id())))
                .isInstanceOf(NotFound.class);
        assertThat(reads.byLink(GuestFixture.bearer(linked))).isNull();
        assertThat(answered.leadsTo(event.id(), GuestFixture.bearer(linked))).isFalse();
        assertThat(acting.as(GuestFixture.bearer(one), () -> rsvps.own(one.id())))
                .isEqualTo(one);
        assertThatThrownBy(() -> owner(event, () -> links.path(one))).isInstanceOf(NotFound.class);
    }

    private GuestView says(EventView party, String name, GuestState to, int plusOnes, Question question, String said) {
        List<Answer> answers = List.of(new Answer(question.id(), 1, List.of(said)));
        return guests.says(
                GuestFixture.somebody(name), party, new Reply(to, "Ada Lind", plusOnes, answers, Locale.ENGLISH));
    }

    private int places(EventView party) {
        return Objects.requireNonNull(rsvps.terms(party).left());
    }

    private void note(EventView event, GuestView guest, String words) {
        acting.as(EventFixture.owner(event.organization()), () -> records.note(event, guest, words));
    }

    private GuestView guest(EventView event, String email) {
        return Objects.requireNonNull(guests.find(event, email));
    }

    private <T> T owner(EventView event, Supplier<T> does) {
        return Objects.requireNonNull(acting.as(EventFixture.owner(event.organization()), does));
    }
}
