package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.marquee.event.EventView;
import io.marquee.guest.InvitationFiles.LeftOut;
import io.marquee.guest.InvitationFiles.Understood;
import io.marquee.guest.InvitationFiles.Why;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.GuestFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Inviting those whom a file names. */
@MarqueeTest
class InvitationFilesTest {
    @Autowired
    GuestFixture guests;

    @Autowired
    InvitationFiles files;

    @Autowired
    Rsvps rsvps;

    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private PersonId owner = PersonId.next();
    private Visitor olga;

    @BeforeEach
    void somebody_with_a_browser() {
        owner = people.person("Olga Owner");
        olga = Visitor.of(settings.baseUrl());
        olga.plantCookie("marquee_session", people.webToken(owner));
    }

    @Test
    void each_line_is_understood_or_told_with_its_reason_and_only_then_are_people_asked() {
        EventView party = guests.party(100);
        GuestView coming = guests.says(GuestFixture.somebody("Nora"), party, GuestState.GOING);
        String gone = PeopleFixture.address("gone");
        String quiet = PeopleFixture.address("quiet");
        suppressed(gone, "bounced");
        suppressed(quiet, "unsubscribed");
        byte[] file = ("Nachname;Vorname;E-Mail;Gruppe;allowance;companions\n"
                        + "Ärmel;Zoë;ZOE@example.org;VIP;2;Tom Berg\n"
                        + "Lind;Ada;ada(at)example.org;;;\n"
                        + ";Zoe;zoe@example.org;;;\n"
                        + "Nora;;" + coming.email() + ";late;;\n"
                        + "Gone;;" + gone + ";;;\n"
                        + "Quiet;;" + quiet + ";;;\n"
                        + "Many;;one@example.org, two@example.org;;;\n")
                .getBytes(StandardCharsets.UTF_8);

        Understood understood = owner(party, () -> files.read(party, file));

        assertThat(understood.people()).hasSize(1).first().satisfies(zoe -> {
            assertThat(zoe.name()).isEqualTo("Zoë Ärmel");
            assertThat(zoe.allowance()).isEqualTo(2);
        });
        assertThat(understood.leftOut())
                .extracting(LeftOut::line, LeftOut::why)
                .containsExactlyInAnyOrder(
                        tuple(3, Why.NO_ADDRESS),
                        tuple(4, Why.TWICE),
                        tuple(5, Why.COMES),
                        tuple(6, Why.UNDELIVERABLE),
                        tuple(7, Why.UNWANTED),
                        tuple(8, Why.MANY_ADDRESSES));
        assertThat(guests.find(party, "zoe@example.org")).isNull();

        assertThat(owner(party, () -> files.invite(party, file, "Come!", null)).invited())
                .isEqualTo(1);
        GuestView zoe = Objects.requireNonNull(guests.find(party, "zoe@example.org"));
        assertThat(zoe.allowance()).isEqualTo(2);
        assertThat(zoe.companions()).containsExactly("Tom Berg");
        assertThat(zoe.tags()).containsExactly("vip");
        assertThat(guests.now(coming).tags())
                .as("who is left out is left alone")
                .isEmpty();
        assertThat(guests.lettersTo(zoe)).containsExactly("INVITED");
        assertThat(owner(party, () -> files.read(party, file)).leftOut())
                .extracting(LeftOut::why)
                .contains(Why.ASKED);
    }

    @Test
    void a_list_without_a_header_is_a_list_too() {
        EventView party = guests.party(100);
        byte[] file = "Ada Lind,ada@example.org\nTom Berg,tom@example.org\n".getBytes(StandardCharsets.UTF_8);

        assertThat(owner(party, () -> files.read(party, file)).people())
                .extracting(InvitationFiles.Invitee::name)
                .containsExactly("Ada Lind", "Tom Berg");
    }

    @Test
    void the_team_sees_what_was_understood_before_anybody_is_asked() {
        EventView event =
                guests.partyOf(owner, EventFixture.concert().ticketing(false).build());
        String path = "/manage/events/" + event.slug() + "/guests/invitations";
        ApiClient api = new ApiClient(settings.baseUrl().getPort(), people.token(owner));

        assertThat(olga.get(path).body()).contains(path + "/files");
        assertThat(olga.get(path + "/files").body()).contains("Look at the list");
        assertThat(olga.post(path + "/files/letters", "table", "x").statusCode())
                .isEqualTo(422);
        HttpResponse<String> preview = olga.upload(
                path + "/files",
                "file",
                "a.csv",
                "First name,Last name,Email,Comment\nNobody,,,\nTom,\"Lind, \"\"T\"\"\",tom@example.org,x\n");
        assertThat(preview.body()).contains("Not used: Comment", "Line 3");
        String table = packed(preview);
        assertThat(olga.post(path + "/files/letters", "table", table, "plusOnes", "x")
                        .body())
                .as("as in the list that was sent")
                .contains("One person would be invited", "Line 3", "Tom Lind, \"T\"", "tom@example.org");
        olga.post(path + "/files/letters", "table", table, "words", "Come!", "plusOnes", "1");
        assertThat(Objects.requireNonNull(guests.find(event, "tom@example.org")).allowance())
                .isEqualTo(1);
        assertThat(api.get("/events/" + event.slug() + "/guests?query=tom")
                        .body()
                        .toString())
                .contains("\"allowance\":1");
    }

    @Test
    void as_many_lines_as_are_taken_fit_through_the_form_in_any_script() {
        EventView event =
                guests.partyOf(owner, EventFixture.concert().ticketing(false).build());
        String path = "/manage/events/" + event.slug() + "/guests/invitations/files";
        StringBuilder file = new StringBuilder("email,name,tags,companions\n");
        Random letters = new Random(7);
        for (int i = 0; i < InvitationFiles.MOST; i++) {
            file.append("guest%d@cyrillic.example.org,%s %s,друзья,%s\n"
                    .formatted(i, cyrillic(letters, 9), cyrillic(letters, 12), cyrillic(letters, 9)));
        }

        HttpResponse<String> preview = olga.upload(path, "file", "list.csv", file.toString());

        assertThat(preview.body()).contains("5,000 people would be invited");
        // with a number that is none, so that nobody is asked: the table came through all the same
        HttpResponse<String> again = olga.post(path + "/letters", "table", packed(preview), "plusOnes", "x");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("5,000 people would be invited");
    }

    private static String cyrillic(Random letters, int length) {
        return letters.ints(length, 'а', 'я' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** The table that the page sends back. */
    private static String packed(HttpResponse<String> page) {
        Matcher field = Pattern.compile("name=\"table\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }

    private void suppressed(String email, String reason) {
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("""
                        insert into notification.suppressions values (?, null, ?, null, ?, '', now())
                        """).params(UUID.randomUUID(), email, reason).update()));
    }

    private <T> T owner(EventView event, Supplier<T> does) {
        return Objects.requireNonNull(acting.as(EventFixture.owner(event.organization()), does));
    }
}
