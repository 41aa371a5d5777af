package io.marquee.pricing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.pricing.Prices;
import io.marquee.pricing.PromoCode;
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

@MarqueeTest
class PricesPageTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    Events events;

    @Autowired
    TicketTypes types;

    @Autowired
    Prices prices;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    Visitor owner;
    EventView event;
    TicketTypeView type;
    String path;

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
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(ada));
        path = "/manage/events/" + event.slug() + "/prices";
    }

    @Test
    void a_code_is_made_edited_and_switched_off_and_on() {
        assertThat(owner.get(path + "/codes/new").body()).contains("General admission");

        HttpResponse<String> made = owner.post(
                path + "/codes",
                "code",
                "spring",
                "percent",
                "12,5",
                "amount.currency",
                "EUR",
                "limit",
                "5",
                "type_" + type.id(),
                "true",
                "startsAt",
                "2026-01-01T09:00");
        assertThat(Visitor.location(made)).isEqualTo(path);
        assertThat(owner.get(path).body())
                .contains("SPRING", "12.5 % off each ticket", "Used 0 of 5 times", "General admission");

        PromoCode code = code();
        String form = owner.get(path + "/codes/" + code.id()).body();
        assertThat(form).contains("value=\"12.5\"", "value=\"2026-01-01T09:00\"", "value=\"5\"");
        owner.post(
                path + "/codes/" + code.id(),
                "code",
                "SPRING",
                "amount.amount",
                "4.00",
                "amount.currency",
                "EUR",
                "wholeCart",
                "true");
        assertThat(code().details().amount()).isEqualTo(Money.of(400, "EUR"));
        assertThat(owner.get(path).body()).contains("€4.00 off the cart", "All tickets");

        owner.post(path + "/codes/" + code.id() + "/activation");
        assertThat(owner.get(path).body()).contains("Switch on");
        owner.post(path + "/codes/" + code.id() + "/activation", "active", "true");
        assertThat(owner.get(path).body()).contains("Switch off");
    }

    @Test
    void a_code_for_a_type_that_is_archived_stays_for_that_type_when_it_is_edited() {
        owner.post(path + "/codes", "code", "EARLY", "percent", "10", "type_" + type.id(), "true");
        PromoCode early = java.util.Objects.requireNonNull(prices.code(event.id(), "early"));
        acting.as(EventFixture.owner(event.organization()), () -> types.archive(type.id()));

        assertThat(owner.get(path + "/codes/" + early.id()).body()).contains("name=\"type_" + type.id() + "\"");
        HttpResponse<String> saved = owner.post(
                path + "/codes/" + early.id(), "code", "EARLY", "percent", "20", "type_" + type.id(), "true");
        assertThat(saved.statusCode()).isEqualTo(303);
    }

    @Test
    void a_code_that_makes_no_sense_is_told_at_its_field_and_keeps_what_was_typed() {
        HttpResponse<String> refused =
                owner.post(path + "/codes", "code", "x!", "percent", "ten", "amount.currency", "EUR");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Write more than 0 and at most 100", "value=\"x!\"", "value=\"ten\"");
        assertThat(owner.post(
                                path + "/codes",
                                "code",
                                "EARLY",
                                "percent",
                                "10",
                                "startsAt",
                                "2031-03-02T09:00",
                                "endsAt",
                                "2031-03-01T09:00")
                        .body())
                .contains("The code ends before it begins.");
    }

    @Test
    void taxes_fees_and_discounts_are_added_edited_and_removed() {
        owner.post(path + "/rules/tax", "name", "VAT", "percent", "19");
        owner.post(
                path + "/rules/fee",
                "name",
                "Booking fee",
                "percent",
                "2",
                "amount.amount",
                "0.50",
                "amount.currency",
                "EUR",
                "onTop",
                "true");
        owner.post(path + "/rules/group_discount", "from", "10", "percent", "15", "amount.currency", "EUR");

        assertThat(owner.get(path).body())
                .contains(
                        "19 %, inside the price",
                        "2 % + €0.50 for each ticket, paid by the buyer",
                        "Group discount, from 10 tickets on",
                        "15 % off each ticket");

        String tax = prices.tariff(event.id()).taxes().getFirst().id().toString();
        assertThat(owner.get(path + "/rules/" + tax).body()).contains("value=\"VAT\"", "value=\"19\"");
        owner.post(path + "/rules/" + tax, "name", "VAT", "percent", "7", "onTop", "true");
        assertThat(owner.get(path).body()).contains("7 %, on top of the price");
        owner.post(path + "/rules/" + tax + "/removal");
        assertThat(prices.tariff(event.id()).taxes()).isEmpty();
    }

    @Test
    void a_rule_that_makes_no_sense_is_told_and_one_that_is_not_there_is_not_found() {
        HttpResponse<String> refused = owner.post(path + "/rules/tax", "name", "", "percent", "0");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Please fill this in.");
        assertThat(owner.get(path + "/rules/nothing").statusCode()).isEqualTo(404);
    }

    private PromoCode code() {
        return java.util.Objects.requireNonNull(prices.code(event.id(), "spring"));
    }
}
