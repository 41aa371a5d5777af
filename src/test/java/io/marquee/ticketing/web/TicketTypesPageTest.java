package io.marquee.ticketing.web;

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
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class TicketTypesPageTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    TicketTypeReads types;

    @Autowired
    Organizations organizations;

    @Autowired
    Events events;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    Visitor owner;
    Visitor stranger;
    EventView event;
    String path;

    @BeforeEach
    void a_draft_of_somebody() {
        PersonId ada = people.person("Ada Lind");
        event = acting.as(people.actor(ada), () -> {
            var organization = organizations.create(ada, "Harbour Collective");
            return acting.as(
                    people.actor(ada),
                    () -> events.create(
                            organization.id(), EventFixture.concert().build()));
        });
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(ada));
        stranger = Visitor.of(settings.baseUrl()).bearing(people.token(people.person("Tom Sa")));
        path = "/manage/events/" + event.slug() + "/ticket-types";
    }

    @Test
    void an_empty_list_tells_what_to_do_next() {
        HttpResponse<String> list = owner.get(path + "?wizard=1");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("No ticket types yet", path + "/new?wizard=1");
        assertThat(owner.get(path + "/new").statusCode()).isEqualTo(200);
    }

    @Test
    void a_type_is_added_as_people_write_it() {
        HttpResponse<String> added = add("Front row", "48,50", "EUR");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        assertThat(Visitor.location(added)).isEqualTo(path + "?wizard=1");
        TicketTypeView type = all().getFirst();
        assertThat(type.price().amount()).isEqualTo(4850);
        assertThat(type.saleStartsAt()).isEqualTo("2031-03-01T09:00:00Z");
        assertThat(owner.get(path + "/" + type.id()).body()).contains("48.50", "2031-03-01T09:00");
        assertThat(owner.get(path).body()).contains("Front row", "€48.50", "0 of 20 sold");
    }

    @Test
    void what_was_typed_wrongly_is_kept_with_the_reason_beside_it() {
        HttpResponse<String> refused = add("Front row", "free for all", "EUR");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("free for all", "Write an amount such as 1250.50");
        assertThat(add("", "1", "EUR").statusCode()).isEqualTo(422);
        assertThat(add("Yen", "1.5", "JPY").statusCode()).isEqualTo(422);
        HttpResponse<String> everlasting = owner.post(
                path,
                "name",
                "Front row",
                "quantity",
                "5",
                "maxPerOrder",
                "5",
                "price.currency",
                "EUR",
                "saleEndsAt",
                "+999999999-12-31T23:59");
        HttpResponse<String> allWrong = owner.post(
                path,
                "name",
                "",
                "price.amount",
                "12,345.678",
                "quantity",
                "99999999999999999999",
                "maxPerOrder",
                "-4",
                "saleStartsAt",
                "2031-03-02T09:00",
                "saleEndsAt",
                "2031-03-01T09:00");
        assertThat(allWrong.body())
                .contains(
                        "name-error", "price.amount-error", "quantity-error", "maxPerOrder-error", "saleEndsAt-error");
        assertThat(everlasting.statusCode()).isEqualTo(422);
        assertThat(everlasting.body()).contains("saleEndsAt-error", "value=\"+999999999-12-31T23:59\"");
        assertThat(all()).isEmpty();
        assertThat(owner.post(path.replace("ticket-types", "shared-quotas"), "name", "Hall", "size", "5")
                        .body())
                .contains("ticketTypes-error", "value=\"Hall\"");
    }

    @Test
    void types_move_and_are_archived() {
        TicketTypeView first = tickets.type(event, 5);
        TicketTypeView second = tickets.type(event, TicketFixture.perPerson(5, 2));

        assertThat(owner.post(path + "/" + first.id() + "/position", "to", "down")
                        .statusCode())
                .isEqualTo(303);
        assertThat(all()).extracting(TicketTypeView::id).containsExactly(second.id(), first.id());
        assertThat(owner.post(path + "/" + second.id() + "/archival").statusCode())
                .isEqualTo(303);
        assertThat(owner.get(path).body()).contains("One archived type");
        assertThat(owner.get(path + "/" + second.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_hidden_type_has_a_link_to_share() {
        owner.post(path, "name", "Friends", "quantity", "5", "maxPerOrder", "5", "hidden", "true");

        assertThat(owner.get(path).body())
                .contains("/events/" + event.slug() + "?unlock="
                        + all().getFirst().unlockKey());
    }

    @Test
    void strangers_find_nothing_there() {
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.post(path, "name", "x", "quantity", "1").statusCode())
                .isEqualTo(404);
        assertThat(all()).isEmpty();
    }

    private HttpResponse<String> add(String name, String price, String currency) {
        return owner.post(
                path + "?wizard=1",
                "name",
                name,
                "price.amount",
                price,
                "price.currency",
                currency,
                "quantity",
                "20",
                "maxPerOrder",
                "4",
                "saleStartsAt",
                "2031-03-01T09:00");
    }

    private List<TicketTypeView> all() {
        return acting.as(EventFixture.owner(event.organization()), () -> types.all(event.id()));
    }
}
