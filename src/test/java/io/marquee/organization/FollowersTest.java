package io.marquee.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.testing.ApiClient;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class FollowersTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    Settings settings;

    private PersonId nina;
    private OrganizationView pier;
    private String page;

    @BeforeEach
    void an_organization_and_somebody_who_likes_it() {
        PersonId olga = people.person("Olga Owner");
        nina = people.person("Nina Guest");
        pier = organizations.organization(olga, "Pier " + olga);
        page = "/o/" + pier.slug();
    }

    @Test
    void whoever_follows_finds_it_among_theirs_until_they_do_so_no_more() {
        Visitor me = Visitor.of(settings.baseUrl()).bearing(people.token(nina));
        assertThat(me.get(page).body()).contains(">Follow<").doesNotContain("One follower");

        assertThat(Visitor.location(me.post(page + "/followers"))).isEqualTo(page);
        me.post(page + "/followers");

        assertThat(me.get(page).body()).contains("Unfollow", "One follower");
        assertThat(me.get("/account/following").body()).contains(pier.name(), page);
        assertThat(Visitor.location(me.post(page + "/followers/removal?list=true")))
                .isEqualTo("/account/following");
        assertThat(me.get("/account/following").body()).contains("You follow nobody yet");
        assertThat(me.get(page).body()).contains(">Follow<").doesNotContain("One follower");
    }

    @Test
    void a_visitor_logs_in_first_and_comes_back_to_the_page() {
        Visitor visitor = Visitor.of(settings.baseUrl());

        assertThat(visitor.get(page).body()).contains("/login?back=" + page);
        assertThat(Visitor.location(visitor.post(page + "/followers"))).startsWith("/login?back=");
        assertThat(Visitor.location(visitor.get(page + "/followers"))).isEqualTo(page);
        assertThat(visitor.get("/o/nobody-" + pier.slug() + "/followers").statusCode())
                .isEqualTo(404);
    }

    @Test
    void programs_follow_too_and_learn_how_many_do_but_not_who() {
        ApiClient me = new ApiClient(settings.baseUrl().getPort(), people.token(nina));

        assertThat(me.send("PUT", "/me/following/" + pier.slug(), "").status()).isEqualTo(204);

        assertThat(me.get("/me/following")
                        .body()
                        .path("items")
                        .get(0)
                        .path("slug")
                        .asString())
                .isEqualTo(pier.slug());
        assertThat(Visitor.of(settings.baseUrl())
                        .get("/api/v1/organizations/" + pier.slug() + "/followers")
                        .body())
                .isEqualTo("{\"count\":1}");
        assertThat(me.delete("/me/following/" + pier.id()).status()).isEqualTo(204);
        assertThat(me.get("/me/following").body().path("items")).isEmpty();
        assertThat(me.send("PUT", "/me/following/nobody-" + pier.slug(), "").status())
                .isEqualTo(404);
    }
}
