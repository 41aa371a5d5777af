package io.marquee.seating.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.seating.SeatPlan;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an organizer typed wrongly while drawing a plan. */
@MarqueeTest
class SeatEditorPagesTest {
    @Autowired
    EventFixture events;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    SeatFixture seating;

    @Autowired
    Settings settings;

    Visitor owner;
    TicketTypeView type;
    SeatPlan plan;
    String seats;
    String section;

    @BeforeEach
    void a_plan() {
        PersonId ada = people.person("Ada Lind");
        EventView event =
                events.published(organizations.organization(ada, "Pier " + ada).id());
        type = tickets.type(event, 100);
        plan = seating.plan(event, 3, 4, type);
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(ada));
        seats = "/manage/events/" + event.slug() + "/seats";
        section = seats + "/sections/" + plan.sections().getFirst().id();
    }

    @Test
    void a_new_section_that_is_refused_stands_there_to_be_mended() {
        HttpResponse<String> refused = owner.post(
                seats + "/sections",
                "name",
                "Stalls",
                "rows",
                "0",
                "type",
                type.id().toString());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("The plan has a section of this name.", "rows-error", "value=\"Stalls\"")
                .containsPattern(checked(type.id().value()));
        assertThat(Visitor.location(owner.get(seats + "/sections"))).isEqualTo(seats);
    }

    @Test
    void what_was_typed_about_a_section_is_told_at_its_field_and_kept() {
        HttpResponse<String> nowhere =
                owner.post(section, "name", "Balcony", "position", "first", "type", UUID.randomUUID() + "");
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("position-error", "value=\"Balcony\"");

        assertThat(owner.post(section + "/moves", "x", "left", "y", "0").body()).contains("x-error");
        assertThat(owner.post(section + "/rows", "newRow", "A").body())
                .contains("newRow-error", "The section has a row of this name.")
                .doesNotContain("rowLabel-error");
        assertThat(owner.post(section + "/changes", "action", "rename_row", "row", "1", "rowLabel", "")
                        .body())
                .contains("rowLabel-error")
                .doesNotContain("newRow-error");
    }

    @Test
    void who_chooses_no_seat_is_told_so_and_chosen_seats_stay_chosen() {
        UUID seat = SeatFixture.seat(plan, "B2");

        assertThat(owner.post(seats + "/changes", "action", "block").body()).contains("Choose at least one seat.");
        assertThat(owner.post(section + "/changes", "action", "block").body()).contains("Choose at least one seat.");
        HttpResponse<String> twice =
                owner.post(section + "/changes", "action", "rename", "seat", seat.toString(), "label", "3");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body())
                .contains("The row has a seat of this name.", "label-error")
                .containsPattern(checked(seat));
    }

    private static String checked(UUID value) {
        return "value=\"" + value + "\"[^>]* checked";
    }
}
