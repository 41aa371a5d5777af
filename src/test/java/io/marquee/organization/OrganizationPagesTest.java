package io.marquee.organization;

import static io.marquee.testing.PeopleFixture.PASSWORD;
import static io.marquee.testing.Visitor.location;
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

@MarqueeTest
class OrganizationPagesTest {
    @Autowired
    private PeopleFixture people;

    @Autowired
    private OrganizationFixture organizations;

    @Autowired
    private Settings settings;

    private final String email = PeopleFixture.address("ada");
    private PersonId ada;
    private Visitor browser;

    @BeforeEach
    void log_in() {
        ada = people.personWithPassword(email);
        browser = loggedIn(email);
    }

    @Test
    void an_organization_is_made_and_gets_its_brand() {
        assertThat(browser.get("/organizations/new").body()).contains("New organization");
        HttpResponse<String> made = browser.post("/organizations", "name", "Lisbon Jazz & Friends");
        assertThat(made.statusCode()).isEqualTo(303);
        String home = location(made);
        assertThat(home).startsWith("/manage/organizations/lisbon-jazz-friends");
        assertThat(location(browser.get(home))).isEqualTo(home + "/brand");

        HttpResponse<String> saved = browser.post(
                home + "/brand",
                "name",
                "Lisbon Jazz",
                "description",
                "Two <stages>",
                "website",
                "https://jazz.example.org",
                "hue",
                "250");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(browser.get(home + "/brand").body())
                .contains("Lisbon Jazz", "Two &lt;stages&gt;", "https://jazz.example.org", "hue-250");

        HttpResponse<String> refused =
                browser.post(home + "/brand", "name", "", "website", "javascript:alert(1)", "hue", "900");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("javascript:alert(1)", "Please fill this in");
    }

    @Test
    void a_name_that_is_refused_stands_there_to_be_mended() {
        HttpResponse<String> refused = browser.post("/organizations", "name", "x".repeat(200));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("x".repeat(200));
    }

    @Test
    void a_visitor_is_asked_to_log_in_first() {
        Visitor visitor = Visitor.of(settings.baseUrl());
        assertThat(location(visitor.get("/organizations/new"))).startsWith("/login?back=");
        OrganizationView jazz = organizations.organization(ada, "Jazz");
        assertThat(location(visitor.get("/manage/organizations/" + jazz.slug() + "/members")))
                .startsWith("/login?back=");
    }

    @Test
    void a_stranger_finds_nothing_to_manage() {
        OrganizationView jazz = organizations.organization(ada, "Jazz");
        String stranger = PeopleFixture.address("stranger");
        people.personWithPassword(stranger);
        Visitor other = loggedIn(stranger);
        String home = "/manage/organizations/" + jazz.slug();
        assertThat(other.get(home).statusCode()).isEqualTo(404);
        assertThat(other.get(home + "/members").statusCode()).isEqualTo(404);
        assertThat(other.post(home + "/brand", "name", "Mine").statusCode()).isEqualTo(404);
        assertThat(other.post(home + "/members/invitations", "email", stranger, "role", "owner")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_invited_person_signs_up_confirms_and_joins() {
        OrganizationView jazz = organizations.organization(ada, "Jazz");
        String home = "/manage/organizations/" + jazz.slug() + "/members";
        String bob = PeopleFixture.address("bob");
        assertThat(browser.post(home + "/invitations", "email", bob, "role", "admin")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(home).body()).contains(bob, "Withdraw");
        String path = "/invitations/" + organizations.token(bob);

        Visitor other = Visitor.of(settings.baseUrl());
        assertThat(other.get(path).body()).contains("Ada Lind invites you to Jazz", "/signup?email=");
        other.post("/signup", "name", "Bob", "email", bob, "password", "", "back", path);
        assertThat(other.get(path).body()).contains("please confirm your address");
        assertThat(other.post(path + "/acceptance").statusCode()).isEqualTo(403);
        assertThat(location(other.post("/verify", "token", people.mailedToken(bob), "back", path)))
                .isEqualTo(path);

        HttpResponse<String> joined = other.post(path + "/acceptance");
        assertThat(location(joined)).isEqualTo("/manage/organizations/" + jazz.slug());
        assertThat(other.get(home).body()).contains("Ada Lind", "Bob", "(you)");
        assertThat(other.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_wrong_account_is_told_so() {
        OrganizationView jazz = organizations.organization(ada, "Jazz");
        String bob = PeopleFixture.address("bob");
        browser.post("/manage/organizations/" + jazz.slug() + "/members/invitations", "email", bob, "role", "viewer");
        assertThat(browser.get("/invitations/" + organizations.token(bob)).body())
                .contains("The invitation went to " + bob);
    }

    @Test
    void roles_are_changed_and_members_removed_by_their_buttons() {
        OrganizationView jazz = organizations.organization(ada, "Jazz");
        PersonId viewer = organizations.member(ada, jazz.id(), OrganizationRole.VIEWER);
        String member = "/manage/organizations/" + jazz.slug() + "/members/" + viewer;
        assertThat(browser.post(member, "role", "member").statusCode()).isEqualTo(303);
        assertThat(people.actor(viewer).organizations()).containsEntry(jazz.id(), OrganizationRole.MEMBER);
        assertThat(browser.post(member, "role", "emperor").statusCode()).isEqualTo(422);

        assertThat(browser.post(member + "/removal").statusCode()).isEqualTo(303);
        assertThat(people.actor(viewer).organizations()).isEmpty();
        assertThat(browser.post(member + "/removal").statusCode()).isEqualTo(404);
    }

    @Test
    void the_last_owner_is_told_why_they_stay() {
        OrganizationView jazz = organizations.organization(ada, "Jazz");
        String members = "/manage/organizations/" + jazz.slug() + "/members";
        assertThat(location(browser.post(members + "/" + ada + "/removal"))).isEqualTo(members);
        assertThat(browser.get(members).body()).contains("An organization needs an owner");
    }

    @Test
    void nothing_typed_into_an_address_breaks_a_page() {
        for (String path : new String[] {
            "/manage/organizations/no-such",
            "/manage/organizations/%F0%9F%8E%B7/members",
            "/invitations/x",
            "/invitations/" + "y".repeat(3000),
            "/manage/organizations/" + "z".repeat(500) + "/brand"
        }) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private Visitor loggedIn(String address) {
        Visitor visitor = Visitor.of(settings.baseUrl());
        visitor.post("/login", "email", address, "password", PASSWORD);
        return visitor;
    }
}
