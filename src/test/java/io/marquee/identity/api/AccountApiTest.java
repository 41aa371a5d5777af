package io.marquee.identity.api;

import static io.marquee.testing.PeopleFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MarqueeTest
class AccountApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private PeopleFixture people;

    @Autowired
    private Settings settings;

    private final String email = PeopleFixture.address("ada");

    @Test
    void a_program_makes_an_account_and_confirms_its_address() {
        HttpResponse<String> made = anybody()
                .send(
                        "POST",
                        "/api/v1/accounts",
                        "{\"email\": \"%s\", \"name\": \"Ada Lind\", \"password\": \"%s\", \"timeZone\": \"Europe/Lisbon\"}"
                                .formatted(email, PASSWORD));
        assertThat(made.statusCode()).isEqualTo(201);
        Visitor ada = anybody().bearing(json(made).get("token").stringValue());
        assertThat(json(ada.get("/api/v1/me")).get("verified").booleanValue()).isFalse();

        HttpResponse<String> confirmed =
                ada.send("POST", "/api/v1/me/verification", "{\"token\": \"%s\"}".formatted(people.mailedToken(email)));

        assertThat(confirmed.statusCode()).isEqualTo(204);
        assertThat(json(ada.get("/api/v1/me")).get("verified").booleanValue()).isTrue();
        assertThat(json(ada.get("/api/v1/me")).get("timeZone").stringValue()).isEqualTo("Europe/Lisbon");
    }

    @Test
    void what_is_missing_or_wrong_is_told_at_its_field() {
        HttpResponse<String> refused = anybody().send("POST", "/api/v1/accounts", "{\"timeZone\": \"Mars\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused)
                        .get("errors")
                        .valueStream()
                        .map(e -> e.get("field").stringValue()))
                .containsExactlyInAnyOrder("email", "name", "timeZone");
    }

    @Test
    void mails_are_asked_for_without_learning_who_has_an_account() {
        people.personWithPassword(email);
        String nobody = PeopleFixture.address("nobody");
        for (String path : new String[] {"/api/v1/sign-in-links", "/api/v1/password-resets"}) {
            for (String address : new String[] {email, nobody}) {
                HttpResponse<String> answer = anybody().send("POST", path, "{\"email\": \"%s\"}".formatted(address));
                assertThat(answer.statusCode()).as(path).isEqualTo(202);
                assertThat(answer.body()).isEmpty();
            }
        }
        assertThat(people.mailedPath(email)).startsWith("/reset?token=");
        assertThat(people.gotMail(nobody)).isFalse();
    }

    @Test
    void the_profile_is_changed_in_part() {
        Visitor ada = anybody().bearing(people.token(people.personWithPassword(email)));
        HttpResponse<String> changed = ada.send("PATCH", "/api/v1/me", "{\"company\": \"Lind & Co\"}");
        assertThat(json(changed).get("company").stringValue()).isEqualTo("Lind & Co");
        assertThat(json(changed).get("name").stringValue()).isEqualTo("Ada Lind");
    }

    @Test
    void what_is_no_picture_is_refused_as_an_avatar() {
        Visitor ada = anybody().bearing(people.token(people.personWithPassword(email)));
        assertThat(ada.put("/api/v1/me/avatar", "image/png", "no picture").statusCode())
                .isEqualTo(422);
        assertThat(ada.delete("/api/v1/me/avatar").statusCode()).isEqualTo(204);
    }

    @Test
    void a_bearer_token_that_is_not_good_is_refused_everywhere() {
        for (String token : new String[] {"mqs_forged", "h_forged", "", "no such thing"}) {
            assertThat(anybody().bearing(token).get("/api/v1/me").statusCode())
                    .as(token)
                    .isEqualTo(401);
        }
        assertThat(anybody().bearing("mqs_forged").get("/login").statusCode()).isEqualTo(303);
    }

    private Visitor anybody() {
        return Visitor.of(settings.baseUrl());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
