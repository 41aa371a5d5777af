package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.audit.History;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.registration.Answer;
import io.marquee.registration.Condition;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionKind;
import io.marquee.testing.EventFixture;
import io.marquee.testing.GuestFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.QuestionFixture;
import io.marquee.testing.Rush;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people say to an event that needs no ticket. */
@MarqueeTest
class RsvpTest {
    @Autowired
    GuestFixture guests;

    @Autowired
    QuestionFixture questions;

    @Autowired
    Rsvps rsvps;

    @Autowired
    GuestWork work;

    @Autowired
    Invitations invitations;

    @Autowired
    GuestRecords records;

    @Autowired
    GuestList list;

    @Autowired
    History history;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void an_answer_makes_one_guest_who_may_change_their_mind() {
        EventView party = guests.party(10);
        Actor.Person ada = GuestFixture.somebody("Ada");

        GuestView maybe = guests.says(ada, party, GuestState.MAYBE);
        GuestView going = guests.says(ada, party, GuestState.GOING);
        GuestView again = guests.says(ada, party, GuestState.NOT_GOING);

        assertThat(going.id()).isEqualTo(maybe.id());
        assertThat(again.state()).isEqualTo(GuestState.NOT_GOING);
        assertThat(left(party)).isEqualTo(10);
        assertThat(acting.asPlatform(() -> history.of(maybe.id().value())))
                .extracting(History.Entry::to)
                .containsExactly("interested", "maybe", "going", "not_going");
        assertThat(guests.lettersTo(going)).containsExactly("GOING");
    }

    @Test
    void plus_ones_take_places_and_stay_within_the_rule() {
        EventView party = guests.party(5);
        guests.rule(party, true, 2);
        Actor.Person ada = GuestFixture.somebody("Ada");

        guests.says(ada, party, GuestFixture.reply(GuestState.GOING, 2));

        assertThat(left(party)).isEqualTo(2);
        assertThatThrownBy(() -> guests.says(ada, party, GuestFixture.reply(GuestState.GOING, 3)))
                .isInstanceOf(InvalidInput.class);
        guests.says(ada, party, GuestFixture.reply(GuestState.GOING, 0));
        assertThat(left(party)).isEqualTo(4);
    }

    @Test
    void whom_a_guest_may_bring_is_the_teams_word_and_their_names_are_found() {
        EventView party = guests.party(10);
        Actor.Person ada = GuestFixture.somebody("Ada");
        acting.as(
                EventFixture.owner(party.organization()),
                () -> invitations.invite(party, List.of(new Addressees.Person("Ada", ada.verifiedEmail())), "", 2));

        GuestView one = guests.says(ada, party, brings(1, "Tom Berg"));
        assertThat(one.companions()).containsExactly("Tom Berg");
        assertThat(left(party)).isEqualTo(8);
        assertThat(guests.says(ada, party, brings(2, "Tom Berg", "Zoë Falk")).plusOnes())
                .isEqualTo(2);
        assertThat(acting.as(
                                EventFixture.owner(party.organization()),
                                () -> list.page(party, new GuestFilter("zoe fal", null, "", null), null, 10))
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> guests.says(ada, party, brings(3))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> guests.says(ada, party, brings(1, "Tom", "Zoë")))
                .isInstanceOf(InvalidInput.class);
        acting.as(EventFixture.owner(party.organization()), () -> records.allow(party, one, 0));
        assertThatThrownBy(() -> guests.says(ada, party, brings(1))).isInstanceOf(InvalidInput.class);
        assertThat(guests.says(ada, party, GuestState.NOT_GOING).companions()).isEmpty();
        assertThat(left(party)).isEqualTo(10);
    }

    private static Reply brings(int plusOnes, String... companions) {
        return new Reply(GuestState.GOING, "Ada Lind", plusOnes, List.of(companions), List.of(), Locale.ENGLISH);
    }

    @Test
    void many_at_once_get_exactly_the_places_that_there_are() throws Exception {
        EventView party = guests.party(7);
        guests.rule(party, true, 1);

        List<Object> outcomes = Rush.of(
                24,
                i -> () ->
                        guests.says(GuestFixture.somebody("Rush"), party, GuestFixture.reply(GuestState.GOING, i % 2)));

        int inside = Rush.only(outcomes, GuestView.class).stream()
                .mapToInt(GuestView::places)
                .sum();
        assertThat(inside).isEqualTo(7);
        assertThat(left(party)).isZero();
        assertThat(Rush.only(outcomes, GuestRefused.Full.class)).isNotEmpty();
        assertThat(outcomes).allMatch(o -> o instanceof GuestView || o instanceof GuestRefused.Full);
    }

    /** Without the lock between looking and letting in. */
    @Test
    void control_whoever_looks_first_and_enters_later_comes_in_too_many() throws Exception {
        EventView party = guests.party(7);

        List<Object> looked = Rush.of(24, i -> () -> left(party));
        List<Object> entered = Rush.of(24, i -> () -> (int) looked.get(i) > 0 && enter(party));

        assertThat(entered.stream().filter(Boolean.TRUE::equals).count()).isGreaterThan(7);
    }

    @Test
    void who_finds_it_full_waits_and_gets_the_next_place_for_a_day() {
        EventView party = guests.party(1);
        Actor.Person ada = GuestFixture.somebody("Ada");
        Actor.Person tom = GuestFixture.somebody("Tom");
        guests.says(ada, party, GuestState.GOING);
        assertThatThrownBy(() -> guests.says(tom, party, GuestState.GOING)).isInstanceOf(GuestRefused.Full.class);
        GuestView waiting = guests.says(tom, party, GuestState.WAITLISTED);
        assertThat(waiting.state()).isEqualTo(GuestState.WAITLISTED);

        guests.says(ada, party, GuestState.NOT_GOING);

        assertThat(guests.now(waiting).state()).isEqualTo(GuestState.OFFERED);
        assertThatThrownBy(() -> guests.says(ada, party, GuestState.GOING)).isInstanceOf(GuestRefused.Full.class);
        assertThat(guests.says(tom, party, GuestState.GOING).state()).isEqualTo(GuestState.GOING);
        assertThat(guests.lettersTo(waiting)).containsExactly("WAITLISTED", "OFFERED", "GOING");
    }

    @Test
    void an_offer_that_nobody_takes_goes_to_the_next() {
        EventView party = guests.party(1);
        Actor.Person ada = GuestFixture.somebody("Ada");
        guests.says(ada, party, GuestState.GOING);
        GuestView first = guests.says(GuestFixture.somebody("Tom"), party, GuestState.WAITLISTED);
        GuestView second = guests.says(GuestFixture.somebody("Wanda"), party, GuestState.WAITLISTED);
        guests.says(ada, party, GuestState.NOT_GOING);

        sql("update guest.guests set offer_until = now() - interval '1 minute' where id = ?", first);
        work.endOffers();

        assertThat(guests.now(first).state()).isEqualTo(GuestState.NOT_GOING);
        assertThat(guests.now(second).state()).isEqualTo(GuestState.OFFERED);
        assertThat(left(party)).isZero();
    }

    @Test
    void where_approval_is_asked_for_the_team_decides_and_each_is_written_to() {
        EventView party = guests.party(EventFixture.concert()
                .ticketing(false)
                .capacity(2)
                .approvalRequired(true)
                .build());
        List<GuestView> asked = IntStream.range(0, 4)
                .mapToObj(i -> guests.says(GuestFixture.somebody("Ask"), party, GuestState.GOING))
                .toList();
        assertThat(asked).extracting(GuestView::state).containsOnly(GuestState.PENDING_APPROVAL);
        assertThat(left(party)).isEqualTo(2);

        Guests.Outcome approved =
                guests.decide(party, Guests.Decision.APPROVE, asked.get(0), asked.get(1), asked.get(2));
        Guests.Outcome declined = guests.decide(party, Guests.Decision.DECLINE, asked.get(3), asked.get(0));

        assertThat(approved.done()).isEqualTo(2);
        assertThat(approved.left()).isEqualTo(1);
        assertThat(approved.refused()).singleElement().satisfies(one -> {
            assertThat(one.guest().id())
                    .isIn(asked.get(0).id(), asked.get(1).id(), asked.get(2).id());
            assertThat(one.why()).isInstanceOf(GuestRefused.Full.class);
        });
        assertThat(declined.done()).isEqualTo(1);
        assertThat(declined.others()).isEqualTo(1);
        assertThat(guests.lettersTo(asked.get(0))).containsExactly("PENDING_APPROVAL", "APPROVED");
        assertThat(guests.lettersTo(asked.get(3))).containsExactly("PENDING_APPROVAL", "DECLINED");
        assertThatThrownBy(() -> acting.as(
                        GuestFixture.bearer(asked.get(3)),
                        () -> rsvps.answer(asked.get(3).id(), GuestFixture.reply(GuestState.GOING, 0))))
                .isInstanceOf(GuestRefused.Decided.class);
    }

    @Test
    void some_are_asked_more_than_others_by_what_they_answer_in_all_nine_kinds() {
        EventView party = guests.party(10);
        Question drives = questions.ask(party, each("Do you drive?", QuestionKind.YES_NO, null));
        Condition if_yes = new Condition(drives.id(), List.of("yes"));
        List<Question> more = Arrays.stream(QuestionKind.values())
                .map(kind -> questions.ask(party, each(Wire.name(kind), kind, if_yes)))
                .toList();
        Actor.Person ada = GuestFixture.somebody("Ada");
        List<Answer> all = new ArrayList<>(List.of(new Answer(drives.id(), 1, List.of("yes"))));
        Map<QuestionKind, String> said = Map.of(
                QuestionKind.SINGLE_CHOICE, "A",
                QuestionKind.SEVERAL_CHOICES, "B",
                QuestionKind.YES_NO, "no",
                QuestionKind.NUMBER, "4",
                QuestionKind.DATE, "2031-06-18",
                QuestionKind.EMAIL, "Ada@Example.org",
                QuestionKind.PHONE, "+49 (0)30 123-45");
        more.forEach(one -> all.add(
                new Answer(one.id(), 1, List.of(said.getOrDefault(one.details().kind(), "Words")))));

        assertThat(more).hasSize(9);
        guests.says(ada, party, answering(List.of(new Answer(drives.id(), 1, List.of("no")))));
        assertThatThrownBy(() ->
                        guests.says(ada, party, answering(List.of(new Answer(drives.id(), 1, List.of("yes"))))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, open -> assertThat(open.problems()).hasSize(9));
        GuestView going = guests.says(ada, party, answering(all));
        assertThat(acting.as(GuestFixture.bearer(going), () -> rsvps.answersOf(going)))
                .hasSize(10)
                .anyMatch(answered -> answered.said().equals(List.of("ada@example.org")));
        all.set(0, new Answer(drives.id(), 1, List.of("no")));
        guests.says(ada, party, answering(all));
        assertThat(acting.as(GuestFixture.bearer(going), () -> rsvps.answersOf(going)))
                .hasSize(1);
    }

    private static QuestionDetails each(String label, QuestionKind kind, @Nullable Condition condition) {
        return new QuestionDetails(label, "", kind, true, true, List.of("A", "B")).onlyIf(condition);
    }

    private static Reply answering(List<Answer> answers) {
        return new Reply(GuestState.GOING, "Ada", 0, List.copyOf(answers), Locale.ENGLISH);
    }

    @Test
    void who_comes_answers_what_the_event_asks() {
        EventView party = guests.party(10);
        Question diet = questions.ask(party, QuestionFixture.diet());
        Actor.Person ada = GuestFixture.somebody("Ada");

        assertThatThrownBy(() -> guests.says(ada, party, GuestState.GOING))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(InvalidInput.Problem::field)
                                .containsExactly(diet.field(1)));
        GuestView going = guests.says(
                ada,
                party,
                new Reply(
                        GuestState.GOING,
                        "Ada",
                        0,
                        List.of(new Answer(diet.id(), 1, List.of("No meat"))),
                        Locale.ENGLISH));

        assertThat(acting.as(GuestFixture.bearer(going), () -> rsvps.answersOf(going)))
                .extracting(answered -> answered.said().getFirst())
                .containsExactly("No meat");
    }

    @Test
    void nobody_sees_or_changes_the_answer_of_another() {
        EventView party = guests.party(10);
        GuestView guest = guests.says(GuestFixture.somebody("Ada"), party, GuestState.GOING);

        for (Actor other : List.of(
                GuestFixture.somebody("Eve"),
                Actor.ANONYMOUS,
                new Actor.Capability(party.id().value()))) {
            assertThatThrownBy(() -> acting.as(other, () -> rsvps.own(guest.id())))
                    .hasMessageContaining("not_found");
        }
    }

    private int left(EventView event) {
        Integer left = acting.as(Actor.ANONYMOUS, () -> rsvps.terms(event)).left();
        return left == null ? -1 : left;
    }

    private boolean enter(EventView event) {
        GuestView guest = Guests.fresh(
                event, GuestFixture.somebody("Rush").verifiedEmail() + "", "", "en", GuestState.GOING, clock.instant());
        sql("""
                insert into guest.guests (id, event_id, organization_id, email, name, locale, state, since, sort, terms, created_at)
                values (?, '%s', '%s', '%s', '', 'en', 'going', now(), '', '{}', now())
                """.formatted(event.id(), event.organization(), guest.email()), guest);
        return true;
    }

    private void sql(String sql, GuestView guest) {
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> jdbc.sql(sql).param(guest.id().value()).update()));
    }
}
