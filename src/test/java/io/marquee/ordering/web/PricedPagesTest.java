package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.Wanted;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a buyer sees of prices on the way from the event's page to the order. */
@MarqueeTest
class PricedPagesTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    OrderFixture orders;

    @Autowired
    Holds holds;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Settings settings;

    private Visitor ada;
    private EventView event;
    private TicketTypeView type;
    private String path;

    @BeforeEach
    void begin() {
        ada = Visitor.of(settings.baseUrl());
        event = tickets.event();
        type = tickets.type(event, 10);
        path = "/events/" + event.slug();
    }

    @Test
    void the_field_for_a_code_is_there_where_the_event_has_codes() {
        assertThat(ada.get(path).body()).doesNotContain("name=\"code\"");

        EventView other = tickets.event();
        tickets.type(other, 10);
        pricing.code(other, PricingFixture.percent("SPRING", 50));

        assertThat(ada.get("/events/" + other.slug()).body()).contains("name=\"code\"", "data-quote");
    }

    @Test
    void a_code_lowers_the_price_on_every_page_alike() {
        pricing.rule(event, PricingFixture.tax("City tax", 10, true));
        pricing.code(event, PricingFixture.percent("SPRING", 50));

        String quoted = ada.post(path + "/quotes", "qty_" + type.id(), "2", "code", "spring")
                .body();
        HttpResponse<String> held = ada.post(path + "/holds", "qty_" + type.id(), "2", "code", "spring");
        String checkout = ada.get(Visitor.location(held)).body();

        assertThat(List.of(quoted, checkout))
                .allSatisfy(page -> assertThat(page)
                        .contains(
                                "2 × General admission",
                                "€48.00",
                                "Code SPRING",
                                "-€24.00",
                                "City tax (10 %)",
                                "€26.40"));
    }

    @Test
    void an_order_shows_the_price_as_it_was_quoted() {
        pricing.rule(event, PricingFixture.tax("VAT", 20, false));
        OrderView order = orders.place(holds.take(event, Basket.of(new Wanted(type.id(), 1))));

        String page = ada.get("/orders/" + capabilities.tokenFor(order.hold().value()))
                .body();

        assertThat(page).contains("€24.00", "Includes VAT (20 %)", "€4.00");
    }

    @Test
    void a_code_that_is_no_good_is_told_at_its_field_and_the_cart_is_kept() {
        pricing.code(event, PricingFixture.percent("SPRING", 50));

        HttpResponse<String> refused = ada.post(path + "/holds", "qty_" + type.id(), "3", "code", "SUMMER");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("There is no such code for this event.", "value=\"SUMMER\"", "value=\"3\"", "aria-invalid");
    }

    @Test
    void a_code_that_is_no_good_leaves_the_price_and_is_told_once() {
        pricing.code(event, PricingFixture.percent("SPRING", 50));

        String page = ada.post(path + "/quotes", "qty_" + type.id(), "2", "code", "SUMMER")
                .body();

        assertThat(page).contains("€48.00").containsOnlyOnce("There is no such code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999", "-3", "99999999999"})
    void a_number_that_nobody_can_buy_is_refused_at_its_field_as_it_was_typed(String typed) {
        HttpResponse<String> refused = ada.post(path + "/holds", "qty_" + type.id(), typed);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("qty_" + type.id() + "-why", "value=\"" + (typed.length() > 4 ? "999999999" : typed) + "\"")
                .containsOnlyOnce(
                        typed.startsWith("-")
                                ? "This goes from 1 to 100."
                                : "aria-live=\"polite\">At most " + type.maxPerOrder() + " of");
    }

    @Test
    void a_code_shows_the_tickets_that_it_unlocks() {
        TicketTypeView hidden = tickets.type(
                event, new TicketTypeDetails("Friends", "", TicketFixture.PRICE, 5, 5, null, null, null, true));
        pricing.code(event, PricingFixture.unlocking("FRIENDS", hidden));

        assertThat(ada.get(path).body()).doesNotContain("qty_" + hidden.id());
        assertThat(ada.get(path + "?unlock=FRIENDS").body()).contains("qty_" + hidden.id(), "value=\"FRIENDS\"");
        assertThat(ada.post(path + "/quotes", "code", "friends").body()).contains("qty_" + hidden.id());
        assertThat(ada.post(path + "/holds", "qty_" + hidden.id(), "1", "code", "friends")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_buyer_writes_their_own_price_with_a_point_or_a_comma() {
        TicketTypeView solidarity = tickets.type(event, chosen());

        assertThat(ada.get(path).body()).contains("name=\"price_" + solidarity.id() + "\"", "€5.00 or more");
        HttpResponse<String> held =
                ada.post(path + "/holds", "qty_" + solidarity.id(), "2", "price_" + solidarity.id(), "7,50");

        assertThat(ada.get(Visitor.location(held)).body()).contains("€15.00");
    }

    @Test
    void variants_of_one_admission_stand_together_beneath_its_heading() {
        tickets.type(event, TicketFixture.variant("Balcony", "Balcony, early bird", 5));
        tickets.type(event, TicketFixture.payWhatYouWant(10, 500));
        tickets.type(event, TicketFixture.variant("Balcony", "Balcony, regular", 50));

        assertThat(ada.get(path).body())
                .containsSubsequence(
                        "<h3 class=\"tier-group\">Balcony</h3>",
                        "<h4>Balcony, early bird</h4>",
                        "<h4>Balcony, regular</h4>",
                        "<h3>Solidarity</h3>")
                .containsOnlyOnce("tier-group");
    }

    @Test
    void a_price_too_low_or_none_at_all_is_told_and_the_cart_is_kept() {
        TicketTypeView solidarity = tickets.type(event, chosen());
        String field = "price_" + solidarity.id();

        HttpResponse<String> low = ada.post(path + "/holds", "qty_" + solidarity.id(), "2", field, "4.99");
        HttpResponse<String> none = ada.post(path + "/holds", "qty_" + solidarity.id(), "2", field, "a lot");

        assertThat(low.statusCode()).isEqualTo(422);
        assertThat(low.body()).contains("“Solidarity” is €5.00 or more.", "value=\"4.99\"", "value=\"2\"");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("value=\"a lot\"");
    }

    private static TicketTypeDetails chosen() {
        return new TicketTypeDetails(
                "Solidarity",
                "",
                TicketFixture.PRICE,
                50,
                10,
                null,
                null,
                null,
                false,
                Money.of(500, "EUR"),
                false,
                null,
                "");
    }
}
