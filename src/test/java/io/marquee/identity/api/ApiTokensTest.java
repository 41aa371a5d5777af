package io.marquee.identity.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.identity.ApiTokens;
import io.marquee.identity.IssuedApiToken;
import io.marquee.identity.NewApiToken;
import io.marquee.identity.PasswordReset;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.ApiClient;
import io.marquee.testing.ApiClient.Answer;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@MarqueeTest
class ApiTokensTest {
    @Autowired
    private ApiTokens tokens;

    @Autowired
    private PasswordReset reset;

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

    @Test
    void a_token_acts_as_its_person_within_its_scopes_and_a_refusal_names_the_one_that_is_missing() {
        PersonId ada = people.person("Ada");
        String organization = organizations.organization(ada, "Low Tide").slug();
        ApiClient program = client(issue(ada, "organizations:read").token());

        assertThat(program.get("/organizations/" + organization + "/members").status())
                .isEqualTo(200);

        Answer refused = program.get("/me");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("code")).isEqualTo("scope_missing");
        assertThat(refused.text("scope")).isEqualTo("profile:read");
        assertThat(refused.text("detail")).contains("profile:read");
        assertThat(program.send("PATCH", "/organizations/" + organization, "{}").text("scope"))
                .isEqualTo("organizations:write");
    }

    @Test
    void what_others_did_is_read_with_a_scope_of_its_own_and_undone_with_none() {
        PersonId ada = people.person("Ada");
        String trail =
                "/organizations/" + organizations.organization(ada, "Low Tide").slug() + "/trail";

        assertThat(client(issue(ada, "organizations:write").token()).get(trail).text("scope"))
                .isEqualTo("trail:read");
        ApiClient program = client(issue(ada, "trail:read").token());
        assertThat(program.get(trail).status()).isEqualTo(200);
        assertThat(program.post("/trail/" + UUID.randomUUID() + "/restoration", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_escaped_letter_leads_to_no_other_scope() {
        ApiClient program = client(issue(people.person("Ada"), "events:read").token());

        assertThat(program.get("/%6De").text("scope")).isEqualTo("profile:read");
        assertThat(program.get("/organizations/x/%62alance").text("scope")).isEqualTo("money:read");
    }

    @Test
    void whoever_may_write_may_read() {
        ApiClient program = client(issue(people.person("Ada"), "profile:write").token());

        assertThat(program.get("/me").status()).isEqualTo(200);
        assertThat(program.send("PATCH", "/me", "{\"company\": \"Lind & Co\"}").text("company"))
                .isEqualTo("Lind & Co");
    }

    @Test
    void an_answer_that_a_wider_token_was_given_is_not_repeated_to_a_narrow_one() {
        PersonId ada = people.person("Ada");
        String[] key = {"Idempotency-Key", "once"};
        assertThat(client(issue(ada, "organizations:write").token())
                        .send("POST", "/organizations", "{\"name\": \"Low Tide\"}", key)
                        .status())
                .isEqualTo(201);

        assertThat(client(issue(ada, "events:read").token())
                        .send("POST", "/organizations", "{\"name\": \"Low Tide\"}", key)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void no_token_makes_tokens_or_opens_a_page() {
        PersonId ada = people.person("Ada");
        String token = issue(ada, "profile:write", "admin:write").token();

        Answer refused = client(token).post("/me/tokens", "{\"name\": \"More\", \"scopes\": [\"events:write\"]}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("session_needed");
        assertThat(Visitor.of(settings.baseUrl()).bearing(token).get("/account").statusCode())
                .isEqualTo(403);
        assertThat(client(token).get("/admin/mails").status())
                .as("a scope gives nothing that the person has not")
                .isEqualTo(404);
    }

    @Test
    void tokens_are_listed_with_their_last_use_and_without_their_secret() {
        PersonId ada = people.person("Ada");
        String secret = issue(ada, "profile:read").token();
        ApiClient session = client(people.token(ada));
        assertThat(session.get("/me/tokens").body().at("/items/0/lastUsedAt").isNull())
                .isTrue();

        client(secret).get("/me");

        JsonNode listed = session.get("/me/tokens").body();
        assertThat(listed.at("/items/0/lastUsedAt").asString("")).isNotEmpty();
        assertThat(listed.at("/items/0/lastUsedFrom").asString("")).isNotEmpty();
        assertThat(listed.at("/items/0/scopes/0").asString("")).isEqualTo("profile:read");
        assertThat(listed.toString()).doesNotContain(secret);
    }

    @Test
    void a_token_ends_when_it_is_revoked_by_its_person_alone() {
        PersonId ada = people.person("Ada");
        IssuedApiToken issued = issue(ada, "profile:read");
        String path = "/me/tokens/" + issued.view().id();

        assertThat(client(people.token(people.person("Bob"))).delete(path).status())
                .isEqualTo(404);
        assertThat(client(issued.token()).get("/me").status()).isEqualTo(200);
        assertThat(client(people.token(ada)).delete(path).status()).isEqualTo(204);
        assertThat(client(issued.token()).get("/me").status()).isEqualTo(401);
        assertThat(client(people.token(ada)).delete(path).status()).isEqualTo(404);
    }

    @Test
    void a_token_ends_with_its_time_and_with_a_password_that_is_set_anew() {
        String email = PeopleFixture.address("ada");
        PersonId ada = people.personWithPassword(email);
        IssuedApiToken old = issue(ada, "profile:read");
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("update identity.api_tokens set expires_at = created_at where id = ?")
                        .param(old.view().id())
                        .update()));
        assertThat(client(old.token()).get("/me").status()).isEqualTo(401);

        IssuedApiToken stolen = issue(ada, "profile:read");
        reset.request(email, PeopleFixture.client());
        reset.use(people.mailedToken(email), "nineteen purple bicycles", PeopleFixture.client());
        assertThat(client(stolen.token()).get("/me").status()).isEqualTo(401);
    }

    @Test
    void what_is_wrong_with_a_token_is_told_at_its_field() {
        ApiClient ada = client(people.token(people.person("Ada")));

        Answer refused =
                ada.post("/me/tokens", "{\"name\": \" \", \"scopes\": [\"everything\"], \"expiresInDays\": 0}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString("")))
                .containsExactlyInAnyOrder("name", "scopes", "expiresInDays");
    }

    @Test
    void the_page_shows_the_secret_once() {
        Visitor ada = Visitor.of(settings.baseUrl());
        ada.plantCookie("marquee_session", people.webToken(people.person("Ada")));

        HttpResponse<String> made = ada.post("/account/tokens", "name", "Nightly", "scopes", "orders:read");

        assertThat(made.body()).contains("mqp_", "Nightly", "Orders and tickets: read");
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ada.get("/account/tokens").body())
                .contains("Nightly", "Not used yet")
                .doesNotContain("mqp_");
    }

    @Test
    void every_operation_says_its_scope() {
        Set<String> sessionsAlone = Set.of(
                "accounts",
                "sessions",
                "sign-in-links",
                "password-resets",
                "personal-data",
                "tokens",
                "verification",
                "verification-mails",
                "exports",
                "erasure",
                "restoration");
        JsonNode paths = client("").get("/openapi.json").body().path("paths");

        paths.forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
            String scope = operation.path("x-token-scope").asString("");
            assertThat(scope).as(method + " " + path).matches("[a-z_]+:(read|write)|none");
            if (scope.equals("none")) {
                assertThat(path.split("/"))
                        .as(method + " " + path + " needs an area in ApiArea")
                        .containsAnyElementsOf(sessionsAlone);
            }
        }));
        assertThat(paths.at("/~1api~1v1~1orders/post/security/0/bearer/0").asString(""))
                .isEqualTo("orders:write");
    }

    private IssuedApiToken issue(PersonId person, String... scopes) {
        return acting.as(people.actor(person), () -> tokens.issue(NewApiToken.of("Program", List.of(scopes), null)));
    }

    private ApiClient client(String token) {
        return new ApiClient(settings.baseUrl().getPort(), token);
    }
}
