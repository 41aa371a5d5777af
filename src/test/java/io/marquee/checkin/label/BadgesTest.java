package io.marquee.checkin.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Branding;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.web.Pages;
import io.marquee.registration.Answer;
import io.marquee.registration.Answers;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionKind;
import io.marquee.registration.Questions;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.QuestionFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketView;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an organizer lets stand on the event's badges. */
@MarqueeTest
class BadgesTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @Autowired
    QuestionFixture questions;

    @Autowired
    Answers answers;

    @Autowired
    PeopleFixture people;

    @Autowired
    Questions asked;

    @Autowired
    Branding branding;

    @Autowired
    OrganizationReads organizations;

    @Autowired
    Labels labels;

    @Autowired
    BadgePreviews previews;

    @Autowired
    Pages pages;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    EventView event;
    TicketView ticket;
    Question company;
    DeviceFixture.Phone phone;
    PersonId mara;

    @BeforeEach
    void somebody_of_a_company_came() {
        event = fixture.event();
        ticket = door.ticket(event);
        company = questions.ask(event, QuestionFixture.of("Company", QuestionKind.SHORT_TEXT));
        acting.asSystem(
                event.organization(),
                () -> answers.give(
                        new Answers.Party(ticket.hold(), event.id(), event.organization(), 1),
                        List.of(new Answer(company.id(), 0, List.of("Tidewater")))));
        phone = devices.phone(event, "Phone");
        mara = people.person("Mara Sol");
        door.role(event, mara, EventRole.ADMIN);
        door.scan(event, ticket.qr());
    }

    @Test
    void a_badge_shows_what_the_organizer_chose_and_what_is_usual_before() {
        assertThat(zpl())
                .startsWith("^XA^CI28^PW496^LL232")
                .contains("^FDGeneral admission^FS", event.details().title())
                .doesNotContain("Tidewater");

        ApiClient organizer = new ApiClient(settings.port(), people.token(mara));
        ApiClient.Answer set = organizer.send("PUT", path(), """
                {"size": "89x36", "parts": ["seat"], "questions": ["%s"]}""".formatted(company.id()));

        assertThat(set.status()).isEqualTo(200);
        assertThat(organizer.get(path()).body()).isEqualTo(set.body());
        assertThat(zpl())
                .startsWith("^XA^CI28^PW712^LL288")
                .contains("^FDAda Lind^FS", "^FDTidewater^FS")
                .doesNotContain("General admission", event.details().title());
        assertThat(phone.client().get(path()).status()).isEqualTo(403);
        assertThat(organizer.send("PUT", path(), "{\"size\": \"9x9\"}").body().toString())
                .contains("size");
        assertThat(organizer
                        .send("PUT", path(), "{\"questions\": [\"%s\"]}".formatted(event.id()))
                        .body()
                        .toString())
                .contains("questions");
    }

    @Test
    void gates_start_with_the_paper_that_the_organizer_chose() {
        assertThat(gate().path("badge").isNull()).isTrue();

        badge("{\"size\": \"89x36\"}");

        assertThat(gate().path("badge").asString()).isEqualTo("89x36");
    }

    @Test
    void a_question_that_is_asked_no_more_is_on_no_badge() {
        badge("{\"questions\": [\"%s\"]}".formatted(company.id()));
        assertThat(zpl()).contains("Tidewater");

        acting.as(EventFixture.owner(event.organization()), () -> asked.archive(company.id()));

        assertThat(zpl()).doesNotContain("Tidewater");
    }

    @Test
    void whoever_leaves_the_usual_answers_as_they_are_has_those_of_questions_that_come_later() {
        Visitor organizer = Visitor.of(settings.baseUrl()).bearing(people.token(mara));
        String page = "/manage/events/" + event.slug() + "/check-ins/badges";
        assertThat(organizer.post(page, "size", "62x29", "parts", "type").statusCode())
                .isEqualTo(303);
        QuestionDetails old = company.details();
        acting.as(
                EventFixture.owner(event.organization()),
                () -> asked.edit(
                        company.id(), new QuestionDetails(old.label(), "", old.kind(), false, false, true, List.of())));
        assertThat(zpl()).contains("Tidewater");

        organizer.post(page, "size", "62x29", "parts", "type");

        assertThat(zpl()).as("who takes it away means it").doesNotContain("Tidewater");
    }

    @Test
    void a_badge_without_its_logo_is_better_than_none_and_a_known_logo_needs_no_store() throws IOException {
        byte[] picture = black();
        acting.as(EventFixture.owner(event.organization()), () -> branding.setLogo(event.organization(), picture));
        badge("{\"parts\": [\"logo\"]}");
        UUID logo = acting.asSystem(event.organization(), () -> organizations.byId(event.organization()))
                .logo();
        Path file = file(logo);
        Path aside = file.resolveSibling("aside");
        Files.move(file, aside);
        Files.createDirectory(file);
        assertThat(zpl()).contains("Ada Lind").doesNotContain("^GFA");

        Files.delete(file);
        Files.move(aside, file);
        assertThat(zpl()).contains("^GFA");
        Files.delete(file);
        assertThat(zpl()).contains("^GFA");
    }

    private Path file(UUID image) throws IOException {
        try (Stream<Path> files = Files.walk(settings.data().resolve("media"))) {
            return files.filter(file -> file.endsWith(Path.of(image.toString(), "400.jpg")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void the_page_shows_a_badge_before_it_is_saved() throws IOException {
        Visitor organizer = Visitor.of(settings.baseUrl()).bearing(people.token(mara));
        String page = "/manage/events/" + event.slug() + "/check-ins/badges";

        HttpResponse<String> tried =
                organizer.get(page + "?preview=true&size=100x50&parts=type&questions=" + company.id());
        assertThat(tried.body()).contains("preview.png?size=100x50&amp;parts=type&amp;questions=" + company.id());
        assertThat(organizer.get(page).body()).contains("preview.png?size=62x29");
        byte[] picture = acting.as(
                people.actor(mara),
                () -> previews.png(
                        event.slug(),
                        new BadgeTemplate(Label.Size.MM100X50, List.of(BadgeTemplate.Part.LOGO), null),
                        pages.text(Locale.ENGLISH)));
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(picture)).getWidth())
                .isBetween(790, 810);

        assertThat(organizer
                        .post(
                                page,
                                "size",
                                "100x50",
                                "parts",
                                "event",
                                "questions",
                                company.id().toString())
                        .statusCode())
                .isEqualTo(303);
        assertThat(organizer.get(page).body()).contains("preview.png?size=100x50&amp;parts=event");
        assertThat(zpl()).contains("Tidewater").doesNotContain("General admission");
    }

    @Test
    void a_logo_stands_above_the_name_also_for_printers_that_know_black_and_white_alone() throws IOException {
        LabelLogo logo = LabelLogo.of(black());

        String zpl = Zpl.of(new Label(Label.Size.MM89X36, "Ada Lind", List.of(), "", logo, "CODE"));

        assertThat(zpl).contains("^FO16,16^GFA,576,576,12," + "F".repeat(24));
        assertThat(zpl.indexOf("^GFA")).isLessThan(zpl.indexOf("Ada Lind"));
        assertThat(LabelLogo.of("no picture".getBytes(StandardCharsets.UTF_8))).isNull();
    }

    private static byte[] black() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        return jpeg.toByteArray();
    }

    private void badge(String chosen) {
        assertThat(new ApiClient(settings.port(), people.token(mara))
                        .send("PUT", path(), chosen)
                        .status())
                .isEqualTo(200);
    }

    private JsonNode gate() {
        return phone.client().get("/events/" + event.id() + "/door").body();
    }

    private String zpl() {
        Labels.File file = acting.as(
                phone.actor(), () -> labels.print(event.slug(), ticket.id(), null, "zpl", pages.text(Locale.ENGLISH)));
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    private String path() {
        return "/events/" + event.id() + "/door/badge";
    }
}
