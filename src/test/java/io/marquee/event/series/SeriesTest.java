package io.marquee.event.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventDetails;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.series.SeriesChange.Effect;
import io.marquee.identity.Permission;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventAccess;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.waiting.EntryView;
import io.marquee.ticketing.waiting.WaitingList;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An evening that comes again. */
@MarqueeTest
class SeriesTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    Recurring recurring;

    @Autowired
    Following following;

    @Autowired
    SeriesReads series;

    @Autowired
    SeriesTable table;

    @Autowired
    SeriesGrowth growth;

    @Autowired
    io.marquee.event.EventCopies copies;

    @Autowired
    Events events;

    @Autowired
    EventReads reads;

    @Autowired
    TicketFixture tickets;

    @Autowired
    EventFixture fixture;

    @Autowired
    OrderFixture orders;

    @Autowired
    WaitingList waiting;

    @Autowired
    TicketTypeReads types;

    @Autowired
    Settings settings;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    LocalDate first;
    EventView event;
    OrganizationId organization;
    Actor owner;

    @BeforeEach
    void an_evening_in_a_week() {
        first = LocalDate.now(Clock.systemUTC()).plusDays(7);
        organization = fixture.organization();
        owner = EventFixture.owner(organization);
        event = fixture.published(organization, evening(first));
    }

    @Test
    void every_week_an_event_like_the_first_one_with_its_tickets_and_its_team() {
        tickets.type(event, 30);
        Actor.Person helper = EventFixture.person(event.id(), EventRole.ADMIN);
        acting.asSystem(
                organization,
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("insert into event.roles values (?, ?, ?, 'admin', '{}', now())")
                                .params(event.id().value(), helper.id(), organization.value())
                                .update()));

        begin("FREQ=WEEKLY;COUNT=4", true);

        List<EventView> all = coming();
        assertThat(all)
                .extracting(one -> one.details().startsAt().toLocalDate())
                .containsExactly(first, first.plusWeeks(1), first.plusWeeks(2), first.plusWeeks(3));
        assertThat(all).extracting(EventView::state).containsOnly(EventState.PUBLISHED);
        EventView last = all.getLast();
        assertThat(acting.as(owner, () -> types.all(last.id())))
                .extracting(TicketTypeView::size)
                .containsExactly(30);
        assertThat(last.details().startsAt().toLocalTime())
                .isEqualTo(event.details().startsAt().toLocalTime());
        Integer roles = acting.asSystem(
                organization,
                () -> transaction.execute(
                        status -> jdbc.sql("select count(*) from event.roles where event_id = ? and person_id = ?")
                                .params(last.id().value(), helper.id())
                                .query(Integer.class)
                                .single()));
        assertThat(roles).isEqualTo(1);
    }

    @Test
    void events_are_made_when_their_day_comes_near_once_though_two_nodes_do_it_and_one_comes_late() {
        SeriesView made = acting.as(
                owner,
                () -> recurring.begin(id(), new SeriesRule(Recurrence.parse("FREQ=WEEKLY"), List.of(), 10, false)));
        assertThat(coming()).hasSize(1);

        Clock later = Clock.fixed(first.plusDays(11).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        SeriesGrowth late = new SeriesGrowth(table, reads, copies, events, acting, later);
        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> late.grow(made))));
        }
        nodes.forEach(CompletableFuture::join);

        assertThat(coming())
                .extracting(one -> one.details().startsAt().toLocalDate())
                .as("a day that passed unmade stays so")
                .containsExactly(first, first.plusWeeks(2), first.plusWeeks(3));
        assertThat(coming().getLast().state()).isEqualTo(EventState.DRAFT);
    }

    @Test
    void a_series_that_cannot_grow_is_put_off_and_does_not_stand_before_the_others() {
        begin("FREQ=WEEKLY", true);
        SeriesView made = Objects.requireNonNull(acting.as(owner, () -> series.of(event.id())));
        set(made, "rule = 'FREQ=NEVER', due_at = now() - interval '1 day'");

        try {
            assertThatThrownBy(() -> SeriesJobs.grow(growth, made)).isInstanceOf(RuntimeException.class);

            SeriesView later = Objects.requireNonNull(acting.as(owner, () -> series.of(event.id())));
            assertThat(later.dueAt()).isAfter(Instant.now());
            assertThat(later.madeThrough()).isEqualTo(made.madeThrough());
        } finally {
            set(made, "due_at = null");
        }
    }

    @Test
    void another_rule_tells_first_what_it_changes_and_keeps_what_was_sold() {
        TicketTypeView type = tickets.type(event, 30);
        begin("FREQ=WEEKLY;COUNT=4", true);
        EventView second = coming().get(1);
        tickets.hold(second, typeOf(second), 1);
        SeriesRule everyOther = rule("FREQ=WEEKLY;INTERVAL=2;COUNT=3");

        SeriesChange plan = acting.as(owner, () -> recurring.plan(id(), everyOther));
        acting.as(owner, () -> recurring.change(id(), everyOther));

        assertThat(plan.lines())
                .extracting(SeriesChange.Line::effect)
                .containsExactly(Effect.SOLD, Effect.SAME, Effect.REMOVED, Effect.MADE);
        assertThat(coming())
                .extracting(one -> one.details().startsAt().toLocalDate())
                .containsExactly(first, first.plusWeeks(1), first.plusWeeks(2), first.plusWeeks(4));
        assertThat(type.left()).isEqualTo(30);
    }

    @Test
    void a_day_stays_whose_checkout_was_abandoned_or_for_which_somebody_waits() {
        tickets.type(event, 30);
        begin("FREQ=WEEKLY;COUNT=4", true);
        EventView abandoned = coming().get(1);
        OrderView order = orders.placed(abandoned, typeOf(abandoned), 1);
        orders.pass(order);
        orders.until(order, OrderState.EXPIRED);
        EventView awaited = coming().get(2);
        TicketTypeView type = typeOf(awaited);
        tickets.edit(type, now -> TicketFixture.general(0));
        EntryView entry = waiting.join(
                awaited, type.id(), new WaitingList.Joining("Ada", PeopleFixture.address("ada"), 1, Locale.ENGLISH));
        SeriesRule none = rule("FREQ=WEEKLY;COUNT=1");

        SeriesChange plan = acting.as(owner, () -> recurring.plan(id(), none));
        acting.as(owner, () -> recurring.change(id(), none));

        assertThat(plan.lines())
                .extracting(SeriesChange.Line::effect)
                .containsExactly(Effect.SOLD, Effect.SOLD, Effect.REMOVED);
        assertThat(coming()).extracting(EventView::id).containsExactly(event.id(), abandoned.id(), entry.event());
    }

    @Test
    void what_is_edited_on_one_is_its_own_until_it_is_carried_over_to_those_that_follow() {
        tickets.type(event, 30);
        begin("FREQ=WEEKLY;COUNT=4", true);
        EventView second = coming().get(1);
        EventView third = coming().get(2);
        edit(second, second.details().but().title("A guest from Porto").build());
        tickets.hold(third, typeOf(third), 1);
        EventDetails later = event.details()
                .but()
                .title("Late Tide " + NUMBER.incrementAndGet())
                .startsAt(event.details().startsAt().plusHours(1))
                .endsAt(event.details().endsAt().plusHours(1))
                .build();
        edit(event, later);
        assertThat(coming().get(3).details().title()).isEqualTo(event.details().title());

        assertThat(acting.as(owner, () -> following.plan(id())).lines())
                .extracting(SeriesChange.Line::effect)
                .containsExactly(Effect.ALTERED, Effect.TOLD, Effect.CHANGED);
        assertThatThrownBy(() -> acting.as(owner, () -> following.apply(id(), " ")))
                .isInstanceOf(InvalidInput.class);
        acting.as(owner, () -> following.apply(id(), "The sun sets earlier."));

        List<EventView> all = coming();
        assertThat(all)
                .extracting(one -> one.details().title())
                .containsExactly(later.title(), "A guest from Porto", later.title(), later.title());
        assertThat(all.get(3).details().startsAt()).isEqualTo(later.startsAt().plusWeeks(3));
        assertThat(all.get(2).postponement()).isNotNull();
        assertThat(all.get(3).postponement()).isNull();
    }

    @Test
    void a_day_is_left_out_and_does_not_come_back_unless_people_come() {
        tickets.type(event, 30);
        begin("FREQ=WEEKLY;COUNT=5", true);
        EventView third = coming().get(2);
        tickets.hold(third, typeOf(third), 1);
        EventView fourth = coming().get(3);

        acting.as(owner, () -> recurring.leaveOut(id(), first.plusWeeks(1)));
        acting.as(owner, () -> events.delete(fourth.id()));
        assertThatThrownBy(() -> acting.as(owner, () -> recurring.leaveOut(id(), first.plusWeeks(2))))
                .isInstanceOf(SeriesRefused.PeopleCome.class);
        assertThatThrownBy(() -> acting.as(owner, () -> recurring.leaveOut(id(), first.plusDays(3))))
                .isInstanceOf(InvalidInput.class);
        due();

        assertThat(coming())
                .extracting(one -> one.details().startsAt().toLocalDate())
                .containsExactly(first, first.plusWeeks(2), first.plusWeeks(4));
    }

    @Test
    void a_rule_that_is_over_before_it_begins_and_a_day_that_it_does_not_have_are_refused_at_their_fields() {
        String yesterday = first.minusDays(1).toString().replace("-", "");
        for (SeriesRule wrong : List.of(
                rule("FREQ=WEEKLY;UNTIL=" + yesterday),
                new SeriesRule(Recurrence.parse("FREQ=WEEKLY"), List.of(first.plusDays(8)), 60, true))) {
            assertThatThrownBy(() -> acting.as(owner, () -> recurring.begin(id(), wrong)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.problems().getFirst().field())
                                    .isEqualTo(wrong.leftOut().isEmpty() ? "rule" : "leftOut"));
        }
        acting.as(
                owner,
                () -> recurring.begin(
                        id(), new SeriesRule(Recurrence.parse("FREQ=WEEKLY"), List.of(first.plusDays(7)), 60, true)));
        assertThat(coming()).hasSizeGreaterThan(3);
    }

    @Test
    void no_day_is_left_out_that_lies_thousands_of_years_away() {
        LocalDate far = LocalDate.of(5_000_000, 1, 1);
        SeriesRule daily = new SeriesRule(Recurrence.parse("FREQ=DAILY"), List.of(far), 1, true);
        assertThatThrownBy(() -> acting.as(owner, () -> recurring.begin(id(), daily)))
                .isInstanceOf(InvalidInput.class);
        acting.as(owner, () -> recurring.begin(id(), new SeriesRule(daily.recurrence(), List.of(), 1, true)));

        for (LocalDate day : List.of(far, LocalDate.MAX, LocalDate.MIN)) {
            assertThatThrownBy(() -> acting.as(owner, () -> recurring.leaveOut(id(), day)))
                    .isInstanceOf(InvalidInput.class);
        }
        acting.as(owner, () -> recurring.leaveOut(id(), first.plusYears(1)));
    }

    @Test
    void whoever_may_only_edit_publishes_nothing_by_a_rule_and_deletes_no_day() {
        Actor.Person editor = new Actor.Person(
                PersonId.next(),
                null,
                false,
                Map.of(organization, OrganizationRole.MEMBER),
                Map.of(event.id(), new EventAccess(EventRole.VIEWER, Set.of(EventGrant.EDIT))));
        assertThatThrownBy(() -> acting.as(editor, () -> recurring.begin(id(), rule("FREQ=WEEKLY;COUNT=2"))))
                .isInstanceOf(Forbidden.class);
        SeriesRule drafts = new SeriesRule(Recurrence.parse("FREQ=WEEKLY;COUNT=2"), List.of(), 60, false);
        acting.as(editor, () -> recurring.begin(id(), drafts));

        assertThatThrownBy(() -> acting.as(editor, () -> recurring.change(id(), rule("FREQ=WEEKLY;COUNT=2"))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> acting.as(editor, () -> recurring.leaveOut(id(), first)))
                .isInstanceOf(Forbidden.class);
        assertThat(coming()).extracting(EventView::state).containsExactly(EventState.PUBLISHED, EventState.DRAFT);
    }

    @Test
    void its_page_its_calendar_and_its_host_show_it_once_and_only_what_is_public() {
        begin("FREQ=WEEKLY;COUNT=3", true);
        SeriesView made = Objects.requireNonNull(acting.as(owner, () -> series.of(event.id())));
        EventView hidden = coming().get(1);
        acting.as(owner, () -> events.unpublish(hidden.id()));
        Visitor anybody = Visitor.of(settings.baseUrl());

        assertThat(anybody.get("/series/" + made.slug()).body())
                .contains(event.details().title(), "Every week, 3 times", "/events/" + event.slug())
                .doesNotContain("/events/" + hidden.slug() + "\"");
        assertThat(anybody.get("/series/" + made.slug() + "/calendar.ics").body())
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H", "UID:" + event.id())
                .doesNotContain("UID:" + hidden.id());
        String slug = jdbc.sql("select slug from organization.organizations where id = ?")
                .param(organization.value())
                .query(String.class)
                .single();
        String host = anybody.get("/o/" + slug).body();
        assertThat(host).contains("/series/" + made.slug());
        assertThat(host.split("<article", -1)).hasSize(2);
        assertThat(anybody.get("/events/" + event.slug()).body()).contains("/series/" + made.slug());
        EventView draft = fixture.draft(organization, evening(first.plusDays(1)));
        acting.as(
                owner,
                () -> recurring.begin(
                        draft.id().toString(),
                        new SeriesRule(Recurrence.parse("FREQ=DAILY;COUNT=2"), List.of(), 30, false)));
        SeriesView secret = Objects.requireNonNull(acting.as(owner, () -> series.of(draft.id())));
        assertThat(anybody.get("/series/" + secret.slug()).statusCode()).isEqualTo(404);
    }

    @Test
    void it_begins_once_ends_and_is_nobody_elses_business() {
        assertThatThrownBy(() -> acting.as(EventFixture.stranger(), () -> recurring.begin(id(), rule("FREQ=DAILY"))))
                .isInstanceOf(NotFound.class);
        begin("FREQ=MONTHLY", true);
        assertThatThrownBy(() -> begin("FREQ=DAILY", true)).isInstanceOf(SeriesRefused.AlreadyRepeats.class);
        int before = coming().size();

        acting.as(owner, () -> recurring.end(id()));

        SeriesView ended = Objects.requireNonNull(acting.as(owner, () -> series.of(event.id())));
        assertThat(ended.endedAt()).isNotNull();
        assertThat(ended.dueAt()).isNull();
        assertThat(coming()).hasSize(before);
        assertThat(acting.as(owner, () -> reads.where(Permission.EDIT_EVENT, id()))
                        .state())
                .isEqualTo(EventState.PUBLISHED);
    }

    private void begin(String rule, boolean publish) {
        acting.as(owner, () -> recurring.begin(id(), new SeriesRule(Recurrence.parse(rule), List.of(), 60, publish)));
    }

    private static SeriesRule rule(String rule) {
        return new SeriesRule(Recurrence.parse(rule), List.of(), 60, true);
    }

    /** As the job would now. */
    private void due() {
        SeriesView known = Objects.requireNonNull(acting.as(owner, () -> series.of(event.id())));
        set(known, "due_at = 'epoch'");
        transaction.executeWithoutResult(
                status -> new SeriesGrowth(table, reads, copies, events, acting, Clock.systemUTC()).grow(known));
    }

    private void set(SeriesView one, String assignments) {
        acting.asSystem(
                organization,
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update event.series set " + assignments + " where id = ?")
                                .param(one.id())
                                .update()));
    }

    private List<EventView> coming() {
        return acting.as(owner, () -> series.coming(event));
    }

    private void edit(EventView one, EventDetails details) {
        acting.as(
                owner, () -> events.edit(one.id(), details, reads.byId(one.id()).version()));
    }

    private TicketTypeView typeOf(EventView one) {
        return acting.as(owner, () -> types.all(one.id())).getFirst();
    }

    private String id() {
        return event.id().toString();
    }

    private static EventDetails evening(LocalDate day) {
        LocalDateTime starts = day.atTime(19, 30);
        return EventFixture.concert()
                .startsAt(starts)
                .endsAt(starts.plusHours(3))
                .build();
    }
}
