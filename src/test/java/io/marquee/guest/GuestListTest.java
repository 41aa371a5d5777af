package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.guest.GuestChanges.Act;
import io.marquee.guest.GuestView.MailState;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Slice;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.GuestFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The organizer's work with the guest list. */
@MarqueeTest
class GuestListTest {
    @Autowired
    GuestFixture guests;

    @Autowired
    GuestList list;

    @Autowired
    GuestChanges changes;

    @Autowired
    GuestImports imports;

    @Autowired
    Invitations invitations;

    @Autowired
    GuestReads reads;

    @Autowired
    PeopleFixture people;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    EventView party;

    @BeforeEach
    void a_party() {
        party = guests.party(100);
    }

    @Test
    void a_list_is_brought_in_however_people_keep_it_and_again_without_harm() {
        byte[] file = """
                First name;Last name;E-Mail;Tags;Plus ones
                Zoë;Ärmel;zoe@example.org;VIP, press;2
                "Lind; Ada";;Ada Lind <ADA@example.org>;vip;
                Tom;;no address;;
                ;;nora@example.org;=cmd();
                Ada;again;ada@example.org;;
                """.getBytes(StandardCharsets.UTF_8);

        GuestImports.Outcome first = owner(() -> imports.bring(party, file));
        GuestImports.Outcome second = owner(() -> imports.bring(party, file));

        assertThat(first.created()).isEqualTo(3);
        assertThat(first.rejected()).extracting(GuestImports.Rejected::line).containsExactly(4);
        assertThat(second.created()).isZero();
        assertThat(page(GuestFilter.ALL).items())
                .extracting(GuestView::title)
                .containsExactly("Lind; Ada", "nora@example.org", "Zoë Ärmel");
        assertThat(found("zoe").allowance()).isEqualTo(2);
        assertThat(guests.lettersTo(found("zoe"))).isEmpty();
        assertThatThrownBy(() -> owner(() -> imports.bring(party, "a,b\n1,2".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void guests_are_found_by_the_beginnings_of_words_by_tag_and_by_state_page_after_page() {
        owner(() -> imports.bring(party, """
                name,email,tags
                Anna Berg,anna.berg@example.org,vip
                Annika Bach,annika@example.org,
                Bernd Anders,bernd@example.org,vip
                """.getBytes(StandardCharsets.UTF_8)));
        guests.says(GuestFixture.somebody("Carl"), party, GuestState.GOING);

        assertThat(names("ann")).containsExactly("Anna Berg", "Annika Bach");
        assertThat(names("b an")).containsExactly("Anna Berg", "Annika Bach", "Bernd Anders");
        assertThat(names("ANNA.BERG@exam")).containsExactly("Anna Berg");
        assertThat(names("nna")).isEmpty();
        assertThat(page(new GuestFilter("", null, "vip", null)).items())
                .extracting(GuestView::name)
                .containsExactly("Anna Berg", "Bernd Anders");
        assertThat(page(new GuestFilter("", GuestState.GOING, "", null)).items())
                .hasSize(1);
        assertThat(owner(() -> list.counts(party)))
                .containsEntry(GuestState.INVITED, 3)
                .containsEntry(GuestState.GOING, 1);
        assertThat(owner(() -> list.tags(party))).containsExactly("vip");
        Slice<GuestView> first = owner(() -> list.page(party, GuestFilter.ALL, null, 2));
        Slice<GuestView> rest = owner(() -> list.page(party, GuestFilter.ALL, first.next(), 10));
        assertThat(first.items()).hasSize(2);
        assertThat(rest.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.next()).isNull();
        GuestFilter invited = new GuestFilter("", GuestState.INVITED, "", null);
        Slice<GuestView> two = owner(() -> list.page(party, invited, null, 2));
        assertThat(two.items()).extracting(GuestView::name).containsExactly("Anna Berg", "Annika Bach");
        assertThat(owner(() -> list.page(party, invited, two.next(), 2)).items())
                .extracting(GuestView::name)
                .containsExactly("Bernd Anders");
    }

    @Test
    void tags_are_given_and_taken_by_many_at_once_and_found_at_once() {
        GuestView ada = guests.says(GuestFixture.somebody("Ada"), party, GuestState.GOING);
        GuestView tom = guests.says(GuestFixture.somebody("Tom"), party, GuestState.MAYBE);
        List<UUID> both = List.of(ada.id().value(), tom.id().value());

        assertThat(owner(() -> changes.change(party, both, Act.TAG, "#Press ")).done())
                .isEqualTo(2);
        assertThat(owner(() -> changes.change(party, both, Act.TAG, "press")).done())
                .isZero();
        owner(() ->
                changes.step(party, new GuestFilter("", GuestState.MAYBE, "press", null), null, Act.UNTAG, "press"));

        assertThat(page(new GuestFilter("", null, "press", null)).items())
                .extracting(GuestView::id)
                .containsExactly(ada.id());
        assertThatThrownBy(() -> owner(() -> changes.change(party, both, Act.TAG, " ")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void each_is_invited_once_told_how_far_the_mail_came_and_reminded_when_silent() {
        List<Addressees.Person> people =
                Addressees.of("Ada <ada@example.org>\nTom <tom@example.org>").people();
        GuestView going = guests.says(GuestFixture.somebody("Nora"), party, GuestState.GOING);

        Invitations.Outcome first = owner(() -> invitations.invite(party, people, "Come!", 1));
        Invitations.Outcome again = owner(() -> invitations.invite(
                party, Addressees.of("ada@example.org, " + going.email()).people(), "", 0));
        GuestView ada = found("ada");
        invitations.mailed("guest_invited:" + ada.id() + ":1", MailState.SENT);
        acting.as(GuestFixture.bearer(ada), () -> invitations.opened(ada));
        invitations.mailed("guest_invited:" + ada.id() + ":1", MailState.OPENED);

        assertThat(first).isEqualTo(new Invitations.Outcome(2, 0));
        assertThat(again).isEqualTo(new Invitations.Outcome(0, 2));
        assertThat(found("ada").mail()).isEqualTo(MailState.CLICKED);
        assertThat(kinds(ada)).containsExactly("clicked", "sent", "state");
        assertThat(owner(() -> invitations.remind(party))).isZero();
        days(-3);
        invitations.mailed("guest_invited:" + found("tom").id() + ":1", MailState.BOUNCED);
        assertThat(owner(() -> invitations.remind(party))).isEqualTo(1);
        assertThat(owner(() -> invitations.remind(party))).isZero();
        assertThat(guests.lettersTo(ada)).containsExactly("INVITED", "REMINDED");
    }

    @Test
    void a_link_is_passed_on_to_somebody_whose_address_nobody_knows_and_a_preview_of_it_is_no_click() {
        PersonId owner = people.person("Olga Owner");
        EventView event =
                guests.partyOf(owner, EventFixture.concert().ticketing(false).build());
        Visitor olga = Visitor.of(settings.baseUrl());
        olga.plantCookie("marquee_session", people.webToken(owner));
        String path = "/manage/events/" + event.slug() + "/guests";

        assertThat(olga.post(path + "/links", "name", " ").statusCode()).isEqualTo(422);
        String page = Visitor.location(olga.post(path + "/links", "name", "Zoë"));
        assertThat(olga.get(page).body()).contains("No email address", "Share by WhatsApp");
        String link = link(olga.get(page).body());
        assertThat(olga.post(page + "/shares").body())
                .contains("https://wa.me/?text=", "You%20are%20invited", "%2Frsvp%2Fh_");
        Visitor zoe = Visitor.of(settings.baseUrl());
        assertThat(zoe.get(link, "WhatsApp/2.23.20.0").statusCode()).isEqualTo(200);
        assertThat(olga.get(page).body()).contains("link passed on", "Link passed on<");
        zoe.get(link);
        assertThat(olga.get(page).body()).contains("link opened");
        zoe.post(link, "reply", "going", "name", "Zoë Ärmel");
        assertThat(olga.get(page).body()).contains("Going").doesNotContain("Share by WhatsApp");
        assertThat(olga.post(page + "/shares").statusCode()).isEqualTo(303);
        assertThat(olga.get(path + "/export.csv").body()).contains("Zoë Ärmel,,going");
        ApiClient api = new ApiClient(settings.baseUrl().getPort(), people.token(owner));
        String guest = api.post("/events/" + event.slug() + "/guests", "{\"name\": \"Tom\"}")
                .body()
                .path("id")
                .asString("");
        String shares = "/events/" + event.slug() + "/guests/" + guest + "/shares";
        assertThat(api.post(shares, "{}").body().path("link").asString("")).contains("/rsvp/h_");
        String tom = Visitor.location(olga.post(path + "/links", "name", "Tom", "once", "form"));
        assertThat(Visitor.location(olga.post(path + "/links", "name", "Tom", "once", "form")))
                .as("a form that is sent twice")
                .isEqualTo(tom);
        assertThat(Visitor.location(olga.post(path + "/links", "name", "Tim", "once", "form")))
                .isNotEqualTo(tom);
        zoe.get(link(olga.get(tom).body()));
        assertThat(olga.get(tom).body()).as("copied and not shared by a button").contains("link opened");
        for (String sentTo : List.of("/links", "/changes", "/reminders"))
            assertThat(Visitor.location(olga.get(path + sentTo)))
                    .as("opened anew, after a login: %s", sentTo)
                    .isEqualTo(path);
        assertThat(olga.get(path + "/nobody").statusCode()).isEqualTo(404);
        olga.post(path + "/invitations", "people", "ada@example.org");
        GuestView ada = Objects.requireNonNull(guests.find(event, "ada@example.org"));
        assertThat(olga.get(path + "/" + ada.id()).body())
                .as("the link of somebody with an address is theirs alone")
                .doesNotContain("Share by WhatsApp", "/rsvp/h_");
        assertThat(api.post("/events/" + event.slug() + "/guests/" + ada.id() + "/shares", "{}")
                        .status())
                .isEqualTo(409);
    }

    private static String link(String page) {
        return page.replaceAll("(?s).*data-copy=\"[^\"]*(/rsvp/[^\"]+)\".*", "$1");
    }

    @Test
    void what_could_not_be_done_is_named_with_its_reason_and_a_long_change_goes_on_part_by_part() {
        PersonId owner = people.person("Olga Owner");
        EventView event = guests.partyOf(
                owner,
                EventFixture.concert()
                        .ticketing(false)
                        .capacity(1)
                        .approvalRequired(true)
                        .build());
        GuestView first = guests.says(GuestFixture.somebody("First"), event, GuestState.GOING);
        guests.says(GuestFixture.somebody("Second"), event, GuestState.GOING);
        Visitor olga = Visitor.of(settings.baseUrl());
        olga.plantCookie("marquee_session", people.webToken(owner));
        String path = "/manage/events/" + event.slug() + "/guests";

        assertThat(olga.post(path + "/changes", "state", "pending_approval", "all", "true", "act", "approve")
                        .body())
                .contains("Ada Lind</a>: All places are taken.", "One guest was changed")
                .doesNotContain("hx-post");
        assertThat(guests.now(first).state()).isEqualTo(GuestState.GOING);
        owner(() -> imports.bring(
                party,
                IntStream.range(0, 700)
                        .mapToObj(i -> "crowd" + i + "@example.org")
                        .collect(Collectors.joining("\n", "email\n", ""))
                        .getBytes(StandardCharsets.UTF_8)));
        GuestChanges.Step begun = owner(() -> changes.step(party, GuestFilter.ALL, null, Act.REMOVE, ""));
        GuestChanges.Step ended = owner(() -> changes.step(party, GuestFilter.ALL, begun.last(), Act.REMOVE, ""));
        assertThat(begun.outcome().done() + ended.outcome().done()).isEqualTo(700);
        assertThat(begun.left()).isEqualTo(ended.outcome().done());
        assertThat(ended.last()).isNull();
        assertThat(page(GuestFilter.ALL).items()).isEmpty();
        assertThat(owner(() -> list.counts(party)))
                .as("one’s own change, at once")
                .isEqualTo(Map.of(GuestState.REMOVED, 700));

        acting.as(
                people.actor(owner),
                () -> imports.bring(
                        event,
                        IntStream.range(0, 700)
                                .mapToObj(i -> "crowd" + i + "@example.org")
                                .collect(Collectors.joining("\n", "email\n", ""))
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(olga.post(path + "/changes", "all", "true", "act", "tag", "tagged", "crowd")
                        .body())
                .contains("id=\"told\" role=\"status\" hx-swap-oob=\"innerHTML\">500 of 702");
        assertThat(olga.post(path + "/changes", "all", "true", "act", "tag", "tagged", "all", "done", "100000")
                        .body())
                .as("said aloud once a quarter, not with each part")
                .contains("100,500 of 100,702", "id=\"told\" role=\"status\"></p>");
    }

    @Test
    void the_team_works_with_the_list_in_a_browser() {
        PersonId owner = people.person("Olga Owner");
        EventView event = guests.partyOf(
                owner,
                EventFixture.concert().ticketing(false).approvalRequired(true).build());
        GuestView asked = guests.says(GuestFixture.somebody("Asker"), event, GuestState.GOING);
        Visitor olga = Visitor.of(settings.baseUrl());
        olga.plantCookie("marquee_session", people.webToken(owner));
        String path = "/manage/events/" + event.slug() + "/guests";

        assertThat(olga.get(path + "?state=pending_approval").body()).contains("Ada Lind", "Approve", asked.email());
        olga.post(path + "/changes", "guests", asked.id().toString(), "act", "approve");
        assertThat(guests.now(asked).state()).isEqualTo(GuestState.GOING);
        olga.post(path + "/changes", "q", "ada", "all", "true", "act", "tag", "tagged", "vip");
        assertThat(olga.post(path + "/" + asked.id() + "/notes", "note", " ").statusCode())
                .isEqualTo(422);
        olga.post(path + "/" + asked.id() + "/notes", "note", "Sits <in> front");
        assertThat(olga.get(path + "/" + asked.id()).body())
                .contains("Sits &lt;in&gt; front", "Olga Owner", "vip", "Going", "Remove");
        HttpResponse<String> invited = olga.post(
                path + "/invitations", "people", "Tom <tom@example.org>\nnobody", "words", "Come!", "plusOnes", "x");
        assertThat(invited.statusCode()).isEqualTo(422);
        invited = olga.post(
                path + "/invitations", "people", "Tom <tom@example.org>\nnobody", "words", "", "plusOnes", "2");
        assertThat(invited.body()).contains("One invitation is on its way", "nobody</textarea>");
        assertThat(olga.get(path + "/export.csv").body())
                .startsWith("name,email,state,plus_ones,companions,allowance,tickets,tags")
                .contains("Ada Lind," + asked.email() + ",going,0,,,0,vip")
                .contains("Tom,tom@example.org,invited,0,,2");
        guests.rule(event, true, 2);
        guests.says(GuestFixture.somebody("Bringer"), event, GuestFixture.reply(GuestState.GOING, 1));
        byte[] exported = olga.get(path + "/export.csv").body().getBytes(StandardCharsets.UTF_8);
        owner(() -> imports.bring(party, exported));
        assertThat(found("tom").allowance()).isEqualTo(2);
        assertThat(page(GuestFilter.ALL).items())
                .extracting(GuestView::allowance)
                .as("what is exported comes back as it was")
                .containsExactlyInAnyOrder(null, null, 2);
        assertThat(olga.get(path).body()).contains(path + "/export.xlsx");
        assertThat(olga.get(path + "/export.xlsx").body()).startsWith("PK");
        ApiClient api = new ApiClient(settings.baseUrl().getPort(), people.token(owner));
        ApiClient.Answer found = api.get("/events/" + event.slug() + "/guests?query=ada&tag=vip&state=going");
        assertThat(found.body().path("items").path(0).path("id").asString(""))
                .isEqualTo(asked.id().toString());
        assertThat(api.get("/events/" + event.slug() + "/guests/" + asked.id() + "/timeline")
                        .body()
                        .toString())
                .contains("pending_approval", "going", "Sits <in> front", "tagged");
        assertThat(api.post("/events/" + event.slug() + "/guests/changes", "{\"act\": \"tag\"}")
                        .status())
                .isEqualTo(422);
        assertThat(Visitor.of(settings.baseUrl()).get(path + "/" + asked.id()).statusCode())
                .isEqualTo(303);
    }

    private GuestView found(String name) {
        return page(new GuestFilter(name, null, "", null)).items().getFirst();
    }

    private List<String> names(String words) {
        return page(new GuestFilter(words, null, "", null)).items().stream()
                .map(GuestView::name)
                .toList();
    }

    private Slice<GuestView> page(GuestFilter filter) {
        return owner(() -> list.page(party, filter, null, 50));
    }

    private List<String> kinds(GuestView guest) {
        return owner(() -> reads.timeline(guest)).stream()
                .map(GuestMoment::kind)
                .toList();
    }

    private void days(int days) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql(
                        "update guest.guests set invited_at = invited_at + ? * interval '1 day' where event_id = ?")
                .params(days, party.id().value())
                .update()));
    }

    private <T> T owner(Supplier<T> work) {
        Actor owner = EventFixture.owner(party.organization());
        return Objects.requireNonNull(acting.as(owner, work));
    }
}
