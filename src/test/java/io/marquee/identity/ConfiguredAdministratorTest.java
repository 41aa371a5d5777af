package io.marquee.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest(
        ownDatabase = true,
        settings = {
            "MARQUEE_ADMIN_EMAIL=operator@example.org",
            "MARQUEE_ADMIN_PASSWORD=a phrase that only the operator knows"
        })
class ConfiguredAdministratorTest {
    @Autowired
    private SignIn signIn;

    @Autowired
    private Actors actors;

    @Autowired
    private Administrators administrators;

    @Test
    void the_settings_make_the_administrator_without_a_link() {
        IssuedSession session = signIn.withPassword(
                "operator@example.org",
                "a phrase that only the operator knows",
                SessionKind.API,
                PeopleFixture.client());
        assertThat(actors.of(session.person()).administrator()).isTrue();
        assertThat(administrators.setUpPath()).isNull();
    }
}
