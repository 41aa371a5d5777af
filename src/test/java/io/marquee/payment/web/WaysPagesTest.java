package io.marquee.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationView;
import io.marquee.payment.Payments;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.stripe.FakeStripe;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An owner says how buyers can pay. */
@MarqueeTest(settings = FakeStripe.SETTING)
class WaysPagesTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    Payments payments;

    @Autowired
    Settings settings;

    private OrganizationView organization;
    private PersonId owner;
    private Visitor visitor;
    private String path;

    @BeforeEach
    void begin() {
        owner = people.person("Ada Lind");
        organization = organizations.organization(owner, "Low Tide");
        visitor = Visitor.of(settings.baseUrl()).bearing(people.token(owner));
        path = "/manage/organizations/" + organization.slug() + "/payments";
    }

    @Test
    void until_somebody_chooses_buyers_can_pay_in_every_way_there_is() {
        assertThat(payments.offered(organization.id())).containsExactly("sandbox", "stripe");
        assertThat(visitor.get(path).body()).contains("How buyers can pay", "Stripe");
    }

    @Test
    void an_owner_narrows_it_down_and_opens_it_again() {
        assertThat(Visitor.location(visitor.post(path, "providers", "stripe"))).isEqualTo(path);
        assertThat(payments.offered(organization.id())).containsExactly("stripe");
        assertThat(visitor.get(api()).body())
                .contains("{\"provider\":\"sandbox\",\"chosen\":false,\"usable\":true}")
                .contains("{\"provider\":\"stripe\",\"chosen\":true,\"usable\":true}");

        visitor.send("PUT", api(), "{\"providers\": [\"sandbox\", \"stripe\"]}");
        assertThat(payments.offered(organization.id())).containsExactly("sandbox", "stripe");
    }

    @Test
    void nothing_and_what_is_not_on_offer_is_refused_at_the_field() {
        assertThat(visitor.post(path).statusCode()).isEqualTo(422);
        assertThat(visitor.post(path, "providers", "barter").statusCode()).isEqualTo(422);
        assertThat(visitor.send("PUT", api(), "{}").statusCode()).isEqualTo(422);
        assertThat(payments.offered(organization.id())).hasSize(2);
    }

    @Test
    void only_owners_decide_about_money() {
        PersonId admin = organizations.member(owner, organization.id(), OrganizationRole.ADMIN);
        Visitor other = Visitor.of(settings.baseUrl()).bearing(people.token(admin));

        assertThat(other.get(path).statusCode()).isEqualTo(403);
        assertThat(other.send("PUT", api(), "{\"providers\": [\"stripe\"]}").statusCode())
                .isEqualTo(403);
    }

    private String api() {
        return "/api/v1/organizations/" + organization.slug() + "/payment-providers";
    }
}
