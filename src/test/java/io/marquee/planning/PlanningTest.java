package io.marquee.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventCopies;
import io.marquee.event.EventDetails;
import io.marquee.event.EventReads;
import io.marquee.event.EventType;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.identity.People;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.SoldShares;
import io.marquee.ticketing.TicketTypeView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a team has to do for an evening, and what the evening reaches. */
@MarqueeTest
class PlanningTest {
    @Autowired
    Checklists checklists;

    @Autowired
    Templates templates;

    @Autowired
    Milestones milestones;

    @Autowired
    SoldShares shares;

    @Autowired
    TaskTable tasks;

    @Autowired
    TeamPeople team;

    @Autowired
    Events events;

    @Autowired
    EventReads reads;

    @Autowired
    EventCopies copies;

    @Autowired
    OrderFixture orders;

    @Autowired
    TicketFixture tickets;

    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    DoorFixture door;

    @Autowired
    People known;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    Settings settings;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    PersonId ada;
    PersonId grace;
    Actor owner;
    EventView event;
    LocalDate day;

    @BeforeEach
    void an_evening_of_ada_with_a_helper() {
        ada = people.personWithPassword(PeopleFixture.address("ada"));
        grace = people.personWithPassword(PeopleFixture.address("grace"));
        OrganizationView house = organizations.organization(ada, "Pier 14 " + ada);
        owner = people.actor(ada);
        EventDetails concert = EventFixture.concert().type(EventType.CONCERT).build();
        event = acting.as(
                owner, () -> events.publish(events.create(house.id(), concert).id()));
        door.role(event, grace, EventRole.VIEWER);
        day = event.details().startsAt().toLocalDate();
    }

    @Test
    void days_are_counted_from_the_event_and_move_with_it() {
        add("Book the hall", Phase.PLAN, null, -60);
        add("Thank them", Phase.AFTER, null, 1);
        EventDetails later = event.details()
                .but()
                .startsAt(event.details().startsAt().plusDays(10))
                .endsAt(event.details().endsAt().plusDays(10))
                .build();
        event = acting.as(owner, () -> events.edit(event.id(), later, event.version()));

        assertThat(list()).extracting(TaskView::due).containsExactly(day.minusDays(50), day.plusDays(11));
        assertThat(late(day.minusDays(50).atTime(12, 0).toInstant(ZoneOffset.UTC)))
                .isEmpty();
        assertThat(late(day.minusDays(49).atTime(12, 0).toInstant(ZoneOffset.UTC)))
                .containsExactly("Book the hall");
        EventView copy = acting.as(
                owner, () -> copies.make(event.id(), "Again", later.startsAt().plusYears(1)));
        assertThat(acting.as(owner, () -> checklists.of(copy)))
                .extracting(task -> task.details().title())
                .containsExactly("Book the hall", "Thank them");
    }

    @Test
    void a_task_is_ticked_by_its_owner_or_an_editor_and_says_who_and_when() {
        UUID hers = add("Ask the band", Phase.PLAN, grace, -10);
        UUID open = add("Posters", Phase.PROMOTE, null, -10);
        Actor helper = people.actor(grace);
        tick(helper, hers, true);

        TaskView done = list().getFirst();
        assertThat(done.doneBy()).isEqualTo(grace);
        assertThat(done.doneAt()).isNotNull();
        tick(owner, hers, true);
        assertThat(list().getFirst().doneBy()).as("who did it first did it").isEqualTo(grace);
        tick(owner, hers, false);
        assertThat(list().getFirst().done()).isFalse();
        assertThatThrownBy(() -> tick(helper, open, true)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> add("For nobody of ours", Phase.PLAN, people.person("Eve"), null))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void its_health_says_what_is_late_what_is_at_risk_and_what_to_do_next() {
        assertThat(health(day).standing()).isEqualTo(Health.Standing.ON_TRACK);
        add("Posters", Phase.PROMOTE, null, null);
        UUID open = add("Book the hall", Phase.PLAN, null, 0);
        add("Ask the band", Phase.PLAN, grace, -2);

        assertThat(health(day.minusDays(10)))
                .extracting(Health::standing, Health::open, Health::soon)
                .containsExactly(Health.Standing.ON_TRACK, 3, 0);
        assertThat(health(day.minusDays(3)))
                .extracting(Health::standing, Health::soon, Health::unowned)
                .containsExactly(Health.Standing.AT_RISK, 2, 1);
        assertThat(Objects.requireNonNull(health(day).next()).details().title()).isEqualTo("Ask the band");
        ApiClient client = new ApiClient(settings.port(), people.token(ada));
        String path = "/events/" + event.id() + "/tasks/health";
        assertThat(client.get(path).text("standing")).isEqualTo("on_track");
        pass(open);
        assertThat(client.get(path).text("standing")).isEqualTo("behind");
        assertThat(client.get(path).body().path("next").path("title").asString())
                .isEqualTo("Book the hall");
        assertThat(Visitor.of(settings.baseUrl())
                        .bearing(people.token(ada))
                        .get("/manage/events/" + event.slug() + "/tasks")
                        .body())
                .contains("behind", "3 things to do, one of them late", "Next: Book the hall, by");
    }

    private Health health(LocalDate today) {
        return Health.of(list(), today);
    }

    /** As if its day had passed. */
    private void pass(UUID task) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql(
                        "update planning.tasks set due_days = -990, due_at = now() - interval '1 day' where id = ?")
                .param(task)
                .update()));
    }

    @Test
    void a_list_begins_with_ours_and_is_kept_as_the_organizations_own() {
        int begun = acting.as(owner, () -> templates.apply(event, "concert", key -> key));
        assertThat(list())
                .hasSize(begun)
                .extracting(task -> task.details().title())
                .contains("planning.ready.plan.line_up");
        UUID kept = acting.as(owner, () -> templates.save(event, "Our nights"));
        EventView next = acting.as(
                owner,
                () -> events.create(event.organization(), EventFixture.concert().build()));

        acting.as(owner, () -> templates.apply(next, kept.toString(), key -> key));

        assertThat(acting.as(owner, () -> checklists.of(next))).hasSize(begun);
        assertThatThrownBy(() -> acting.as(owner, () -> templates.apply(next, "nonsense", key -> key)))
                .isInstanceOf(InvalidInput.class);
        ApiClient client = new ApiClient(settings.port(), people.token(ada));
        assertThat(client.post("/events/" + next.id() + "/tasks/lists", "{\"template\": \"workshop\"}")
                        .status())
                .isEqualTo(201);
        assertThat(client.get("/events/" + next.id() + "/tasks").body().toString())
                .contains("Book the venue");
        assertThat(client.get("/events/" + next.id() + "/tasks/templates")
                        .body()
                        .toString())
                .contains("Our nights");
    }

    @Test
    void whoever_is_late_is_told_once_by_two_nodes_and_again_after_a_week() {
        add("Ask the band", Phase.PLAN, grace, -60);
        add("Book the hall", Phase.PLAN, null, -70);
        Instant late = day.minusDays(40).atTime(12, 0).toInstant(ZoneOffset.UTC);

        List<CompletableFuture<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) nodes.add(CompletableFuture.supplyAsync(() -> tell(late)));
        int told = nodes.stream().mapToInt(CompletableFuture::join).sum();

        assertThat(told).isEqualTo(2);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mails("tasks_overdue")).containsOnlyKeys(address(ada), address(grace)));
        assertThat(tell(late.plus(Duration.ofDays(1)))).isZero();
        assertThat(tell(late.plus(Duration.ofDays(8)))).isEqualTo(2);
    }

    @Test
    void those_in_charge_hear_once_of_what_is_due_soon_and_nobodys_own_and_again_when_it_is_late() {
        add("Book the hall", Phase.PLAN, null, -10);
        add("Ask the band", Phase.PLAN, grace, -10);
        Instant soon = day.minusDays(11).atTime(12, 0).toInstant(ZoneOffset.UTC);

        assertThat(tell(soon.minus(Duration.ofDays(3)))).isZero();
        assertThat(mails("tasks_at_risk")).isEmpty();
        assertThat(tell(soon)).as("nothing is late").isZero();
        assertThat(tell(soon.plusSeconds(3600))).isZero();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mails("tasks_at_risk")).isEqualTo(Map.of(address(ada), 1L)));
        assertThat(tell(soon.plus(Duration.ofDays(2)))).as("both are late now").isEqualTo(2);
    }

    @Test
    void the_team_hears_of_the_first_sale_of_half_and_of_all_once_each() {
        TicketTypeView type = tickets.type(event, 4);
        assertThat(share()).isNull();
        tickets.sell(tickets.hold(event, type, 1), "a@example.org");
        SoldShares.Share first = settled(1);
        List<CompletableFuture<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) nodes.add(CompletableFuture.supplyAsync(() -> milestones.note(first)));
        assertThat(nodes.stream().mapToInt(CompletableFuture::join).sum()).isLessThanOrEqualTo(1);
        tickets.sell(tickets.hold(event, type, 3), "b@example.org");
        SoldShares.Share all = settled(4);

        milestones.note(all);

        assertThat(acting.as(owner, () -> milestones.of(event)))
                .containsOnlyKeys(Milestone.FIRST_SALE, Milestone.HALF_SOLD, Milestone.SOLD_OUT);
        assertThat(acting.asPlatform(() -> milestones.news()))
                .extracting(SoldShares.Share::event)
                .doesNotContain(event.id());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mails("milestone"))
                        .as("of two at once the greater is told, and each once")
                        .isEqualTo(Map.of(address(ada), 2L)));
    }

    @Test
    void a_sale_is_told_of_within_seconds() {
        theJobRests();
        orders.paid(event, tickets.type(event, 4), 1);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(acting.as(owner, () -> milestones.of(event)))
                        .containsOnlyKeys(Milestone.FIRST_SALE));
    }

    /** Longer than anybody waits here: what is noted meanwhile was noted because of the sale. */
    private void theJobRests() {
        await().atMost(Duration.ofSeconds(60)).until(() -> jdbc.sql("""
                                update platform.scheduled_tasks
                                   set execution_time = now() + interval '5 minutes', version = version + 1
                                 where task_name = 'planning.milestones' and not picked
                                """).update() == 1);
    }

    private UUID add(String title, Phase phase, @Nullable PersonId who, @Nullable Integer days) {
        return acting.as(owner, () -> checklists.add(event, new TaskDetails(title, "", phase, who, days)));
    }

    private void tick(Actor who, UUID task, boolean done) {
        acting.as(who, () -> checklists.done(event, task, done));
    }

    private List<TaskView> list() {
        return acting.as(owner, () -> checklists.of(event));
    }

    private List<String> late(Instant now) {
        return acting.asSystem(event.organization(), () -> transaction.execute(status -> tasks.of(event, now))).stream()
                .filter(TaskView::overdue)
                .map(task -> task.details().title())
                .toList();
    }

    /** As the job would at that time, for this event. */
    private int tell(Instant now) {
        OverdueTasks then = new OverdueTasks(tasks, team, reads, acting, publisher, Clock.fixed(now, ZoneOffset.UTC));
        Integer told = transaction.execute(status -> then.tell(new TaskTable.Late(event.id(), event.organization())));
        return told == null ? 0 : told;
    }

    private SoldShares.@Nullable Share share() {
        EventId id = event.id();
        return acting.asPlatform(() -> transaction.execute(status -> shares.sold())).stream()
                .filter(share -> share.event().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Sales are settled a moment later. */
    private SoldShares.Share settled(int sold) {
        await().atMost(Duration.ofSeconds(30)).until(() -> share() != null && share().sold() == sold);
        return Objects.requireNonNull(share());
    }

    private String address(PersonId person) {
        return acting.asPlatform(
                () -> known.byIds(List.of(person)).get(person).email().value());
    }

    private Map<String, Long> mails(String kind) {
        return acting
                .asPlatform(() -> transaction.execute(status -> jdbc.sql(
                                "select recipient, count(*) from notification.mails where kind = ? and organization_id = ? group by 1")
                        .params(kind, event.organization().value())
                        .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                        .list()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
