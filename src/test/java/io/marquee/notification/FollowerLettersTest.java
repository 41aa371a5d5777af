package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.marquee.event.DetailsBuilder;
import io.marquee.event.EventDetails;
import io.marquee.event.EventImports;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.Visibility;
import io.marquee.event.series.Recurrence;
import io.marquee.event.series.Recurring;
import io.marquee.event.series.SeriesReads;
import io.marquee.event.series.SeriesRule;
import io.marquee.identity.People;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.EventId;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Followers;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class FollowerLettersTest {
    @Autowired
    FollowerLetters letters;

    @Autowired
    Followers followers;

    @Autowired
    Returns returns;

    @Autowired
    EventReads reads;

    @Autowired
    EventImports imports;

    @Autowired
    Recurring recurring;

    @Autowired
    SeriesReads occurrences;

    @Autowired
    Settings settings;

    @Autowired
    Events events;

    @Autowired
    People known;

    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    ChoiceTable choices;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private PersonId olga;
    private OrganizationView pier;

    @BeforeEach
    void an_organization() {
        olga = people.person("Olga Owner");
        pier = organizations.organization(olga, "Pier " + olga);
    }

    @Test
    void those_who_follow_are_told_once_by_mail_and_in_the_app_whichever_nodes_do_it() {
        PersonId nina = follower();
        PersonId quiet = follower();
        PersonId former = follower();
        PersonId stranger = people.person("Sam Stranger");
        wantsNoMail(quiet);
        acting.as(people.actor(former), () -> followers.unfollow(pier.id()));
        EventView event = published(EventFixture.concert().summary("Two stages, one river."));

        List<CompletableFuture<Void>> nodes = IntStream.range(0, 3)
                .mapToObj(node -> CompletableFuture.runAsync(() -> tell(event)))
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(mails(nina)).containsExactly("outbox");
        assertThat(words(nina))
                .contains(event.details().title(), pier.name(), "Two stages, one river.", "/events/" + event.slug());
        assertThat(notices(nina)).containsExactly("/events/" + event.slug());
        assertThat(mails(quiet)).containsExactly("withheld");
        assertThat(notices(quiet)).hasSize(1);
        assertThat(mails(former)).isEmpty();
        assertThat(mails(stranger)).isEmpty();
    }

    @Test
    void what_is_not_for_everybody_or_was_taken_back_is_told_to_nobody() {
        PersonId nina = follower();
        EventView members = published(EventFixture.concert().visibility(Visibility.MEMBERS));
        EventView slip = published(EventFixture.concert());
        acting.as(people.actor(olga), () -> events.unpublish(slip.id()));
        EventView gone = published(EventFixture.concert());
        acting.as(people.actor(olga), () -> {
            events.unpublish(gone.id());
            events.delete(gone.id());
        });

        tell(members);
        tell(slip);
        tell(gone);

        assertThat(mails(nina)).isEmpty();
        assertThat(notices(nina)).isEmpty();
    }

    @Test
    void publishing_stages_it_for_a_few_minutes_later() {
        EventView event = published(EventFixture.concert());

        assertThat(staged(event.id(), null).orElseThrow().getExecutionTime())
                .isAfter(Objects.requireNonNull(event.publishedAt()).plus(Duration.ofMinutes(9)));
    }

    @Test
    void one_that_is_opened_to_everybody_later_or_has_begun_is_told_too() {
        PersonId nina = follower();
        EventView members = published(EventFixture.concert().visibility(Visibility.MEMBERS));
        scheduler.cancel(FollowerLetters.TELL.instanceId(FollowerLetters.name(members.id(), null)));
        EventDetails open =
                members.details().but().visibility(Visibility.PUBLIC).build();

        EventView opened = acting.as(people.actor(olga), () -> events.edit(members.id(), open, members.version()));

        assertThat(staged(members.id(), null)).isPresent();
        acting.as(people.actor(olga), () -> events.goLive(opened.id()));
        tell(opened);
        tell(opened);
        assertThat(mails(nina)).hasSize(1);
    }

    @Test
    void a_series_is_one_job_and_its_next_event_is_told_once() {
        PersonId nina = follower();
        LocalDate soon = LocalDate.now(Clock.systemUTC()).plusDays(7);
        EventView first =
                published(EventFixture.concert().startsAt(soon.atTime(20, 0)).endsAt(soon.atTime(23, 0)));
        acting.as(
                people.actor(olga),
                () -> recurring.begin(
                        first.id().toString(),
                        new SeriesRule(Recurrence.parse("FREQ=DAILY;COUNT=4"), List.of(), 60, true)));
        UUID series = Objects.requireNonNull(acting.asSystem(pier.id(), () -> reads.seriesOf(first.id())));
        List<EventView> others = acting.asSystem(pier.id(), () -> occurrences.coming(first)).stream()
                .filter(one -> !one.id().equals(first.id()))
                .toList();
        assertThat(others).hasSize(3).allMatch(one -> staged(one.id(), null).isEmpty());
        assertThat(staged(first.id(), series)).isPresent();
        acting.as(people.actor(olga), () -> events.unpublish(first.id()));

        letters.tell(
                new FollowerLetters.Due(others.getLast().id().value(), pier.id().value(), series));
        tell(others.getLast());

        assertThat(mails(nina)).hasSize(1);
        assertThat(words(nina)).contains("/events/" + others.getFirst().slug());
    }

    @Test
    void a_programme_that_is_imported_is_told_to_nobody() {
        EventDetails details = EventFixture.concert().build();
        acting.as(people.actor(olga), () -> imports.put(pier.id(), List.of(new EventImports.Incoming("one", details))));

        EventView event = acting.as(people.actor(olga), () -> reads.ofOrganization(pier.id(), null, 5))
                .items()
                .getFirst();
        assertThat(event.state()).isEqualTo(EventState.PUBLISHED);
        assertThat(staged(event.id(), null)).isEmpty();
    }

    @Test
    void the_link_in_it_ends_the_following_and_tells_the_team_nothing() {
        PersonId nina = follower();
        EventView event = published(EventFixture.concert());
        tell(event);
        Matcher link = Pattern.compile("(/unsubscribe/[\\w-]+)").matcher(words(nina));
        assertThat(link.find()).isTrue();
        Visitor mailProgram = Visitor.of(settings.baseUrl());
        assertThat(mailProgram.get(link.group(1)).body())
                .contains("Unfollow " + pier.name())
                .doesNotContain("Stop everything");

        mailProgram.post(link.group(1), "List-Unsubscribe", "One-Click");

        assertThat(follows(nina)).isFalse();
        assertThat(suppressed(nina)).isEmpty();
        assertThat(mailProgram.get(link.group(1)).body()).contains("Follow " + pier.name() + " again");
        mailProgram.post(link.group(1) + "/return");
        assertThat(follows(nina)).isTrue();
    }

    @Test
    void whose_mail_comes_back_or_is_called_spam_follows_no_more_and_the_team_learns_nothing() {
        for (MailReturn.Kind kind : List.of(MailReturn.Kind.BOUNCED, MailReturn.Kind.COMPLAINED)) {
            PersonId nina = follower();
            tell(published(EventFixture.concert()));
            UUID mail = UUID.fromString(column(
                            "select id::text from notification.mails where kind = 'event_announced' and recipient = ?",
                            nina)
                    .getFirst());

            returns.note(new MailReturn(mail, address(nina).value(), kind, "no such user"));

            assertThat(follows(nina)).isFalse();
            assertThat(suppressed(nina)).containsExactly("nobody news");
        }
    }

    private boolean follows(PersonId person) {
        return acting.as(people.actor(person), () -> followers.isFollowed(pier.id()));
    }

    /** In whose name, and what of. */
    private List<String> suppressed(PersonId person) {
        return column(
                "select coalesce(organization_id::text, 'nobody') || ' ' || coalesce(topic, 'all') from notification.suppressions where email = ?",
                person);
    }

    private Optional<ScheduledExecution<Object>> staged(EventId event, @Nullable UUID series) {
        return scheduler.getScheduledExecution(FollowerLetters.TELL.instanceId(FollowerLetters.name(event, series)));
    }

    private void tell(EventView event) {
        letters.tell(
                new FollowerLetters.Due(event.id().value(), event.organization().value(), null));
    }

    private PersonId follower() {
        PersonId person = people.person("Nina Guest");
        acting.as(people.actor(person), () -> followers.follow(pier.id()));
        return person;
    }

    private EventView published(DetailsBuilder details) {
        return acting.as(
                people.actor(olga),
                () -> events.publish(events.create(pier.id(), details.build()).id()));
    }

    private EmailAddress address(PersonId person) {
        return Objects.requireNonNull(known.byIds(List.of(person)).get(person)).email();
    }

    private void wantsNoMail(PersonId person) {
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> choices.set(address(person), new Way(Topic.NEWS, Channel.EMAIL), false)));
    }

    private List<String> mails(PersonId person) {
        return column("select state from notification.mails where kind = 'event_announced' and recipient = ?", person);
    }

    private String words(PersonId person) {
        return column("select plain from notification.mails where kind = 'event_announced' and recipient = ?", person)
                .getFirst();
    }

    private List<String> notices(PersonId person) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                        "select link from notification.notices where kind = 'event_announced' and person_id = ?")
                .param(person.value())
                .query(String.class)
                .list()));
    }

    private List<String> column(String sql, PersonId person) {
        return acting.asPlatform(() -> transaction.execute(status ->
                jdbc.sql(sql).param(address(person).value()).query(String.class).list()));
    }
}
