package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.ApiClient;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class InvitationLettersTest {
    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    private ApiClient owner = new ApiClient(0, "");
    private OrganizationId organization = OrganizationId.next();

    @BeforeEach
    void an_organization_of_somebody_who_reads_german() {
        PersonId olga = people.person("Olga");
        organization = organizations.organization(olga, "Pier 14").id();
        owner = reads(olga, "de");
    }

    @Test
    void whoever_has_no_account_is_invited_in_the_language_of_whoever_invites() {
        String address = PeopleFixture.address("newcomer");

        invite(address);

        assertThat(subjectTo(address)).isEqualTo("Komm zu Pier 14 auf Marquee");
    }

    @Test
    void whoever_has_an_account_is_invited_in_their_own_language_and_in_the_organizations_words() {
        String address = PeopleFixture.address("colette");
        reads(people.personWithPassword(address), "fr");
        assertThat(owner.send(
                                "PUT",
                                "/organizations/" + organization + "/mail-texts/fr/member_invited",
                                "{\"subject\": \"{inviter} vous attend à {host}\"}")
                        .status())
                .isEqualTo(204);

        invite(address);

        assertThat(subjectTo(address)).isEqualTo("Olga vous attend à Pier 14");
    }

    private ApiClient reads(PersonId person, String language) {
        ApiClient api = new ApiClient(settings.baseUrl().getPort(), people.token(person));
        assertThat(api.send("PATCH", "/me", "{\"locale\": \"" + language + "\"}")
                        .status())
                .isEqualTo(200);
        return api;
    }

    private void invite(String address) {
        assertThat(owner.post(
                                "/organizations/" + organization + "/invitations",
                                "{\"email\": \"" + address + "\", \"role\": \"member\"}")
                        .status())
                .isEqualTo(201);
    }

    private String subjectTo(String address) {
        return Objects.requireNonNull(await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                                        "select subject from notification.mails where recipient = ? and kind = 'member_invited'")
                                .param(address)
                                .query(String.class)
                                .optional()
                                .orElse(null))),
                        Objects::nonNull));
    }
}
