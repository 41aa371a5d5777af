package io.marquee.organization;

import static io.marquee.testing.PeopleFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MarqueeTest
class OrganizationApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private PeopleFixture people;

    @Autowired
    private OrganizationFixture organizations;

    @Autowired
    private Settings settings;

    private final String email = PeopleFixture.address("ada");
    private PersonId ada;
    private Visitor program;

    @BeforeEach
    void sign_in() {
        ada = people.personWithPassword(email);
        HttpResponse<String> session = Visitor.of(settings.baseUrl())
                .send(
                        "POST",
                        "/api/v1/sessions",
                        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD));
        assertThat(session.statusCode()).isEqualTo(201);
        program = Visitor.of(settings.baseUrl())
                .bearing(json(session).get("token").stringValue());
    }

    @Test
    void a_program_signs_in_learns_who_it_is_and_signs_out() {
        assertThat(json(program.get("/api/v1/me")).get("email").stringValue()).isEqualTo(email);
        assertThat(json(program.get("/api/v1/sessions")).get("items").size()).isGreaterThan(0);

        assertThat(program.delete("/api/v1/sessions/current").statusCode()).isEqualTo(204);

        HttpResponse<String> after = program.get("/api/v1/me");
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(json(after).get("code").stringValue()).isEqualTo("unauthenticated");
    }

    @Test
    void wrong_credentials_are_a_problem_with_a_code() {
        HttpResponse<String> refused = Visitor.of(settings.baseUrl())
                .send(
                        "POST",
                        "/api/v1/sessions",
                        "{\"email\": \"%s\", \"password\": \"nope nope nope\"}".formatted(email));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused).get("code").stringValue()).isEqualTo("wrong_credentials");

        HttpResponse<String> empty = Visitor.of(settings.baseUrl()).send("POST", "/api/v1/sessions", "{}");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("email", "password");
    }

    @Test
    void an_organization_is_made_shown_and_changed() {
        HttpResponse<String> made =
                program.send("POST", "/api/v1/organizations", "{\"name\": \"Łódź 😀 Jazz Nights\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        String id = json(made).get("id").stringValue();
        assertThat(Visitor.location(made)).isEqualTo("/api/v1/organizations/" + id);
        String slug = json(made).get("slug").stringValue();
        assertThat(slug).startsWith("lodz-jazz-nights");

        assertThat(json(Visitor.of(settings.baseUrl()).get("/api/v1/organizations/" + slug))
                        .get("id")
                        .stringValue())
                .isEqualTo(id);
        HttpResponse<String> changed =
                program.send("PATCH", "/api/v1/organizations/" + id, "{\"description\": \"Two stages\", \"hue\": 250}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).get("name").stringValue()).isEqualTo("Łódź 😀 Jazz Nights");
        assertThat(json(changed).get("hue").intValue()).isEqualTo(250);
        assertThat(json(program.get("/api/v1/organizations")).get("items").size())
                .isEqualTo(1);
        assertThat(json(program.get("/api/v1/me")).get("roles").get(0).stringValue())
                .isEqualTo("organizer");
    }

    @Test
    void members_and_invitations_are_managed() {
        OrganizationView jazz = organizations.organization(ada, "Jazz");
        PersonId viewer = organizations.member(ada, jazz.id(), OrganizationRole.VIEWER);
        String base = "/api/v1/organizations/" + jazz.slug();

        assertThat(program.send("PATCH", base + "/members/" + viewer, "{\"role\": \"admin\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(program.get(base + "/members").body()).contains("\"admin\"", "\"owner\"");

        HttpResponse<String> sent =
                program.send("POST", base + "/invitations", "{\"email\": \"bob@example.org\", \"role\": \"member\"}");
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(sent.body()).doesNotContain(organizations.token("bob@example.org"));
        assertThat(program.delete(base + "/invitations/" + json(sent).get("id").stringValue())
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(program.get(base + "/invitations")).get("items").size()).isZero();

        assertThat(program.delete(base + "/members/" + viewer).statusCode()).isEqualTo(204);
        HttpResponse<String> last = program.delete(base + "/members/" + ada);
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(json(last).get("code").stringValue()).isEqualTo("last_owner");
    }

    @Test
    void hostile_bodies_are_refused_in_words() {
        OrganizationView jazz = organizations.organization(ada, "Jazz");
        String base = "/api/v1/organizations/" + jazz.id();
        assertThat(program.send("PATCH", base, "{\"name\": \"a\\u0000b\"}").statusCode())
                .isEqualTo(422);
        assertThat(program.send("PATCH", base, "{\"description\": \"a\\u0000b\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(program.send("PATCH", base, "{\"hue\": \"blue\"}").statusCode())
                .isBetween(400, 422);
        assertThat(program.send("PATCH", base + "/members/" + ada, "{\"role\": \"emperor\"}")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(program.send("POST", "/api/v1/organizations", "{").statusCode())
                .isEqualTo(400);
        assertThat(program.send("POST", "/api/v1/organizations", "null").statusCode())
                .isBetween(400, 422);
        assertThat(program.delete(base + "/members/not-an-id").statusCode()).isBetween(400, 422);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
