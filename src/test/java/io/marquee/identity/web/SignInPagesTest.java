package io.marquee.identity.web;

import static io.marquee.testing.PeopleFixture.PASSWORD;
import static io.marquee.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class SignInPagesTest {
    private static final String COOKIE = "marquee_session";

    @Autowired
    private PeopleFixture people;

    @Autowired
    private Settings settings;

    private final String email = PeopleFixture.address("ada");
    private Visitor ada;

    @BeforeEach
    void open_a_browser() {
        ada = Visitor.of(settings.baseUrl());
    }

    @Test
    void a_person_signs_up_confirms_the_address_and_sees_their_account() {
        assertThat(ada.get("/signup").body()).contains("Sign up");
        HttpResponse<String> made = ada.post("/signup", "name", "Ada Lind", "email", email, "password", PASSWORD);
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(ada.get("/account").body()).contains("Ada Lind", "Please confirm");

        assertThat(ada.get(people.mailedPath(email)).body()).contains("Confirm my address");
        HttpResponse<String> confirmed = ada.post("/verify", "token", people.mailedToken(email));
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(ada.get("/account").body()).doesNotContain("Please confirm");
    }

    @Test
    void a_form_that_is_refused_keeps_what_was_typed_but_not_the_password() {
        HttpResponse<String> refused =
                ada.post("/signup", "name", "Ada <b>", "email", "nonsense", "password", "short-x");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"Ada &lt;b>\"", "value=\"nonsense\"", "at least")
                .doesNotContain("short-x");
        assertThat(ada.cookie(COOKIE)).isEmpty();
    }

    @Test
    void logging_in_leads_back_to_where_the_person_wanted_to_go() {
        people.personWithPassword(email);
        assertThat(location(ada.get("/account"))).isEqualTo("/login?back=%2Faccount");

        HttpResponse<String> in = ada.post("/login", "email", email, "password", PASSWORD, "back", "/account");

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo("/account");
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void what_was_typed_waits_for_whoever_is_signed_out_meanwhile_but_no_password() {
        PersonId person = people.personWithPassword(email);
        HttpResponse<String> late = ada.post("/account", "name", "Ada <Lind>", "company", "", "password", "seven");
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body())
                .contains("Nothing is lost", "action=\"/account\"", "name=\"name\" value=\"Ada &lt;Lind>\"")
                .contains("href=\"/login?back=%2F\" target=\"_blank\"")
                .doesNotContain("seven");
        assertThat(ada.postFromAnotherSite("/account", "name", "Eve").statusCode())
                .as("another site’s form is shown to nobody")
                .isEqualTo(403);

        ada.plantCookie(COOKIE, people.webToken(person));
        assertThat(location(ada.post("/account", "name", "Ada Lind", "locale", "en", "timeZone", "UTC")))
                .isEqualTo("/account");
        assertThat(location(Visitor.of(settings.baseUrl()).post("/account/sessions/revocation")))
                .as("nothing was typed")
                .startsWith("/login?back=");
    }

    @Test
    void a_form_with_a_picture_waits_too_and_the_picture_is_chosen_again() {
        String[] typed = {
            "title", "Low <Tide>",
            "startsAt", "2031-06-18T19:30",
            "endsAt", "2031-06-18T23:00",
            "timeZone", "Europe/Lisbon"
        };
        HttpResponse<String> late = ada.upload("/events/new", "cover", "tide.png", "a picture", typed);
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body())
                .contains("action=\"/events/new\" enctype=\"multipart/form-data\"")
                .contains("name=\"title\" value=\"Low &lt;Tide>\"", "name=\"timeZone\" value=\"Europe/Lisbon\"")
                .contains("Choose tide.png again", "type=\"file\" id=\"file-cover\" name=\"cover\"")
                .doesNotContain("a picture");
        assertThat(ada.upload("/events/new", "cover", "", "", typed).body()).doesNotContain("browsers keep no files");

        ada.plantCookie(COOKIE, people.webToken(people.personWithPassword(email)));
        assertThat(location(ada.upload("/events/new", "cover", "", "", typed))).startsWith("/manage/events/low-tide");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/\t/x"})
    void logging_in_never_leads_to_another_site(String back) {
        people.personWithPassword(email);
        assertThat(location(ada.post("/login", "email", email, "password", PASSWORD, "back", back)))
                .isEqualTo("/");
        assertThat(ada.get("/login?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8))
                        .body())
                .contains("name=\"back\" value=\"/\"");
    }

    @Test
    void a_wrong_password_and_no_account_get_the_same_answer() {
        people.personWithPassword(email);
        String nobody = PeopleFixture.address("nobody");
        HttpResponse<String> wrong = ada.post("/login", "email", email, "password", "not the password");
        HttpResponse<String> none = ada.post("/login", "email", nobody, "password", "not the password");

        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(none.statusCode());
        assertThat(wrong.body().replace(email, "")).isEqualTo(none.body().replace(nobody, ""));
        assertThat(ada.cookie(COOKIE)).isEmpty();
    }

    @Test
    void the_session_of_before_is_never_the_session_of_after() {
        people.personWithPassword(email);
        ada.plantCookie(COOKIE, "mqs_planted-by-somebody-else");

        ada.post("/login", "email", email, "password", PASSWORD);
        String first = ada.cookie(COOKIE).orElseThrow();
        assertThat(first).isNotEqualTo("mqs_planted-by-somebody-else");

        ada.post("/login", "email", email, "password", PASSWORD);
        Visitor thief = Visitor.of(settings.baseUrl());
        thief.plantCookie(COOKIE, first);
        assertThat(thief.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        people.personWithPassword(email);
        assertThat(ada.post("/login", "email", email, "password", PASSWORD)
                        .headers()
                        .allValues("Set-Cookie"))
                .anyMatch(c -> c.startsWith(COOKIE + "=mqs_") && c.contains("HttpOnly") && c.contains("SameSite=Lax"));
    }

    @Test
    void another_site_neither_logs_in_nor_out() {
        people.personWithPassword(email);
        HttpResponse<String> refused = ada.postFromAnotherSite("/login", "email", email, "password", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("another");
        assertThat(ada.cookie(COOKIE)).isEmpty();

        ada.post("/login", "email", email, "password", PASSWORD);
        assertThat(ada.postFromAnotherSite("/logout").statusCode()).isEqualTo(403);
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void logging_out_ends_the_session_itself() {
        people.personWithPassword(email);
        ada.post("/login", "email", email, "password", PASSWORD);
        String token = ada.cookie(COOKIE).orElseThrow();

        assertThat(ada.post("/logout").statusCode()).isEqualTo(303);

        assertThat(ada.get("/account").statusCode()).isEqualTo(303);
        assertThat(Visitor.of(settings.baseUrl())
                        .bearing(token)
                        .get("/api/v1/me")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_mailed_link_logs_in_once_and_opening_it_does_not_use_it() {
        people.personWithPassword(email);
        assertThat(location(ada.post("/login/link", "email", email, "back", "/tickets")))
                .isEqualTo("/login/link?sent");
        String path = people.mailedPath(email);

        for (int scans = 0; scans < 3; scans++) {
            assertThat(Visitor.of(settings.baseUrl()).get(path).body()).contains("It works once");
        }
        HttpResponse<String> in = ada.post("/login/link", "token", people.mailedToken(email), "back", "/tickets");
        assertThat(location(in)).isEqualTo("/tickets");
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);

        Visitor other = Visitor.of(settings.baseUrl());
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.post("/login/link", "token", people.mailedToken(email)).statusCode())
                .isEqualTo(404);
        assertThat(other.cookie(COOKIE)).isEmpty();
    }

    @Test
    void asking_for_a_link_tells_nobody_who_has_an_account() {
        String nobody = PeopleFixture.address("nobody");
        assertThat(location(ada.post("/login/link", "email", nobody))).isEqualTo("/login/link?sent");
        assertThat(location(ada.post("/reset", "email", nobody))).isEqualTo("/reset?sent");
        assertThat(people.gotMail(nobody)).isFalse();
    }

    @Test
    void a_forgotten_password_is_set_anew_and_ends_all_sessions() {
        people.personWithPassword(email);
        Visitor elsewhere = Visitor.of(settings.baseUrl());
        elsewhere.post("/login", "email", email, "password", PASSWORD);
        ada.post("/reset", "email", email);
        String token = people.mailedToken(email);
        assertThat(ada.get(people.mailedPath(email)).body()).contains("Choose a new password");

        assertThat(ada.post("/reset", "token", token, "password", "tiny").statusCode())
                .isEqualTo(422);
        assertThat(location(ada.post("/reset", "token", token, "password", "a wholly new phrase")))
                .isEqualTo("/account");

        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
        assertThat(elsewhere
                        .post("/login", "email", email, "password", PASSWORD)
                        .statusCode())
                .isEqualTo(401);
        assertThat(elsewhere
                        .post("/login", "email", email, "password", "a wholly new phrase")
                        .statusCode())
                .isEqualTo(303);
        assertThat(ada.post("/reset", "token", token, "password", "yet another phrase")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void pages_with_tokens_and_personal_data_are_never_stored() {
        people.personWithPassword(email);
        ada.post("/login", "email", email, "password", PASSWORD);
        for (String path : new String[] {"/account", "/account/sessions", "/login", "/login/link?token=x"}) {
            assertThat(ada.get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValue("no-store");
        }
    }

    @Test
    void the_profile_is_edited_and_speaks_the_chosen_language() {
        people.personWithPassword(email);
        ada.post("/login", "email", email, "password", PASSWORD);
        HttpResponse<String> saved = ada.post(
                "/account",
                "name",
                "Ada L.",
                "company",
                "Lind & Co",
                "phone",
                "+351 21 000 0000",
                "locale",
                "de",
                "timeZone",
                "Europe/Lisbon");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(ada.get("/account").body()).contains("Ada L.", "Lind &amp; Co", "Zeitzone");

        HttpResponse<String> refused =
                ada.post("/account", "name", " ", "phone", "call me", "locale", "xx", "timeZone", "Mars/Olympus");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("call me", "Mars/Olympus");
    }

    @Test
    void a_new_password_needs_the_old_one() {
        people.personWithPassword(email);
        ada.post("/login", "email", email, "password", PASSWORD);
        assertThat(ada.post("/account/password", "current", "wrong", "password", "a wholly new phrase")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ada.post("/account/password", "current", PASSWORD, "password", "a wholly new phrase")
                        .statusCode())
                .isEqualTo(303);
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void sessions_are_listed_and_ended() {
        people.personWithPassword(email);
        Visitor phone = Visitor.of(settings.baseUrl());
        phone.post("/login", "email", email, "password", PASSWORD);
        ada.post("/login", "email", email, "password", PASSWORD);
        assertThat(ada.get("/account/sessions").body()).contains("This one", "Log out everywhere else");

        assertThat(ada.post("/account/sessions/revocation").statusCode()).isEqualTo(303);

        assertThat(phone.get("/account").statusCode()).isEqualTo(303);
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
    }
}
