package io.marquee.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.event.Postponing.NewDate;
import io.marquee.kernel.PersonId;
import io.marquee.notification.Outbox;
import io.marquee.notification.StoredMail;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketsRefused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class PostponingTest {
    private static final NewDate SEPTEMBER =
            new NewDate(LocalDateTime.of(2031, 9, 18, 19, 30), LocalDateTime.of(2031, 9, 18, 23, 0));

    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    EventFixture fixture;

    @Autowired
    Events events;

    @Autowired
    EventReads reads;

    @Autowired
    Postponing postponing;

    @Autowired
    LifeCycle lifeCycle;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    AdministratorFixture administrators;

    @Autowired
    Outbox outbox;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private PersonId olga;
    private EventView event;
    private Visitor owner;
    private Visitor visitor;

    @BeforeEach
    void begin() {
        olga = people.person("Olga Owner");
        var organization = acting.as(people.actor(olga), () -> organizations.create(olga, "Pier " + olga));
        event = fixture.published(organization.id());
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(olga));
        visitor = Visitor.of(settings.baseUrl());
    }

    @Test
    void an_event_without_a_new_date_sells_nothing_does_not_start_and_says_so() {
        var type = tickets.type(event, OrderFixture.free(10));

        EventView postponed = postpone(null);

        assertThat(postponed.postponement())
                .isEqualTo(new Postponement(event.details().startsAt(), false, "A storm."));
        assertThatThrownBy(() -> tickets.hold(postponed, type, 1))
                .isInstanceOf(TicketsRefused.RegistrationClosed.class);
        lifeCycle.start(event.id(), event.organization());
        assertThat(read("/api/v1/events/" + event.slug())).contains("\"state\":\"published\"", "\"dateKnown\":false");
        assertThat(visitor.get("/events/" + event.slug()).body())
                .contains("New date to be announced", "A storm.", "EventPostponed");
        assertThat(visitor.get("/events/" + event.slug() + "/calendar.ics").body())
                .contains("STATUS:TENTATIVE");
        assertThat(owner.get("/manage/events/" + event.slug() + "/settings").body())
                .contains("the new date is not known yet");
    }

    @Test
    void a_new_date_is_said_beside_the_old_one_and_registration_moves_with_it() {
        acting.as(
                people.actor(olga),
                () -> events.edit(
                        event.id(),
                        event.details()
                                .but()
                                .registrationClosesAt(event.startsAt().minus(Duration.ofHours(2)))
                                .build(),
                        event.version()));

        EventView rescheduled = postpone(SEPTEMBER);

        assertThat(rescheduled.details().startsAt()).isEqualTo(SEPTEMBER.startsAt());
        assertThat(rescheduled.registrationCloses())
                .isEqualTo(rescheduled.startsAt().minus(Duration.ofHours(2)));
        assertThat(visitor.get("/events/" + event.slug()).body())
                .contains("moved from Wed 18 Jun 2031", "EventRescheduled", "\"previousStartDate\":\"2031-06-18\"");
    }

    @Test
    void a_date_that_follows_later_ends_the_wait_and_the_first_one_takes_it_back() {
        postpone(null);

        assertThat(postpone(SEPTEMBER).postponement())
                .isEqualTo(new Postponement(event.details().startsAt(), true, "A storm."));
        assertThat(postpone(new NewDate(
                                event.details().startsAt(), event.details().endsAt()))
                        .postponement())
                .isNull();
    }

    @Test
    void an_edit_that_moves_it_back_takes_the_postponement_back_and_one_of_something_else_does_not() {
        LocalDateTime first = event.details().startsAt();
        postpone(SEPTEMBER);
        EventView renamed = edit(details -> details.title("Another title"));
        assertThat(renamed.postponement()).isEqualTo(new Postponement(first, true, "A storm."));

        assertThat(edit(details -> details.startsAt(first).endsAt(first.plusHours(3)))
                        .postponement())
                .isNull();
        assertThat(read("/events/" + event.slug() + "?unlock=fresh")).doesNotContain("moved from");
    }

    @Test
    void the_same_words_sent_twice_are_told_once() {
        EventView once = postpone(SEPTEMBER);
        assertThat(postpone(SEPTEMBER).version()).isEqualTo(once.version());
        assertThat(postpone(null).version()).isGreaterThan(once.version());
    }

    private EventView edit(UnaryOperator<DetailsBuilder> change) {
        return acting.as(people.actor(olga), () -> {
            EventView now = reads.byId(event.id());
            return events.edit(event.id(), change.apply(now.details().but()).build(), now.version());
        });
    }

    @Test
    void an_edit_of_the_date_ends_the_wait_too() {
        EventView waiting = postpone(null);

        EventView edited = acting.as(
                people.actor(olga),
                () -> events.edit(
                        event.id(),
                        waiting.details()
                                .but()
                                .startsAt(SEPTEMBER.startsAt())
                                .endsAt(SEPTEMBER.endsAt())
                                .build(),
                        waiting.version()));

        assertThat(edited.dateUnknown()).isFalse();
        assertThat(edited.postponement()).isNotNull();
    }

    @Test
    void everybody_who_has_a_ticket_is_told() {
        String address = PeopleFixture.address("Ada");
        orders.place(tickets.hold(event, tickets.type(event, OrderFixture.free(10)), 2), "Ada Lind", address);
        String waiting = PeopleFixture.address("Tom");
        orders.place(tickets.hold(event, tickets.type(event, 10), 1), "Tom Sá", waiting);

        String paid = PeopleFixture.address("Kim");
        var type = tickets.type(event, 10);
        orders.pay(orders.place(tickets.hold(event, type, 1), "Kim Ito", paid), PaymentFixture.GOOD_CARD);

        acting.as(
                people.actor(olga),
                () -> postponing.postpone(event.id(), SEPTEMBER, "A storm.", LocalDate.of(2031, 8, 31)));

        List<StoredMail> told = await().until(() -> mails(address), mails -> !mails.isEmpty());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().subject()).startsWith("New date: ");
        assertThat(told.getFirst().plain()).contains("A storm.", "18 Sept 2031", "/orders/");
        assertThat(told.getFirst().plain()).as("a free ticket").doesNotContain("take your money back");
        assertThat(mails(waiting)).isEmpty();
        assertThat(await().atMost(Duration.ofSeconds(30))
                        .until(() -> mails(paid), mails -> !mails.isEmpty())
                        .getFirst()
                        .plain())
                .contains("Until the end of Sunday, 31 August 2031 you can take your money back");
    }

    @Test
    void what_cannot_be_is_refused_at_its_field() {
        String path = "/manage/events/" + event.slug() + "/postponement";
        assertThat(owner.get(path).body()).contains("Tickets stay valid.");
        assertThat(owner.post(path, "startsAt", "2031-09-18T19:30", "reason", " ")
                        .body())
                .contains("endsAt-error");
        assertThat(owner.post(path, "startsAt", "2020-09-18T19:30", "endsAt", "2020-09-18T23:00", "reason", "x")
                        .body())
                .contains("startsAt-error");
        assertThat(owner.post(path, "startsAt", "2031-09-18T19:30", "endsAt", "2031-09-18T19:00", "reason", "x")
                        .body())
                .contains("endsAt-error");
        assertThat(owner.post(path, "reason", "A storm.").statusCode()).isEqualTo(303);
        assertThat(owner.send("POST", "/api/v1/events/" + event.slug() + "/postponement", """
                {"startsAt": "2031-09-18T19:30", "reason": "x"}""")
                        .statusCode())
                .isEqualTo(422);
        acting.as(people.actor(olga), () -> events.goLive(event.id()));
        assertThat(owner.send("POST", "/api/v1/events/" + event.slug() + "/postponement", "{\"reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(owner.get(path).body())
                .contains("Only an event that is published")
                .doesNotContain("Tickets stay valid.");
    }

    private EventView postpone(@Nullable NewDate date) {
        return acting.as(people.actor(olga), () -> postponing.postpone(event.id(), date, "A storm."));
    }

    private String read(String path) {
        return visitor.get(path).body();
    }

    private List<StoredMail> mails(String address) {
        PersonId administrator = administrators.appoint();
        try {
            return acting.as(
                    people.actor(administrator),
                    () -> outbox.list(null, null, 100).items().stream()
                            .filter(mail -> mail.recipient().equals(address)
                                    && mail.kind().equals("event_postponed"))
                            .toList());
        } finally {
            administrators.dismiss(administrator);
        }
    }
}
