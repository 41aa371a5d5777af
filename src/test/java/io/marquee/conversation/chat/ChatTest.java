package io.marquee.conversation.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.guest.GuestId;
import io.marquee.guest.GuestMerges;
import io.marquee.guest.GuestState;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.CrowdFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.TransferFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class ChatTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    CrowdFixture crowd;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    TransferFixture transfers;

    @Autowired
    Events events;

    @Autowired
    GuestMerges merges;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Settings settings;

    private PersonId olga = PersonId.next();
    private EventView event;
    private Visitor owner;
    private String room = "";
    private String team = "";

    @BeforeEach
    void an_event_that_begins_within_the_hour_and_has_a_room() {
        olga = people.person("Olga Owner");
        event = tickets.eventOf(organizations.organization(olga, "Pier " + olga).id());
        owner = visitor().bearing(people.token(olga));
        room = "/events/" + event.slug() + "/chat";
        team = "/manage" + room;
        set(
                "update event.events set starts_at = now() + interval '1 hour', ends_at = now() + interval '3 hours' where id = ?",
                event.id().value());
        owner.post(team, "active", "true", "opensHours", "2", "closesHours", "1", "slowSeconds", "0");
    }

    @Test
    void guests_with_and_without_an_account_and_the_team_talk_with_one_another() {
        Visitor ada = guest("ada", GuestState.GOING);
        UUID guest = crowd.come(event, GuestState.GOING, PeopleFixture.address("bo"), "en");
        String link = "/chat/" + token(guest);

        assertThat(Visitor.location(ada.post(room + "/messages", "body", "Who brings <chairs>?")))
                .startsWith(room);
        visitor().post(link + "/messages", "body", "I do.");
        owner.post(room + "/messages", "body", "The doors open at seven.");

        for (String page : List.of(
                ada.get(room).body(),
                visitor().get(link).body(),
                owner.get(team).body())) {
            assertThat(page)
                    .contains(
                            "Who brings &lt;chairs&gt;?", "I do.", "The doors open at seven.", "role=\"log\"", "Team");
        }
        assertThat(visitor().get(room).statusCode()).isEqualTo(303);
        assertThat(owner.get("/manage/events/" + event.slug()).body()).contains(team);
        assertThat(owner.get("/manage/events/" + event.slug() + "/guests/" + guest)
                        .body())
                .as("what happened to a guest")
                .contains("Came into the chat", "Wrote in the chat", "I do.")
                .doesNotContain("Who brings");
    }

    @Test
    void only_those_who_come_are_let_in() {
        assertThat(guest("maybe", GuestState.MAYBE).get(room).statusCode()).isEqualTo(403);
        assertThat(stranger().get(room).statusCode()).isEqualTo(403);
        assertThat(stranger().get(team).statusCode()).isEqualTo(404);
        String invited = token(crowd.come(event, GuestState.INVITED, PeopleFixture.address("inge"), "en"));
        assertThat(visitor().get("/chat/" + invited).statusCode()).isEqualTo(403);
        assertThat(visitor().get("/chat/h_nonsense").statusCode()).isEqualTo(404);
        assertThat(visitor()
                        .post("/chat/" + token(event.id().value()) + "/messages", "body", "x")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoever_bought_a_ticket_comes_in_by_the_link_of_the_order() {
        var order = orders.paid(event, tickets.type(event, 5), 1);
        String token = token(order.hold().value());

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(visitor().get("/chat/" + token).statusCode()).isEqualTo(200));
        assertThat(visitor().get("/orders/" + token).body()).contains("/chat/" + token);
        visitor().post("/chat/" + token + "/messages", "body", "By my ticket");
        assertThat(owner.get(room).body()).contains("By my ticket");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(timeline(order.buyerEmail())).contains("By my ticket"));
    }

    @Test
    void a_ticket_that_is_passed_on_takes_the_way_in_with_it() {
        var order = orders.paid(event, tickets.type(event, 5), 1);
        String buyer = token(order.hold().value());
        visitor().post("/chat/" + buyer + "/messages", "body", "By the one that I bought");
        String address = PeopleFixture.address("tom");
        var first = transfers.accept(transfers.offer(orders.ticketsOf(order).getFirst(), address), "Tom Sá");
        String tom = token(first.id().value());

        assertThat(visitor().get("/transfers/" + tom).body()).contains("/chat/" + tom);
        visitor().post("/chat/" + tom + "/messages", "body", "By a ticket that I was given");
        assertThat(owner.get(room).body())
                .contains("By the one that I bought", "By a ticket that I was given", "Tom Sá");
        assertThat(visitor().get("/chat/" + buyer).statusCode()).as("passed on").isEqualTo(403);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(timeline(address)).contains("By a ticket that I was given"));
        assertThat(timeline(address)).as("the buyer’s own").doesNotContain("By the one that I bought");

        var second = transfers.accept(
                transfers.offer(orders.ticketsOf(order).getFirst(), PeopleFixture.address("kim")), "Kim Ito");
        assertThat(visitor().get("/chat/" + tom).statusCode())
                .as("passed on again")
                .isIn(403, 404);
        assertThat(visitor().get("/chat/" + token(second.id().value())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_comes_in_by_an_order_that_was_not_bought_or_as_whoever_has_the_address_they_typed() {
        TicketTypeView type = tickets.type(event, 5);
        var pending = orders.placed(event, type, 1);
        assertThat(visitor().get("/chat/" + token(pending.hold().value())).statusCode())
                .isIn(403, 404);

        var bought = orders.paid(event, type, 1);
        String token = token(bought.hold().value());
        visitor().post("/chat/" + token + "/messages", "body", "It is me");

        UUID member = acting.asSystem(
                event.organization(),
                () -> transaction.execute(
                        status -> jdbc.sql("select guest_id from conversation.members where event_id = ? and name = ?")
                                .params(event.id().value(), bought.buyerName())
                                .query(UUID.class)
                                .single()));
        assertThat(member).isEqualTo(bought.hold().value());
    }

    @Test
    void a_room_is_open_when_the_organizer_says_so() {
        Visitor ada = guest("ada", GuestState.GOING);
        owner.post(team, "active", "true", "opensHours", "0", "closesHours", "0", "slowSeconds", "0");
        assertThat(ada.get(room).body()).contains("The chat opens").doesNotContain("<textarea");
        assertThat(ada.post(room + "/messages", "body", "Early").statusCode()).isEqualTo(409);
        assertThat(owner.post(room + "/messages", "body", "We prepare").statusCode())
                .isEqualTo(303);
        set(
                "update event.events set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = ?",
                event.id().value());
        assertThat(ada.get(room).body()).contains("The chat is over", "We prepare");
        owner.post(team, "opensHours", "0", "closesHours", "0", "slowSeconds", "0");
        assertThat(owner.post(room + "/messages", "body", "x").statusCode()).isEqualTo(409);
        var wrong = owner.post(team, "active", "true", "opensHours", "many", "closesHours", "9000", "slowSeconds", "0");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("opensHours-error", "closesHours-error");
    }

    @Test
    void nobody_writes_too_fast_nothing_and_too_much() {
        Visitor ada = guest("ada", GuestState.GOING);
        assertThat(ada.post(room + "/messages", "body", "  ").statusCode()).isEqualTo(422);
        var tooLong = ada.post(room + "/messages", "body", "x".repeat(1_001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("xxxx", "body-error");
        for (int i = 0; i < 5; i++)
            assertThat(ada.post(room + "/messages", "body", "m" + i).statusCode())
                    .isEqualTo(303);
        assertThat(ada.post(room + "/messages", "body", "m5").statusCode()).isEqualTo(429);
        set(
                "update conversation.messages set at = at - interval '1 minute' where event_id = ?",
                event.id().value());
        assertThat(ada.post(room + "/messages", "body", "rested").statusCode()).isEqualTo(303);

        owner.post(team, "active", "true", "opensHours", "2", "closesHours", "1", "slowSeconds", "600");
        assertThat(ada.post(room + "/messages", "body", "slow").statusCode()).isEqualTo(429);
        assertThat(owner.post(room + "/messages", "body", "one").statusCode()).isEqualTo(303);
        assertThat(owner.post(room + "/messages", "body", "two").statusCode()).isEqualTo(303);
    }

    @Test
    void the_team_deletes_mutes_pins_and_looks_at_what_was_reported() {
        Visitor ada = guest("ada", GuestState.GOING);
        Visitor bo = guest("bo", GuestState.GOING);
        bo.post(room + "/messages", "body", "Buy my watches");
        String message = messageIn(ada.get(room).body());
        assertThat(ada.post(room + "/messages/" + message + "/removal").statusCode())
                .isEqualTo(403);
        ada.post(room + "/messages/" + message + "/reports", "reason", "An advert");

        assertThat(owner.get(team).body()).contains("Reported messages", "An advert");
        owner.post(team + "/messages/" + message + "/pin");
        assertThat(ada.get(room).body()).contains("aria-label=\"Pinned\"");
        owner.post(team + "/messages/" + message + "/pin", "pinned", "false");
        assertThat(ada.get(room).body()).doesNotContain("aria-label=\"Pinned\"");
        String member = owner.get(team).body().replaceAll("(?s).*/members/([0-9a-f-]{36})/mute.*", "$1");
        owner.post(team + "/members/" + member + "/mute");
        assertThat(bo.post(room + "/messages", "body", "More watches").statusCode())
                .isEqualTo(403);
        owner.post(team + "/members/" + member + "/mute", "muted", "false");
        assertThat(bo.post(room + "/messages", "body", "Sorry").statusCode()).isEqualTo(303);
        owner.post(room + "/messages/" + message + "/removal");

        assertThat(ada.get(room).body()).contains("This message was deleted.").doesNotContain("watches");
        assertThat(owner.get(team).body()).doesNotContain("Reported messages");
        assertThat(owner.get(team + "/export.csv").body()).contains("at,name,handle", ",Sorry", ",true,\n".strip());
        assertThat(bo.get(team + "/export.csv").statusCode()).isEqualTo(404);
        assertThat(ada.post(team + "/messages/" + message + "/pin").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoever_is_mentioned_is_told_in_the_app() {
        String address = PeopleFixture.address("ada");
        Visitor ada = guest(address, "Ada Lind", GuestState.GOING);
        ada.post(room + "/messages", "body", "Hello");
        String handle = ada.get(room).body().replaceAll("(?s).*<span class=\"faint\">(@[^<]+)</span>.*", "$1");

        owner.post(room + "/messages", "body", "Thanks, " + handle + "!");

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(ada.get("/account/notifications").body())
                                .contains("Olga Owner mentions you in the chat of"));
        assertThat(ada.get("/account/messages").body()).contains("chat.in_app").doesNotContain("chat.email");
    }

    @Test
    void who_looks_on_hears_of_each_change_and_reads_what_is_new_alone() throws Exception {
        Visitor ada = guest("ada", GuestState.GOING);
        List<String> heard = new CopyOnWriteArrayList<>();
        String token = token(crowd.come(event, GuestState.GOING, PeopleFixture.address("bo"), "en"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            var stream = http.send(
                    HttpRequest.newBuilder(settings.baseUrl().resolve("/chat/" + token + "/stream"))
                            .build(),
                    BodyHandlers.ofInputStream());
            Thread.ofVirtual().start(() -> {
                try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                    lines.lines().filter(line -> line.startsWith("data:")).forEach(heard::add);
                } catch (IOException | java.io.UncheckedIOException gone) {
                    // the test is over
                }
            });
            await().atMost(SOON).untilAsserted(() -> assertThat(heard).contains("data:0"));
            ada.post(room + "/messages", "body", "First");
            ada.post(room + "/messages", "body", "Second");
            await().atMost(SOON).untilAsserted(() -> assertThat(heard).contains("data:2"));
            http.shutdownNow();
        }
        assertThat(visitor().get("/chat/" + token + "/news?since=1").body())
                .contains("Second", "data-changes=\"2\"")
                .doesNotContain("First", "<html");
    }

    @Test
    void without_a_room_there_is_nothing_to_look_at() {
        owner.post(team, "opensHours", "2", "closesHours", "1", "slowSeconds", "0");

        assertThat(guest("ada", GuestState.GOING).get(room).body())
                .contains("There is no chat for this event.")
                .doesNotContain("Nobody has said anything yet.", "Look again");
    }

    @Test
    void programs_talk_and_moderate_too() {
        ApiClient team = new ApiClient(settings.baseUrl().getPort(), people.token(olga));
        UUID bo = crowd.come(event, GuestState.GOING, PeopleFixture.address("bo"), "en");
        ApiClient guest = new ApiClient(settings.baseUrl().getPort(), token(bo));
        String path = "/events/" + event.slug() + "/chat";

        assertThat(guest.get(path).text("phase")).isEqualTo("open");
        assertThat(guest.post(path + "/messages", "{}").status()).isEqualTo(422);
        var said = guest.post(path + "/messages", "{\"body\":\"By program\"}");
        assertThat(said.status()).isEqualTo(201);
        String message = path + "/messages/" + said.text("id");
        assertThat(put(guest, message + "/pin", "{}").status()).isIn(401, 403, 404);
        assertThat(put(team, message + "/pin", "{}").status()).isEqualTo(204);
        assertThat(guest.get(path).body().path("pinned")).hasSize(1);
        assertThat(guest.post(message + "/reports", "{\"reason\":\"oops\"}").status())
                .isEqualTo(202);
        assertThat(team.get(path + "/reports").body().path("items")).hasSize(1);
        assertThat(team.post(message + "/settlement", "{}").status()).isEqualTo(204);
        assertThat(put(team, path + "/members/" + said.text("member") + "/mute", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(guest.post(path + "/messages", "{\"body\":\"x\"}").status()).isEqualTo(403);
        assertThat(guest.delete(message).status()).isEqualTo(204);
        assertThat(guest.get(path + "/messages?limit=1")
                        .body()
                        .path("items")
                        .get(0)
                        .path("deleted")
                        .asBoolean())
                .isTrue();
        assertThat(guest.get(path + "/changes?since=1").body().path("items")).hasSize(1);
        assertThat(put(team, path, "{\"active\":true,\"slowSeconds\":9999}").status())
                .isEqualTo(422);
        assertThat(put(team, path, "{\"active\":true,\"slowSeconds\":5}")
                        .body()
                        .path("opensHours")
                        .asInt())
                .isEqualTo(48);
    }

    private static ApiClient.Answer put(ApiClient client, String path, String json) {
        return client.put(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void who_was_merged_into_another_has_said_what_they_said_as_that_one() {
        UUID kept = crowd.come(event, GuestState.GOING, PeopleFixture.address("kept"), "en");
        UUID gone = crowd.come(event, GuestState.GOING, PeopleFixture.address("gone"), "en");
        UUID silent = crowd.come(event, GuestState.GOING, PeopleFixture.address("silent"), "en");
        visitor().post("/chat/" + token(kept) + "/messages", "body", "Who brings chairs?");
        visitor().post("/chat/" + token(gone) + "/messages", "body", "I do.");

        acting.as(people.actor(olga), () -> {
            merges.merge(event, new GuestId(kept), new GuestId(gone), Map.of());
            merges.merge(event, new GuestId(silent), new GuestId(kept), Map.of());
        });

        String said =
                "select count(*) from conversation.messages m join conversation.members b on b.id = m.member_id where b.guest_id = ?";
        assertThat(count(said, silent)).isEqualTo(2);
        visitor().post("/chat/" + token(gone) + "/messages", "body", "And tables.");
        assertThat(count(said, silent)).as("by whichever link they come").isEqualTo(3);
    }

    @Test
    void whoever_is_merged_while_they_write_stands_in_nobodys_way() {
        UUID kept = crowd.come(event, GuestState.GOING, PeopleFixture.address("kept"), "en");
        UUID gone = crowd.come(event, GuestState.GOING, PeopleFixture.address("gone"), "en");
        visitor().post("/chat/" + token(gone) + "/messages", "body", "Who brings chairs?");

        CompletableFuture<Void> merging = acting.asPlatform(() -> transaction.execute(status -> {
            jdbc.sql("select id from conversation.members where guest_id = ? for update")
                    .param(gone)
                    .query(UUID.class)
                    .single();
            int holder =
                    jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> acting.as(
                    people.actor(olga), () -> merges.merge(event, new GuestId(kept), new GuestId(gone), Map.of())));
            await().atMost(SOON)
                    .until(() -> jdbc.sql(
                                    "select exists (select from pg_locks where not granted and ? = any (pg_blocking_pids(pid)))")
                            .param(holder)
                            .query(Boolean.class)
                            .single());
            // as posting does: the member first, then the room
            jdbc.sql("update conversation.rooms set changes = changes + 1 where event_id = ?")
                    .param(event.id().value())
                    .update();
            return begun;
        }));

        assertThat(merging).succeedsWithin(SOON);
    }

    /** Of the guest with this address, as the team's programs read it. */
    private String timeline(String address) {
        ApiClient program = new ApiClient(settings.port(), people.token(olga));
        String guests = "/events/" + event.id() + "/guests";
        String id = program.get(guests + "?query=" + address.replace("@", "%40"))
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString("");
        return program.get(guests + "/" + id + "/timeline").body().toString();
    }

    private int count(String sql, UUID parameter) {
        Integer count = acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql(sql).param(parameter).query(Integer.class).single()));
        return Objects.requireNonNull(count);
    }

    private Visitor guest(String name, GuestState state) {
        return guest(PeopleFixture.address(name), name, state);
    }

    private Visitor guest(String address, String name, GuestState state) {
        PersonId person = people.personWithPassword(address);
        crowd.come(event, state, address, "en");
        return visitor().bearing(people.token(person));
    }

    private Visitor stranger() {
        return visitor().bearing(people.token(people.person("Sid")));
    }

    private Visitor visitor() {
        return Visitor.of(settings.baseUrl());
    }

    private String token(UUID id) {
        return capabilities.tokenFor(id);
    }

    private static String messageIn(String page) {
        return page.replaceAll("(?s).*id=\"m-([0-9a-f-]{36})\".*", "$1");
    }

    private void set(String sql, Object parameter) {
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> jdbc.sql(sql).param(parameter).update()));
    }
}
