package io.marquee.checkin.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.checkin.device.DeviceDetails;
import io.marquee.checkin.device.DeviceScope;
import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.CounterSale;
import io.marquee.ordering.KeyedSales;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.registration.Condition;
import io.marquee.registration.Questions;
import io.marquee.testing.ApiClient;
import io.marquee.testing.BrokenCommits;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DeviceFixture.Phone;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.QuestionFixture;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.Quotes;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Wanted;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Gates that sell, and put tickets in the name of whoever stands there: devices without an account, where they may. */
@MarqueeTest
class DoorCounterTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @Autowired
    PeopleFixture people;

    @Autowired
    QuestionFixture questions;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clerks clerks;

    @Autowired
    BoxOffice boxOffice;

    @Autowired
    KeyedSales keyed;

    @Autowired
    BrokenCommits commits;

    @Autowired
    SeatFixture seats;

    @Autowired
    StakeFixture stakes;

    @Autowired
    Quotes quotes;

    @Autowired
    Questions asked;

    @Autowired
    TicketReads tickets;

    @Autowired
    Acting acting;

    @Autowired
    PlatformTransactionManager transactions;

    EventView event;
    TicketTypeView type;
    Phone till;
    ApiClient gate;

    @BeforeEach
    void a_gate_sells() {
        event = fixture.event();
        type = fixture.type(event, 50);
        till = phone("Till", List.of(), DeviceScope.SELL);
        gate = till.client();
    }

    @Test
    void a_device_that_may_sell_sells_in_its_own_name_and_lets_in_whoever_bought() {
        assertThat(gate.get(path("")).body().path("may").toString()).isEqualTo("[\"sell\"]");
        assertThat(gate.get(path("")).body().path("keys").size())
                .as("before anybody has a ticket")
                .isEqualTo(1);
        JsonNode offer = gate.get(path("/offer")).body();
        assertThat(offer.at("/types/0/name").asString()).isEqualTo("General admission");
        assertThat(offer.path("digits").asInt()).isEqualTo(2);
        assertThat(gate.post(path("/quotes"), items(2, ""))
                        .body()
                        .at("/bill/total")
                        .asString())
                .isEqualTo("€48.00");

        ApiClient.Answer sold = gate.post(
                path("/sales"),
                items(2, ", \"given\": {\"amount\": 5000, \"currency\": \"EUR\"}, \"note\": \"Blue till\""));

        assertThat(sold.status()).isEqualTo(201);
        assertThat(sold.body().at("/change/amount").asInt()).isEqualTo(200);
        assertThat(sold.body().path("tickets").size()).isEqualTo(2);
        String code = sold.body().at("/tickets/1/code").asString();
        assertThat(gate.post(
                                "/events/" + event.id() + "/check-ins",
                                "{\"code\": \"%s\", \"gate\": \"Main\"}".formatted(code))
                        .text("verdict"))
                .isEqualTo("admitted");
        JsonNode drawer = signedIn(EventRole.ADMIN)
                .get("/events/" + event.id() + "/box-office/drawers")
                .body()
                .at("/items/0");
        assertThat(drawer.path("device").asString()).isEqualTo("Till");
        assertThat(drawer.path("seller").isNull()).isTrue();
        assertThat(drawer.at("/taken/amount").asInt()).isEqualTo(4800);
        assertThat(sellers()).containsExactly(till.id());
    }

    @Test
    void a_sale_whose_answer_was_lost_is_made_once() {
        String key = UUID.randomUUID().toString();
        String sale = items(1, "");

        ApiClient.Answer first = gate.send("POST", path("/sales"), sale, "Idempotency-Key", key);
        ApiClient.Answer again = gate.send("POST", path("/sales"), sale, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text("order")).isEqualTo(first.text("order"));
        assertThat(sellers()).hasSize(1);

        ApiClient enrolledAnew =
                phone("Till again", List.of(), DeviceScope.SELL).client();
        UUID others = fixture.type(event, 1).id().value();
        ApiClient forOthers =
                phone("Backstage", List.of(others), DeviceScope.SELL).client();
        assertThat(forOthers.post(path("/sales"), sale).status())
                .as("sells other types alone")
                .isEqualTo(422);
        for (ApiClient other : List.of(enrolledAnew, forOthers, signedIn(EventRole.ADMIN)))
            assertThat(other.send("POST", path("/sales"), sale, "Idempotency-Key", key)
                            .text("order"))
                    .isEqualTo(first.text("order"));
        assertThat(sellers()).as("who sold it first").containsExactly(till.id());
    }

    @Test
    void a_key_that_is_no_uuid_is_its_sellers_own() {
        ApiClient other = phone("Second till", List.of(), DeviceScope.SELL).client();

        String mine = gate.send("POST", path("/sales"), items(1, ""), "Idempotency-Key", "1")
                .text("order");

        assertThat(other.send("POST", path("/sales"), items(1, ""), "Idempotency-Key", "1")
                        .text("order"))
                .isNotEqualTo(mine);
    }

    @Test
    void a_sale_whose_commit_broke_is_made_once_and_told_when_it_is_asked_for_again() {
        ApiClient desk = signedIn(EventRole.ADMIN);
        for (BrokenCommits.Break how : BrokenCommits.Break.values()) {
            sellsTheLast(gate, path("/sales"), TicketFixture.general(1), how);
            sellsTheLast(gate, path("/sales"), TicketFixture.payWhatYouWant(1, 0), how);
            sellsTheLast(desk, "/events/" + event.id() + "/box-office/sales", TicketFixture.general(1), how);
        }
    }

    /** The only one of its type: nothing of it may be kept by the sale that failed, either. */
    private void sellsTheLast(ApiClient seller, String path, TicketTypeDetails details, BrokenCommits.Break how) {
        TicketTypeView last = fixture.type(event, details);
        String key = UUID.randomUUID().toString();
        String price = details.minimum() == null ? "null" : "{\"amount\": 0, \"currency\": \"EUR\"}";
        String sale =
                "{\"items\": [{\"ticketType\": \"%s\", \"quantity\": 1, \"price\": %s}]}".formatted(last.id(), price);
        commits.next(event, how);

        assertThat(seller.send("POST", path, sale, "Idempotency-Key", key).status())
                .as("%s, %s", path, how)
                .isGreaterThanOrEqualTo(500);
        ApiClient.Answer again = seller.send("POST", path, sale, "Idempotency-Key", key);

        assertThat(again.status()).as("%s, %s: %s", path, how, again.body()).isEqualTo(201);
        assertThat(fixture.inside(
                        event.organization(),
                        () -> jdbc.sql("select count(*) from ticketing.tickets where ticket_type_id = ?")
                                .param(last.id().value())
                                .query(Integer.class)
                                .single()))
                .as("%s, %s", path, how)
                .isEqualTo(1);
        assertThat(seller.send(
                                "POST",
                                path,
                                sale,
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .status())
                .as("another sale")
                .isEqualTo(409);
    }

    @Test
    void the_best_free_seats_are_sold_and_each_guest_is_named() {
        TicketTypeView stalls = fixture.type(event, TicketFixture.perPerson(20, 10));
        seats.plan(event, 2, 5, stalls);
        String two =
                "{\"items\": [{\"ticketType\": \"%s\", \"quantity\": 2}], \"name\": \"Ida Berg\", \"attendees\": [%s]}";

        assertThat(gate.post(path("/sales"), two.formatted(stalls.id(), "{\"name\": \"\"}"))
                        .body()
                        .toString())
                .contains("attendees");
        JsonNode sold = gate.post(path("/sales"), two.formatted(stalls.id(), "null, {\"name\": \"Ole Sand\"}"))
                .body()
                .path("tickets");

        assertThat(sold.at("/0/holder").asString()).isEqualTo("Ida Berg");
        assertThat(sold.at("/1/holder").asString()).isEqualTo("Ole Sand");
        assertThat(sold.at("/0/seat").asString()).matches("Stalls, row A, seat [1-5]");
        assertThat(sold.at("/1/seat").asString())
                .matches("Stalls, row A, seat [1-5]")
                .isNotEqualTo(sold.at("/0/seat").asString());
    }

    @Test
    void what_a_gate_does_not_sell_it_names() {
        TicketTypeView stake = stakes.type(event, 10);

        JsonNode offer = gate.get(path("/offer")).body();

        assertThat(offer.path("types").size()).isEqualTo(1);
        assertThat(offer.path("elsewhere").toString()).isEqualTo("[\"" + stake.name() + "\"]");
    }

    @Test
    void a_sale_is_answered_although_its_tickets_cannot_be_read_then() {
        TransactionTemplate away = new TransactionTemplate(transactions) {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> action) {
                throw new CannotCreateTransactionException("the database is away");
            }
        };
        DoorSales sales = new DoorSales(clerks, boxOffice, keyed, quotes, asked, tickets, acting, away);

        DoorSales.Sold sold = acting.as(
                till.actor(),
                () -> sales.sell(
                        event.slug(),
                        () -> new Basket(List.of(new Wanted(type.id(), 1, null, List.of())), null, null),
                        device -> new BoxOffice.Sale(
                                "Ida Berg",
                                "",
                                List.of(),
                                List.of(),
                                CounterSale.Method.CASH,
                                Money.of(3000, "EUR"),
                                "",
                                Locale.ENGLISH,
                                device),
                        null));

        assertThat(sold.tickets()).isEmpty();
        assertThat(sold.change()).isEqualTo(Money.of(600, "EUR"));
        assertThat(sellers()).containsExactly(till.id());
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_is_sold() {
        assertThat(gate.post(path("/sales"), "{}").body().toString()).contains("items");
        assertThat(gate.post(path("/sales"), items(1, ", \"given\": {\"amount\": 100, \"currency\": \"EUR\"}"))
                        .body()
                        .toString())
                .contains("given");
        assertThat(gate.post(path("/sales"), items(1, ", \"email\": \"nobody\""))
                        .status())
                .isEqualTo(422);
        assertThat(gate.get(path("/offer") + "?code=NONE").body().toString()).contains("code");
        var diet = questions.ask(event, QuestionFixture.diet());
        questions.ask(event, QuestionFixture.diet().onlyIf(new Condition(diet.id(), List.of("No meat"))));
        JsonNode all = gate.get(path("/offer")).body().path("questions");
        assertThat(all.at("/0/id").asString()).isEqualTo(diet.id().toString());
        assertThat(all.at("/1/onlyIf/question").asString()).isEqualTo(diet.id().toString());
        assertThat(all.at("/1/onlyIf/any/0").asString()).isEqualTo("No meat");
        assertThat(sellers()).isEmpty();
    }

    @Test
    void only_devices_that_may_sell_do_and_only_what_they_may_let_in() {
        TicketTypeView other = fixture.type(event, TicketFixture.perPerson(5, 5));
        ApiClient backstage = phone("Backstage", List.of(other.id().value()), DeviceScope.SELL)
                .client();
        assertThat(backstage.get(path("/offer")).body().path("types").size()).isEqualTo(1);
        assertThat(backstage.post(path("/sales"), items(1, "")).body().toString())
                .contains("items[0].ticketType");
        for (ApiClient nobody : List.of(
                phone("Scanner", List.of()).client(),
                phone("Names", List.of(), DeviceScope.RENAME).client(),
                signedIn(EventRole.STAFF))) {
            assertThat(nobody.get(path("/offer")).status()).isEqualTo(403);
            assertThat(nobody.post(path("/quotes"), items(1, "")).status()).isEqualTo(403);
            assertThat(nobody.post(path("/sales"), items(1, "")).status()).isEqualTo(403);
        }
        assertThat(signedIn(EventRole.ADMIN).post(path("/sales"), items(1, "")).status())
                .isEqualTo(201);
        EventView elsewhere = fixture.event();
        assertThat(gate.post("/events/" + elsewhere.id() + "/door/sales", items(1, ""))
                        .status())
                .isEqualTo(404);

        devices.revoke(event, till);

        assertThat(gate.post(path("/sales"), items(1, "")).text("code")).isEqualTo("device_revoked");
    }

    @Test
    void the_name_on_a_ticket_changes_at_the_gate_and_its_code_stays_good() {
        TicketView ticket = door.ticket(event);
        ApiClient desk = phone("Desk", List.of(), DeviceScope.RENAME).client();
        String holder = path("/tickets/" + ticket.id() + "/holder");

        assertThat(desk.send("PUT", holder, "{\"name\": \"Ida Berg\"}").text("holder"))
                .isEqualTo("Ida Berg");

        assertThat(door.scan(event, ticket.qr()).ticket().holder()).isEqualTo("Ida Berg");
        assertThat(desk.send("PUT", holder, "{\"name\": \"Ida van den Berg\"}").text("state"))
                .as("for the badge of somebody who is in")
                .isEqualTo("checked_in");
        assertThat(desk.send("PUT", holder, "{\"name\": \" \"}").body().toString())
                .contains("name");
        assertThat(gate.send("PUT", holder, "{\"name\": \"Eve\"}").status()).isEqualTo(403);
        assertThat(signedIn(EventRole.STAFF)
                        .send("PUT", holder, "{\"name\": \"Eve\"}")
                        .status())
                .isEqualTo(403);
        EventView elsewhere = fixture.event();
        TicketView foreign = door.ticket(elsewhere);
        assertThat(desk.send("PUT", path("/tickets/" + foreign.id() + "/holder"), "{\"name\": \"Eve\"}")
                        .status())
                .isEqualTo(404);
        door.put(ticket, TicketState.REFUNDED);
        assertThat(desk.send("PUT", holder, "{\"name\": \"Eve\"}").status()).isEqualTo(409);
        assertThat(door.now(ticket).holderName()).isEqualTo("Ida van den Berg");
        assertThat(fixture.inside(
                        event.organization(),
                        () -> jdbc.sql(
                                        "select actor_kind from audit.transitions where subject_id = ? and reason = 'renamed'")
                                .param(ticket.id().value())
                                .query(String.class)
                                .list()))
                .containsExactly("device", "device");
    }

    private List<UUID> sellers() {
        return fixture.inside(
                event.organization(),
                () -> jdbc.sql("select sold_by from ordering.counter_sales where event_id = ?")
                        .param(event.id().value())
                        .query(UUID.class)
                        .list());
    }

    private Phone phone(String name, List<UUID> types, DeviceScope... scopes) {
        return devices.phone(event, new DeviceDetails(name, List.of(), types, null, List.of(scopes)));
    }

    private String items(int quantity, String more) {
        return "{\"items\": [{\"ticketType\": \"%s\", \"quantity\": %d}]%s}".formatted(type.id(), quantity, more);
    }

    private String path(String below) {
        return "/events/" + event.id() + "/door" + below;
    }

    private ApiClient signedIn(@Nullable EventRole role) {
        PersonId person = people.person("Mara Sol");
        if (role != null) door.role(event, person, role);
        return new ApiClient(settings.port(), people.token(person));
    }
}
