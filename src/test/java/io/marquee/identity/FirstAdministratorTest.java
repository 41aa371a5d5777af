package io.marquee.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest(ownDatabase = true)
class FirstAdministratorTest {
    @Autowired
    private Administrators administrators;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Settings settings;

    @Test
    void the_printed_link_makes_one_administrator_and_then_the_page_is_gone() {
        String former = Objects.requireNonNull(administrators.setUpPath());
        String path = Objects.requireNonNull(administrators.setUpPath());
        Visitor browser = Visitor.of(settings.baseUrl());
        assertThat(browser.get(former).statusCode()).isEqualTo(404);
        assertThat(browser.get("/setup").statusCode()).isEqualTo(404);
        assertThat(browser.get(path).body()).contains("Make the administrator");
        String token = path.replaceAll(".*token=", "");
        assertThat(browser.post(
                                "/setup",
                                "token",
                                token,
                                "name",
                                "Root",
                                "email",
                                "root@example.org",
                                "password",
                                "short")
                        .statusCode())
                .isEqualTo(422);

        assertThat(browser.post(
                                "/setup",
                                "token",
                                token,
                                "name",
                                "Root",
                                "email",
                                "root@example.org",
                                "password",
                                PeopleFixture.PASSWORD)
                        .statusCode())
                .isEqualTo(303);

        assertThat(browser.get("/account").body())
                .contains("Root", "href=\"/admin\"")
                .doesNotContain("Please confirm");
        assertThat(people.actor(signIn.withPassword(
                                        "root@example.org",
                                        PeopleFixture.PASSWORD,
                                        SessionKind.WEB,
                                        PeopleFixture.client())
                                .person())
                        .administrator())
                .isTrue();
        assertThat(administrators.setUpPath()).isNull();
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(administrators.make(new Settings.Administrator("second@example.org", PeopleFixture.PASSWORD)))
                .isFalse();
    }
}
