package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.identity.People;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letterbox;
import io.marquee.platform.mail.Letterbox.Posted;
import io.marquee.platform.mail.OptionalLetter;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.ApiClient;
import io.marquee.testing.ApiClient.Answer;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class MessagePreferencesTest {
    @Autowired
    Letterbox letterbox;

    @Autowired
    SuppressionTable suppressions;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NoticeTable notices;

    @Autowired
    PostOffice post;

    @Autowired
    Returns returns;

    @Autowired
    MailTable mails;

    @Autowired
    AdministratorFixture administrators;

    @Autowired
    People known;

    @Autowired
    Pages pages;

    private String email = "";
    private PersonId person = PersonId.next();
    private PersonId owner = PersonId.next();
    private OrganizationId organization = OrganizationId.next();

    @BeforeEach
    void somebody_and_an_organization() {
        email = PeopleFixture.address("ada");
        person = people.personWithPassword(email);
        owner = people.person("Olga Owner");
        organization = organizations.organization(owner, "Pier 14").id();
    }

    @Test
    void a_person_chooses_by_program_what_they_get() {
        ApiClient me = api(person);

        Answer changed = me.send(
                "PATCH",
                "/me/messages",
                "{\"choices\": [{\"topic\": \"news\", \"channel\": \"email\", \"wanted\": false}]}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().toString()).contains("{\"topic\":\"news\",\"channel\":\"email\",\"wanted\":false}");
        assertThat(posted(Topic.NEWS)).isEqualTo(Posted.UNWANTED);
        assertThat(posted(Topic.REMINDERS)).isEqualTo(Posted.TAKEN);
    }

    @Test
    void what_always_comes_is_not_to_choose() {
        Answer refused = api(person)
                .send(
                        "PATCH",
                        "/me/messages",
                        "{\"choices\": [{\"topic\": \"purchases\", \"channel\": \"email\", \"wanted\": false}, null]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("choices.0", "always_sent");
    }

    @Test
    void a_person_chooses_on_their_page_and_takes_an_organization_back() {
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> suppressions.add(organization, EmailAddress.of(email), null, Reason.UNSUBSCRIBED, "")));
        Visitor me = signedIn(person);
        String page = me.get("/account/messages").body();
        assertThat(page).contains("Stopped from Pier 14: everything optional", "value=\"news.in_app\" checked");

        me.post(page.replaceAll("(?s).*action=\"(/account/messages/stopped/[^\"]+)\".*", "$1"));
        me.post("/account/messages", "ways", "news.email", "ways", "team.in_app");

        assertThat(me.get("/account/messages").body()).doesNotContain("Pier 14");
        assertThat(posted(Topic.NEWS)).isEqualTo(Posted.TAKEN);
        assertThat(posted(Topic.REMINDERS)).isEqualTo(Posted.UNWANTED);
    }

    @Test
    void whoever_wants_a_digest_gets_what_they_have_not_read_once_each_morning() {
        api(person).send("PATCH", "/me/messages", "{\"digest\": true}");
        assertThat(posted(Topic.NEWS)).isEqualTo(Posted.TAKEN);
        asPlatform(() -> jdbc.sql(
                        "update notification.digests set looked_at = now() - interval '1 day' where person_id = ?")
                .param(person.value())
                .update());
        ZoneId zone =
                Objects.requireNonNull(known.byIds(List.of(person)).get(person)).timeZone();
        ZonedDateTime tomorrow = ZonedDateTime.now(zone).plusDays(1);

        digests(tomorrow.withHour(3)).writeAll();
        assertThat(written()).isEmpty();
        digests(tomorrow.withHour(8)).writeAll();
        digests(tomorrow.withHour(9)).writeAll();

        assertThat(written()).containsExactly("Something you have not read");
        endsItByTheLinkInIt();
    }

    /** Whoever had it written ends it, also from an address that became somebody else's; a mail that came back from there ends nobody's. */
    private void endsItByTheLinkInIt() {
        StoredMail digest = asPlatform(() -> mails.list(null, null, 200).stream()
                .filter(mail -> mail.kind().equals("digest") && mail.recipient().equals(email))
                .findFirst()
                .orElseThrow());
        String link = digest.plain().replaceAll("(?s).*(/unsubscribe/[\\w-]+).*", "$1");
        Visitor anybody = Visitor.of(settings.baseUrl());
        assertThat(anybody.get(link).body()).contains("A mail each morning", "Stop it");
        asPlatform(() -> jdbc.sql("update identity.persons set email = ? where id = ?")
                .params(PeopleFixture.address("moved"), person.value())
                .update());
        PersonId heir = people.personWithPassword(email);
        api(heir).send("PATCH", "/me/messages", "{\"digest\": true}");

        returns.note(new MailReturn(digest.id(), email, MailReturn.Kind.BOUNCED, "gone"));
        assertThat(wantsDigest(person)).isTrue();
        assertThat(anybody.post(link, "List-Unsubscribe", "One-Click").statusCode())
                .isEqualTo(200);

        assertThat(anybody.get(link).body()).contains("It comes no more.");
        assertThat(wantsDigest(person)).isFalse();
        assertThat(wantsDigest(heir)).isTrue();
    }

    private boolean wantsDigest(PersonId who) {
        return api(who).get("/me/messages").body().path("digest").asBoolean();
    }

    @Test
    void choices_for_an_address_wait_until_it_is_confirmed() {
        PersonId unconfirmed = people.unconfirmed(PeopleFixture.address("una"), PeopleFixture.PASSWORD);

        assertThat(api(unconfirmed)
                        .send("PATCH", "/me/messages", "{\"choices\": []}")
                        .status())
                .isEqualTo(409);
        assertThat(signedIn(unconfirmed).get("/account/messages").body()).contains("Confirm your address first");
    }

    @Test
    void an_organizer_sees_enters_and_lifts() {
        Visitor manager = signedIn(owner);
        String path = "/manage/organizations/" + organization + "/suppressions";
        assertThat(manager.post(path, "email", "nobody").statusCode()).isEqualTo(422);

        manager.post(path, "email", email);

        assertThat(posted(Topic.NEWS)).isEqualTo(Posted.UNWANTED);
        assertThat(manager.get(path + "?email=" + email).body()).contains(email, "Entered by you");
        assertThat(manager.get(path + "?email=elsewhere@example.org").body())
                .contains("There is no elsewhere@example.org");
        Answer listed = api(owner).get("/organizations/" + organization + "/suppressions");
        assertThat(listed.body().path("items").get(0).path("reason").asString()).isEqualTo("entered");
        String id = listed.body().path("items").get(0).path("id").asString();
        assertThat(api(owner)
                        .delete("/organizations/" + organization + "/suppressions/" + id)
                        .status())
                .isEqualTo(204);
        assertThat(posted(Topic.NEWS)).isEqualTo(Posted.TAKEN);
        assertThat(manager.post(path + "/" + id + "/removal").statusCode()).isEqualTo(404);
    }

    @Test
    void an_administrator_sees_all_and_enters_for_everybody() {
        PersonId administrator = administrators.appoint();
        Visitor admin = signedIn(administrator);
        assertThat(signedIn(owner).get("/admin/suppressions").statusCode()).isEqualTo(404);
        assertThat(admin.post("/admin/suppressions", "email", email, "why", " ").statusCode())
                .isEqualTo(422);

        admin.post("/admin/suppressions", "email", email, "why", "Asked us by telephone");

        assertThat(posted(Topic.NEWS)).isEqualTo(Posted.UNWANTED);
        assertThat(admin.get("/admin/suppressions?email=" + email).body())
                .contains(email, "Everybody", "Asked us by telephone");
        Answer listed = api(administrator).get("/admin/suppressions?email=" + email);
        String id = listed.body().path("items").path(0).path("id").asString();
        assertThat(api(administrator).delete("/admin/suppressions/" + id).status())
                .isEqualTo(204);
        assertThat(posted(Topic.NEWS)).isEqualTo(Posted.TAKEN);
        assertThat(admin.post("/admin/suppressions/" + id + "/removal").statusCode())
                .isEqualTo(404);
        administrators.dismiss(administrator);
    }

    private Digests digests(ZonedDateTime now) {
        Clock clock = Clock.fixed(now.toInstant(), now.getZone());
        return new Digests(
                new DigestTable(jdbc, clock), notices, post, known, pages, settings, acting, transaction, clock);
    }

    private List<String> written() {
        return asPlatform(() -> mails.list(null, null, 200).stream()
                .filter(mail -> mail.kind().equals("digest") && mail.recipient().equals(email))
                .map(StoredMail::subject)
                .toList());
    }

    private <T> T asPlatform(Supplier<T> work) {
        return acting.asPlatform(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private Posted posted(Topic topic) {
        Letter words =
                new Letter("en", 52, "Come", "Come", List.of("Come."), List.of(), null, List.of(), "You were asked.");
        return letterbox.post(
                new OptionalLetter("test:" + Ids.next(), "test", topic, organization, EmailAddress.of(email), words));
    }

    private ApiClient api(PersonId who) {
        return new ApiClient(settings.baseUrl().getPort(), people.token(who));
    }

    private Visitor signedIn(PersonId who) {
        Visitor visitor = Visitor.of(settings.baseUrl());
        visitor.plantCookie("marquee_session", people.webToken(who));
        return visitor;
    }
}
