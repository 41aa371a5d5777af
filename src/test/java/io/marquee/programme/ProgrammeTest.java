package io.marquee.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventCopies;
import io.marquee.event.EventDetails;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.Postponing;
import io.marquee.event.Visibility;
import io.marquee.guest.GuestState;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.CrowdFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.TransferFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TransferView;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What takes place within an evening. */
@MarqueeTest
class ProgrammeTest {
    @Autowired
    Agendas agendas;

    @Autowired
    Stars stars;

    @Autowired
    PersonalCalendars calendars;

    @Autowired
    EventCopies copies;

    @Autowired
    EventReads events;

    @Autowired
    Events commands;

    @Autowired
    Postponing postponing;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    TransferFixture transfers;

    @Autowired
    CrowdFixture crowd;

    @Autowired
    PeopleFixture people;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Settings settings;

    @Autowired
    Acting acting;

    EventView event;
    Actor owner;
    LocalDateTime starts;
    UUID ines;
    UUID tides;

    @BeforeEach
    void an_evening_with_a_talk() {
        event = tickets.event();
        owner = EventFixture.owner(event.organization());
        starts = event.details().startsAt();
        ines = acting.as(
                owner, () -> agendas.add(event, new SpeakerDetails("Inês Mar", "Tide researcher", "She *listens*.")));
        tides = add("How tides are made", 30, 75, "Great hall", ines);
    }

    @Test
    void a_room_or_a_speaker_in_two_places_at_once_is_taken_and_shown() {
        add("Right after it", 75, 90, "Great hall", ines);
        assertThat(agenda().conflicts()).isEmpty();

        add("At the same time", 60, 90, "great HALL");
        add("Elsewhere", 30, 45, "Pier", ines);

        assertThat(agenda().conflicts())
                .extracting(
                        Agenda.Conflict::clash,
                        Agenda.Conflict::name,
                        one -> one.second().details().title())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Agenda.Clash.ROOM, "Great hall", "At the same time"),
                        org.assertj.core.groups.Tuple.tuple(Agenda.Clash.ROOM, "great HALL", "Right after it"),
                        org.assertj.core.groups.Tuple.tuple(Agenda.Clash.SPEAKER, "Inês Mar", "Elsewhere"));
    }

    @Test
    void a_session_lies_within_its_event_and_moves_with_it() {
        assertThatThrownBy(() -> add("Too early", -30, 10, ""))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(InvalidInput.Problem::field)
                                .containsExactly("startsAt"));
        assertThatThrownBy(() -> add("Backwards", 30, 10, "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        acting.as(EventFixture.stranger(), () -> agendas.add(event, new SpeakerDetails("Eve", "", ""))))
                .isInstanceOf(Refusal.class);

        LocalDateTime later = starts.plusDays(40).plusHours(1);
        EventView moved = acting.as(
                owner,
                () -> postponing.postpone(
                        event.id(), new Postponing.NewDate(later, later.plusHours(3)), "A storm is coming."));

        assertThat(acting.as(owner, () -> agendas.of(moved))
                        .sessions()
                        .getFirst()
                        .details()
                        .startsAt())
                .isEqualTo(later.plusMinutes(30));
        EventView copy = acting.as(owner, () -> copies.make(event.id(), "Again", later.plusYears(1)));
        Agenda same = acting.as(owner, () -> agendas.of(copy));
        assertThat(same.sessions().getFirst().details().startsAt())
                .isEqualTo(later.plusYears(1).plusMinutes(30));
        assertThat(same.sessions().getFirst().details().speakers())
                .containsExactly(same.speakers().getFirst().id())
                .doesNotContain(ines);
    }

    @Test
    void everybody_reads_it_on_the_events_page_and_as_a_calendar() {
        Visitor anybody = Visitor.of(settings.baseUrl());

        assertThat(anybody.get("/events/" + event.slug()).body())
                .contains("How tides are made", "Great hall", "Inês Mar", "Tide researcher");
        assertThat(anybody.get("/events/" + event.slug() + "/agenda").body())
                .contains("How tides are made", "She <em>listens</em>.", "Log in")
                .doesNotContain("aria-pressed");
        assertThat(anybody.get("/events/" + event.slug() + "/agenda/calendar.ics")
                        .body())
                .contains("UID:" + tides, "DTSTART;TZID=Europe/Lisbon:20310618T200000", "LOCATION:Great hall");
        assertThat(anybody.post("/events/" + event.slug() + "/agenda/stars", "session", tides.toString())
                        .statusCode())
                .isIn(303, 401);
    }

    @Test
    void whoever_has_the_link_to_an_order_stars_sessions_and_nobody_else_sees_which() {
        OrderView order = orders.paid(event, tickets.type(event, 10), 1);
        String token = capabilities.tokenFor(order.hold().value());
        Visitor buyer = Visitor.of(settings.baseUrl());
        String agenda = "/events/" + event.slug() + "/agenda";
        assertThat(buyer.get("/orders/" + token).body()).contains(agenda + "?as=" + token);

        buyer.post(agenda + "/stars", "session", tides.toString(), "as", token);

        assertThat(buyer.get(agenda + "?mine=true&as=" + token).body()).contains("How tides are made", "Starred");
        assertThat(buyer.get(agenda + "/calendar.ics?mine=true&as=" + token).body())
                .contains("UID:" + tides);
        assertThat(acting.as(owner, () -> stars.of(event.id(), null))).isEmpty();
        buyer.post(agenda + "/stars", "session", tides.toString(), "starred", "false", "as", token);
        assertThat(stars.of(event.id(), token)).isEmpty();
        assertThat(buyer.get(agenda + "?as=h_nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void of_a_private_event_those_who_come_or_were_asked_read_it_and_nobody_else() {
        OrderView order = orders.paid(event, tickets.type(event, 10), 2);
        TicketView passed = orders.ticketsOf(order).getFirst();
        TransferView transfer = transfers.accept(transfers.offer(passed, PeopleFixture.address("tom")), "Tom Sá");
        UUID asked = crowd.come(event, GuestState.INVITED, PeopleFixture.address("inge"), "en");
        EventDetails secret =
                event.details().but().visibility(Visibility.PRIVATE).build();
        acting.as(owner, () -> commands.edit(event.id(), secret, event.version()));
        Visitor visitor = Visitor.of(settings.baseUrl());
        String agenda = "/events/" + event.slug() + "/agenda";

        for (UUID link : List.of(order.hold().value(), transfer.id().value(), asked)) {
            String token = capabilities.tokenFor(link);
            assertThat(visitor.get(agenda + "?as=" + token).body()).contains("How tides are made");
            assertThat(visitor.post(agenda + "/stars", "session", tides.toString(), "as", token)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(visitor.bearing(token).get("/api/v1" + agenda).body()).contains("How tides are made");
        }
        assertThat(visitor.get("/rsvp/" + capabilities.tokenFor(asked)).body()).contains(agenda + "?as=");
        assertThat(visitor.get(agenda).statusCode()).isEqualTo(404);
        EventView elsewhere = tickets.event();
        String other = capabilities.tokenFor(
                orders.paid(elsewhere, tickets.type(elsewhere, 1), 1).hold().value());
        assertThat(visitor.get(agenda + "?as=" + other).statusCode()).isEqualTo(404);
    }

    @Test
    void a_person_has_a_calendar_at_a_secret_address_that_they_can_change_and_take_away() {
        String email = PeopleFixture.address("ada");
        PersonId ada = people.personWithPassword(email);
        Actor.Person her = people.actor(ada);
        acting.as(her, () -> {
            stars.set(event, tides, true, null);
            return "";
        });
        EventView bought = tickets.event();
        orders.pay(orders.place(tickets.hold(bought, tickets.type(bought, 10), 1), "Ada", email), "4242424242424242");
        Visitor program = Visitor.of(settings.baseUrl());
        String first = acting.as(her, () -> calendars.make());

        assertThat(program.get(first).body())
                .contains("UID:" + tides, "UID:" + bought.id(), "REFRESH-INTERVAL")
                .doesNotContain("UID:" + event.id());
        String second = acting.as(her, () -> calendars.make());
        assertThat(program.get(first).statusCode()).isEqualTo(404);
        assertThat(program.get(second).statusCode()).isEqualTo(200);
        EventDetails secret =
                event.details().but().visibility(Visibility.PRIVATE).build();
        acting.as(owner, () -> commands.edit(event.id(), secret, event.version()));
        assertThat(program.get(second).body())
                .as("what she may not see any more is gone, what she bought stays")
                .contains("UID:" + bought.id())
                .doesNotContain("UID:" + tides);
        acting.as(her, () -> {
            calendars.remove();
            return "";
        });
        assertThat(program.get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void programs_edit_it_and_star_it() {
        PersonId host = people.person("Host");
        ApiClient stranger = new ApiClient(settings.port(), people.token(host));
        String path = "/events/" + event.slug() + "/agenda";
        assertThat(stranger.send("PUT", path + "/sessions/" + tides + "/star", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(stranger.get(path)
                        .body()
                        .path("sessions")
                        .get(0)
                        .path("starred")
                        .asBoolean())
                .isTrue();
        assertThat(stranger.post(path + "/sessions", "{\"title\": \"Mine\"}").status())
                .isEqualTo(404);
        assertThat(new ApiClient(settings.port(), "")
                        .get(path)
                        .body()
                        .path("sessions")
                        .get(0)
                        .path("title")
                        .asString())
                .isEqualTo("How tides are made");
        acting.as(owner, () -> {
            agendas.removeSpeaker(event, ines);
            agendas.change(event, tides, session("Tides", 0, 20, ""), null);
            return "";
        });
        assertThat(agenda().sessions().getFirst().details().speakers()).isEmpty();
        assertThatThrownBy(() -> acting.as(owner, () -> {
                    agendas.removeSession(event, UUID.randomUUID());
                    return "";
                }))
                .isInstanceOf(NotFound.class);
    }

    private Agenda agenda() {
        return acting.as(owner, () -> agendas.of(event));
    }

    private UUID add(String title, int from, int until, String room, UUID... speakers) {
        return acting.as(owner, () -> agendas.add(event, session(title, from, until, room, speakers)));
    }

    private SessionDetails session(String title, int from, int until, String room, UUID... speakers) {
        return new SessionDetails(
                title, "", starts.plusMinutes(from), starts.plusMinutes(until), room, "", List.of(speakers));
    }
}
