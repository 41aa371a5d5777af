package io.marquee.pricing.api;

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
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketTypes;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MarqueeTest
class PricingApiTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    Events events;

    @Autowired
    TicketTypes types;

    @Autowired
    Acting acting;

    @Autowired
    JsonMapper json;

    @Autowired
    Settings settings;

    Visitor anybody;
    Visitor owner;
    EventView event;
    TicketTypeView type;

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
        type = acting.as(people.actor(ada), () -> types.create(event, TicketFixture.general(20)));
        anybody = Visitor.of(settings.baseUrl());
        owner = anybody.bearing(people.token(ada));
    }

    @Test
    void a_promo_code_is_made_used_changed_and_switched_off() {
        HttpResponse<String> created = owner.send("POST", path("/promo-codes"), """
                {"code": "spring", "percent": 12.5, "limit": 3, "endsAt": "2031-06-18T12:00:00"}""");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(read(created).at("/code").asString()).isEqualTo("SPRING");
        String code = Visitor.location(created);

        JsonNode hold = read(anybody.send("POST", path("/holds"), cart("\"code\": \"Spring\"")));
        assertThat(hold.at("/total/amount").asInt()).isEqualTo(4200);
        assertThat(hold.at("/items/0/discount/amount").asInt()).isEqualTo(600);
        assertThat(hold.at("/items/0/entries/1/kind").asString()).isEqualTo("promo_code");
        assertThat(read(owner.get(code)).at("/uses").asInt()).isEqualTo(1);

        JsonNode changed = read(
                owner.send("PATCH", code, "{\"percent\": null, \"amount\": {\"amount\": 400, \"currency\": \"EUR\"}}"));
        assertThat(changed.at("/amount/amount").asInt()).isEqualTo(400);
        assertThat(changed.at("/limit").asInt()).isEqualTo(3);

        assertThat(owner.delete(code).statusCode()).isEqualTo(204);
        HttpResponse<String> refused = anybody.send("POST", path("/holds"), cart("\"code\": \"SPRING\""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(read(refused).at("/errors/0/field").asString()).isEqualTo("code");
        assertThat(read(owner.send("PATCH", code, "{\"active\": true}"))
                        .at("/active")
                        .asBoolean())
                .isTrue();
        assertThat(read(owner.get(path("/promo-codes"))).at("/items")).hasSize(1);
    }

    @Test
    void taxes_fees_and_group_discounts_are_added_changed_and_removed() {
        String tax = Visitor.location(owner.send("POST", path("/price-rules"), """
                {"kind": "tax", "name": "VAT", "percent": 10, "onTop": true}"""));
        owner.send("POST", path("/price-rules"), """
                {"kind": "fee", "name": "Booking fee", "amount": {"amount": 50, "currency": "EUR"}, "onTop": true}""");
        owner.send("POST", path("/price-rules"), """
                {"kind": "group_discount", "from": 2, "percent": 50}""");
        assertThat(read(owner.get(path("/price-rules"))).at("/items")).hasSize(3);

        JsonNode quote = read(anybody.send("POST", path("/quotes"), cart(null)));
        // half of 48.00 is 24.00, and 2.40 of tax and 1.00 of fees
        assertThat(quote.at("/total/amount").asInt()).isEqualTo(2740);
        assertThat(quote.at("/items/0/entries")).hasSize(4);

        owner.send("PATCH", tax, "{\"percent\": 20}");
        assertThat(read(anybody.send("POST", path("/quotes"), cart(null)))
                        .at("/total/amount")
                        .asInt())
                .isEqualTo(2980);
        assertThat(owner.delete(tax).statusCode()).isEqualTo(204);
        assertThat(owner.delete(tax).statusCode()).isEqualTo(404);
    }

    @Test
    void what_makes_no_sense_is_told_at_its_field() {
        assertProblem("/promo-codes", "{\"code\": \"x!\", \"percent\": 10}", "code");
        assertProblem("/promo-codes", "{\"code\": \"NOTHING\"}", "percent");
        assertProblem("/promo-codes", "{\"code\": \"MUCH\", \"percent\": 101}", "percent");
        assertProblem("/promo-codes", "{\"code\": \"FINE\", \"percent\": 0.0001}", "percent");
        assertProblem(
                "/promo-codes",
                "{\"code\": \"THEIRS\", \"percent\": 5, \"ticketTypes\": [\"" + event.id() + "\"]}",
                "ticketTypes");
        assertProblem("/promo-codes", "{\"code\": \"WHAT\", \"amount\": {\"amount\": 5}}", "amount.currency");
        assertProblem("/price-rules", "{\"kind\": \"fee\", \"name\": \"x\", \"amount\": {}}", "amount.amount");
        assertProblem("/price-rules", "{\"kind\": \"tax\", \"percent\": 5}", "name");
        assertProblem("/price-rules", "{\"percent\": 5}", "kind");
        assertProblem("/price-rules", "{\"kind\": \"group_discount\", \"percent\": 5}", "from");
    }

    @Test
    void others_neither_see_nor_touch_them() {
        String code =
                Visitor.location(owner.send("POST", path("/promo-codes"), "{\"code\": \"OURS\", \"percent\": 5}"));
        Visitor stranger = anybody.bearing(people.token(people.person("Bea Holm")));

        assertThat(stranger.get(code).statusCode()).isEqualTo(404);
        assertThat(anybody.get(code).statusCode()).isEqualTo(401);
        assertThat(stranger.send("POST", path("/price-rules"), "{\"kind\": \"tax\", \"name\": \"VAT\", \"percent\": 5}")
                        .statusCode())
                .isEqualTo(404);
    }

    private void assertProblem(String path, String body, String field) {
        HttpResponse<String> refused = owner.send("POST", path(path), body);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(read(refused).at("/errors/0/field").asString()).isEqualTo(field);
    }

    private String cart(@org.jspecify.annotations.Nullable String more) {
        return "{\"items\": [{\"ticketType\": \"" + type.id() + "\", \"quantity\": 2}]"
                + (more == null ? "" : ", " + more) + "}";
    }

    private String path(String rest) {
        return "/api/v1/events/" + event.slug() + rest;
    }

    private JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }
}
