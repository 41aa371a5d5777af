package io.marquee.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.platform.config.Settings;
import io.marquee.testing.ApiClient;
import io.marquee.testing.ApiClient.Answer;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** With small limits, in an application of its own. All tests come from one address, so their order matters. */
@MarqueeTest(settings = {"MARQUEE_RATE_LIMIT=60", "MARQUEE_WRITE_LIMIT=5"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RateLimitTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    @Test
    @Order(1)
    void taking_tickets_again_and_again_without_an_account_is_told_to_wait_on_pages_and_in_the_api_alike() {
        EventView event = tickets.event();
        TicketTypeView type = tickets.type(event, 100);
        Visitor visitor = Visitor.of(settings.baseUrl());
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(visitor.post("/events/" + event.slug() + "/holds", "qty_" + type.id(), "1"));
        }
        Answer program = anonymous()
                .post(
                        "/events/" + event.slug() + "/holds",
                        "{\"items\": [{\"ticketType\": \"" + type.id() + "\", \"quantity\": 1}]}");

        assertThat(answers).extracting(HttpResponse::statusCode).startsWith(303, 303, 303, 303, 303, 429);
        assertThat(answers.getLast().body()).contains("more than one client may ask in a minute");
        assertThat(answers.getLast().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 60L);
        assertThat(program.status()).isEqualTo(429);
        assertThat(program.text("code")).isEqualTo("too_many_requests");
        assertThat(Long.parseLong(program.header("Retry-After"))).isBetween(1L, 60L);
    }

    @Test
    @Order(2)
    void reads_go_on_meanwhile_and_a_person_has_a_share_of_their_own() {
        assertThat(anonymous().get("/events").status()).isEqualTo(200);
        ApiClient signedIn = new ApiClient(settings.baseUrl().getPort(), people.token(people.person("Ada Lind")));
        for (int i = 0; i < 5; i++) {
            assertThat(signedIn.post("/organizations", "{\"name\": \"Pier\"}").status())
                    .isEqualTo(201);
        }
        Answer sixth = signedIn.post("/organizations", "{\"name\": \"Pier\"}");
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.header("RateLimit-Limit")).isEqualTo("5");
        assertThat(signedIn.get("/me").header("RateLimit-Limit")).isEqualTo("60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"waiting-room/places", "seats", "waiting-list/01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001"})
    @Order(3)
    void a_place_in_a_queue_and_picked_seats_are_limited_like_tickets(String page) {
        EventView event = tickets.event();
        Visitor visitor = Visitor.of(settings.baseUrl());
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(visitor.post("/events/" + event.slug() + "/" + page).statusCode());
        }
        assertThat(answers).endsWith(429);
    }

    @Test
    @Order(4)
    void all_requests_together_are_limited_too() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 70; i++) answers.add(anonymous().get("/events").status());
        assertThat(answers).contains(200).endsWith(429);
    }

    @Test
    void a_network_of_ipv6_addresses_is_one_client() {
        assertThat(RateLimit.network("2001:db8:1:2:aaaa::1")).isEqualTo(RateLimit.network("2001:db8:1:2:bbbb::2"));
        assertThat(RateLimit.network("2001:db8:1:2::1")).isNotEqualTo(RateLimit.network("2001:db8:1:3::1"));
        assertThat(RateLimit.network("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    private ApiClient anonymous() {
        return new ApiClient(settings.baseUrl().getPort(), "");
    }
}
