package io.marquee.ticketing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MarqueeTest
class TicketingApiTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    Organizations organizations;

    @Autowired
    Events events;

    @Autowired
    Acting acting;

    @Autowired
    JsonMapper json;

    @Autowired
    Settings settings;

    Visitor anybody;
    Visitor owner;
    EventView event;

    @BeforeEach
    void an_event_of_somebody() {
        PersonId ada = people.person("Ada Lind");
        event = acting.as(people.actor(ada), () -> {
            var organization = organizations.create(ada, "Harbour Collective");
            return acting.as(
                    people.actor(ada),
                    () -> events.publish(events.create(
                                    organization.id(), EventFixture.concert().build())
                            .id()));
        });
        anybody = Visitor.of(settings.baseUrl());
        owner = anybody.bearing(people.token(ada));
    }

    @Test
    void a_ticket_type_is_made_changed_and_archived() {
        HttpResponse<String> created = owner.send("POST", path("/ticket-types"), """
                {"name": "General", "price": {"amount": 2400, "currency": "EUR"}, "quantity": 20, "maxPerOrder": 4, "variantOf": "Standing",
                 "saleStartsAt": "2026-01-01T09:00:00", "saleEndsAt": "2031-06-18T12:00:00Z"}""");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode type = read(created);
        assertThat(type.at("/price/currency").asString()).isEqualTo("EUR");
        assertThat(type.at("/left").asInt()).isEqualTo(20);
        assertThat(type.at("/variantOf").asString()).isEqualTo("Standing");
        assertThat(type.at("/saleStartsAt").asString()).isEqualTo("2026-01-01T09:00:00Z");
        assertThat(Visitor.location(created))
                .isEqualTo("/api/v1/ticket-types/" + type.at("/id").asString());

        HttpResponse<String> changed = owner.send("PATCH", Visitor.location(created), """
                {"price": {"amount": 0, "currency": "EUR"}, "saleEndsAt": null}""");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(read(changed).at("/name").asString()).isEqualTo("General");
        assertThat(read(changed).at("/price/amount").asInt()).isZero();
        assertThat(read(changed).has("saleEndsAt")).isFalse();

        assertThat(owner.delete(Visitor.location(created)).statusCode()).isEqualTo(204);
        assertThat(read(anybody.get(path("/ticket-types"))).at("/items")).isEmpty();
        assertThat(read(owner.get(path("/ticket-types")))
                        .at("/items/0/archived")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void what_breaks_a_rule_is_told_at_its_field_and_never_breaks_us() {
        assertThat(owner.send("POST", path("/ticket-types"), "{}").statusCode()).isEqualTo(422);
        assertThat(owner.send("POST", path("/ticket-types"), """
                {"name": "x", "quantity": 5, "price": {"amount": 5, "currency": "EURO"}}""").body()).contains("price.currency");
        TicketTypeView type = tickets.type(event, 5);
        String one = "/api/v1/ticket-types/" + type.id();
        assertThat(owner.send("PATCH", one, "{\"quantity\": \"many\"}").statusCode())
                .isEqualTo(422);
        assertThat(owner.send("PATCH", one, "[]").statusCode()).isEqualTo(422);
        assertThat(owner.send("PATCH", one, "{\"saleEndsAt\": \"soon\"}").body())
                .contains("saleEndsAt");
        assertThat(owner.send("PATCH", one, "{").statusCode()).isEqualTo(400);
        assertThat(owner.send("PATCH", "/api/v1/ticket-types/nonsense", "{}").statusCode())
                .isIn(400, 404);
    }

    @Test
    void strangers_see_what_is_on_show_and_change_nothing() {
        TicketTypeView shown = tickets.type(event, 5);
        TicketTypeView hidden = tickets.type(
                event, new TicketTypeDetails("Friends", "", TicketFixture.PRICE, 5, 5, null, null, null, true));
        Visitor stranger = anybody.bearing(people.token(people.person("Tom Sa")));

        assertThat(anybody.get(path("/ticket-types")).body())
                .contains("General admission")
                .doesNotContain("Friends", "unlockKey", "sold");
        assertThat(anybody.get(path("/ticket-types?unlock=" + hidden.unlockKey()))
                        .body())
                .contains("Friends");
        assertThat(stranger.send("POST", path("/ticket-types"), "{\"name\": \"x\", \"quantity\": 1}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(anybody.send("PATCH", "/api/v1/ticket-types/" + shown.id(), "{\"quantity\": 1}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(stranger.delete("/api/v1/ticket-types/" + shown.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_hold_is_taken_seen_by_its_bearer_alone_and_given_back() {
        TicketTypeView type = tickets.type(event, 5);
        HttpResponse<String> taken = anybody.send("POST", path("/holds"), """
                {"items": [{"ticketType": "%s", "quantity": 2}]}""".formatted(type.id()));

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        JsonNode hold = read(taken);
        assertThat(hold.at("/total/amount").asInt()).isEqualTo(4800);
        assertThat(hold.at("/state").asString()).isEqualTo("active");
        assertThat(hold.at("/items/0/quantity").asInt()).isEqualTo(2);
        String one = Visitor.location(taken);
        Visitor bearer = anybody.bearing(hold.at("/token").asString());
        assertThat(anybody.get(one).statusCode()).isEqualTo(404);
        assertThat(bearer.get(one).statusCode()).isEqualTo(200);
        assertThat(bearer.get(one).body()).doesNotContain("token");
        assertThat(owner.get(one).statusCode()).isEqualTo(200);

        assertThat(anybody.delete(one).statusCode()).isEqualTo(404);
        assertThat(bearer.delete(one).statusCode()).isEqualTo(204);
        assertThat(bearer.delete(one).statusCode()).isEqualTo(204);
        assertThat(read(bearer.get(one)).at("/state").asString()).isEqualTo("released");
    }

    @Test
    void too_much_is_refused_with_what_is_left() {
        TicketTypeView type = tickets.type(event, 3);

        HttpResponse<String> refused = anybody.send("POST", path("/holds"), """
                {"items": [{"ticketType": "%s", "quantity": 4}]}""".formatted(type.id()));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(read(refused).at("/code").asString()).isEqualTo("only_some_left");
        assertThat(read(refused).at("/left").asInt()).isEqualTo(3);
        assertThat(anybody.send("POST", path("/holds"), "{}").statusCode()).isEqualTo(422);
        assertThat(anybody.send("POST", path("/holds"), "{\"items\": [null]}").statusCode())
                .isEqualTo(422);
        assertThat(anybody.send("POST", path("/holds"), """
                {"items": [{"ticketType": "%s", "quantity": 2147483647}]}""".formatted(type.id()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void owners_rotate_the_key_and_administrators_count_the_stock() {
        String keys = "/api/v1/organizations/" + event.organization() + "/signing-keys";

        assertThat(owner.send("POST", keys, "").statusCode()).isEqualTo(204);
        assertThat(anybody.send("POST", keys, "").statusCode()).isEqualTo(401);
        assertThat(owner.get("/api/v1/admin/stock-recounts").statusCode()).isEqualTo(404);
        assertThat(anybody.get("/api/v1/admin/stock-recounts").statusCode()).isEqualTo(401);
    }

    private String path(String below) {
        return "/api/v1/events/" + event.slug() + below;
    }

    private JsonNode read(HttpResponse<String> response) {
        return json.readTree(response.body());
    }
}
