package io.marquee.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.ApiClient;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class OwnDataTest {
    @Autowired
    private DueData due;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private OrganizationFixture organizations;

    @Autowired
    private Acting acting;

    @Autowired
    private Settings settings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final String email = PeopleFixture.address("quentin");

    @Test
    void an_erasure_takes_the_right_password_and_can_be_called_off() {
        ApiClient ada = api(people.personWithPassword(email));

        assertThat(ada.post("/me/erasure", "{\"password\": \"wrong bicycles here\"}")
                        .status())
                .isEqualTo(422);
        assertThat(ada.post("/me/erasure", "{\"password\": \"%s\"}".formatted(PeopleFixture.PASSWORD))
                        .text("erasedAt"))
                .isNotEmpty();
        assertThat(ada.get("/me/erasure").text("erasedAt")).isNotEmpty();

        assertThat(ada.delete("/me/erasure").status()).isEqualTo(204);
        assertThat(ada.get("/me/erasure").text("erasedAt")).isEmpty();
        assertThat(ada.delete("/me/erasure").text("code")).isEqualTo("no_erasure_waits");
    }

    @Test
    void whoever_is_erased_is_signed_out_and_their_address_is_free_again() {
        PersonId person = people.personWithPassword(email);
        ApiClient ada = api(person);
        ada.post("/me/erasure", "{\"password\": \"%s\"}".formatted(PeopleFixture.PASSWORD));
        itIsTime();

        assertThat(ada.get("/me").status()).isEqualTo(401);
        assertThat(people.personWithPassword(email)).isNotEqualTo(person);
    }

    @Test
    void the_only_owner_of_an_organization_hands_it_over_first() {
        PersonId person = people.personWithPassword(email);
        OrganizationView pier = organizations.organization(person, "Pier 14");
        String password = "{\"password\": \"%s\"}".formatted(PeopleFixture.PASSWORD);

        ApiClient.Answer refused = api(person).post("/me/erasure", password);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("sole_owner");
        assertThat(refused.text("detail")).contains("Pier 14");

        organizations.member(person, pier.id(), OrganizationRole.OWNER);
        assertThat(api(person).post("/me/erasure", password).status()).isEqualTo(202);
    }

    @Test
    void an_archive_is_made_and_is_had_by_its_link_alone_for_a_while() {
        Visitor ada = Visitor.of(settings.baseUrl());
        ada.plantCookie("marquee_session", people.webToken(people.personWithPassword(email)));

        assertThat(ada.post("/account/data/exports").statusCode()).isEqualTo(303);
        due.run();

        assertThat(ada.get("/account/data").body()).contains("the link was mailed");
        String path = mailed();
        HttpResponse<String> archive = ada.get(linked(ada, path));
        assertThat(archive.statusCode()).isEqualTo(200);
        assertThat(archive.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(archive.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("attachment").contains("marquee.zip"));
        assertThat(archive.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ada.get(path + "x").statusCode()).isEqualTo(404);

        change("update privacy.exports set expires_at = now() - interval '1 second' where email = :email");
        assertThat(ada.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void one_archive_a_day_is_enough() {
        ApiClient ada = api(people.personWithPassword(email));
        assertThat(ada.post("/me/exports", "{}").status()).isEqualTo(202);
        assertThat(ada.post("/me/exports", "{}").status())
                .as("it is being made")
                .isEqualTo(202);
        due.run();

        assertThat(ada.post("/me/exports", "{}").text("code")).isEqualTo("archive_is_recent");
        change("update privacy.exports set created_at = created_at - interval '1 day' where email = :email");
        assertThat(ada.post("/me/exports", "{}").status()).isEqualTo(202);
    }

    @Test
    void whoever_cannot_be_erased_is_told_once_and_sees_why() {
        PersonId person = people.personWithPassword(email);
        Visitor ada = Visitor.of(settings.baseUrl());
        ada.plantCookie("marquee_session", people.webToken(person));
        api(person).post("/me/erasure", "{\"password\": \"%s\"}".formatted(PeopleFixture.PASSWORD));
        organizations.organization(person, "Pier 14");

        itIsTime();
        itIsTime();

        assertThat(ada.get("/account/data").body()).contains("You are the only owner of Pier 14");
        await().atMost(Duration.ofSeconds(30)).until(() -> mails("You could not be erased yet") == 1);
    }

    @Test
    void what_fails_for_one_is_not_the_fate_of_the_others() {
        PersonId person = people.personWithPassword(email);
        api(person).post("/me/erasure", "{\"password\": \"%s\"}".formatted(PeopleFixture.PASSWORD));
        change("""
                insert into privacy.erasures (id, email, locale, state, created_at, due_at)
                values (gen_random_uuid(), 'no address ' || :email, 'en', 'waiting', now(), now() - interval '1 day')
                """);

        assertThatThrownBy(this::itIsTime).isInstanceOf(RuntimeException.class);

        assertThat(people.personWithPassword(email)).as("she is erased").isNotEqualTo(person);
        due.run();
        change("delete from privacy.erasures where email = 'no address ' || :email and due_at > now()");
    }

    @Test
    void an_account_that_was_confirmed_after_the_erasure_was_asked_for_goes_with_it() {
        PersonId person = people.unconfirmed(email, PeopleFixture.PASSWORD);
        change("""
                insert into privacy.erasures (id, email, locale, state, created_at, due_at)
                values (gen_random_uuid(), :email, 'en', 'waiting', now(), now())
                """);
        change("update identity.persons set email_verified_at = now() where email = :email");
        ApiClient ada = api(person);
        itIsTime();

        assertThat(ada.get("/me").status()).isEqualTo(401);
        assertThat(people.personWithPassword(email)).isNotEqualTo(person);
    }

    @Test
    void somebody_without_an_account_asks_by_a_mailed_link() {
        change("""
                insert into notification.mails (id, cause, kind, recipient, locale, subject, html, plain, state, created_at)
                values (gen_random_uuid(), :email, 'order_paid', :email, 'en', 'Your tickets', '', '', 'sent', now())
                """);
        Visitor guest = Visitor.of(settings.baseUrl());
        assertThat(guest.post("/data", "email", email).statusCode()).isEqualTo(303);
        String path = mailed();

        assertThat(guest.get(path).body()).contains(email, "Make the archive", "Erase me");
        guest.post(path + "/erasure");
        assertThat(guest.get(path).body()).contains("Call it off");
        guest.post(path + "/erasure/cancellation");
        assertThat(guest.get(path).body()).doesNotContain("Call it off");

        guest.post(path + "/erasure");
        itIsTime();
        assertThat(guest.get(path).statusCode())
                .as("the link is gone with everything else")
                .isEqualTo(404);
        assertThat(mails()).isZero();
    }

    @Test
    void nothing_is_mailed_to_somebody_of_whom_nothing_is_kept_and_the_answer_is_the_same() {
        Visitor guest = Visitor.of(settings.baseUrl());
        assertThat(guest.post("/data", "email", email).statusCode()).isEqualTo(303);
        assertThat(mails()).isZero();
        assertThat(guest.post("/data", "email", "nonsense").statusCode()).isEqualTo(422);
    }

    @Test
    void without_a_password_nothing_happens_until_the_mailed_link_is_followed() {
        PersonId person = people.person("Quentin");
        ApiClient quentin = api(person);

        assertThat(quentin.post("/me/erasure", "{}").status()).isEqualTo(202);
        assertThat(quentin.get("/me/erasure").text("erasedAt")).isEmpty();
    }

    @Test
    void an_unconfirmed_address_opens_nothing() {
        ApiClient somebody = api(people.unconfirmed(email, PeopleFixture.PASSWORD));
        assertThat(somebody.post("/me/exports", "{}").text("code")).isEqualTo("address_unconfirmed");
    }

    private static String linked(Visitor visitor, String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Where the last letter leads; it is written after the commit. */
    private String mailed() {
        String letter = await().atMost(Duration.ofSeconds(30)).until(this::letter, Objects::nonNull);
        return letter.replaceAll("(?s).*?(/data/[A-Za-z0-9_/-]+).*", "$1");
    }

    private @Nullable String letter() {
        return acting.asPlatform(() -> transaction.execute(status ->
                jdbc.sql("""
                        select plain from notification.mails where recipient = ? and kind = 'personal_data'
                        order by id desc limit 1
                        """).param(email).query(String.class).optional().orElse(null)));
    }

    private long mails() {
        return acting.asPlatform(() -> Objects.requireNonNull(
                transaction.execute(status -> jdbc.sql("select count(*) from notification.mails where recipient = ?")
                        .param(email)
                        .query(Long.class)
                        .single())));
    }

    private long mails(String subject) {
        return acting.asPlatform(() -> Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql("select count(*) from notification.mails where recipient = ? and subject = ?")
                        .params(email, subject)
                        .query(Long.class)
                        .single())));
    }

    private void itIsTime() {
        change("update privacy.erasures set due_at = now() - interval '1 second' where email = :email");
        due.run();
    }

    private void change(String sql) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status ->
                assertThat(jdbc.sql(sql).param("email", email).update()).isPositive()));
    }

    private ApiClient api(PersonId person) {
        return new ApiClient(settings.baseUrl().getPort(), people.token(person));
    }
}
