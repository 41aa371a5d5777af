package io.marquee.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.Approvals;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.TicketCancellations;
import io.marquee.platform.api.WebhookSignature;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.ApiClient;
import io.marquee.testing.ApiClient.Answer;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@MarqueeTest
class WebhooksTest {
    /** The job of the application leaves alone what is due then. */
    private static final String LATER = "2100-01-01";

    @Autowired
    Endpoints endpoints;

    @Autowired
    EndpointTable endpointTable;

    @Autowired
    DeliveryTable deliveries;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    EventFixture eventFixture;

    @Autowired
    Events events;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ordering ordering;

    @Autowired
    TicketCancellations cancellations;

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovedTypes approvedTypes;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    private final List<Map<String, String>> received = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private HttpServer integrator;
    private PersonId owner = PersonId.next();
    private String email = "";
    private OrganizationId organization = OrganizationId.next();

    @BeforeEach
    void an_organization_and_an_integrator() throws IOException {
        email = PeopleFixture.address("olga");
        owner = people.personWithPassword(email);
        organization = organizations.organization(owner, "Pier 14").id();
        integrator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        integrator.createContext("/", exchange -> {
            received.add(Map.of(
                    "id", exchange.getRequestHeaders().getFirst("webhook-id"),
                    "timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    "signature", exchange.getRequestHeaders().getFirst("webhook-signature"),
                    "body",
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    java.nio.charset.StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.removeFirst(), -1);
            exchange.close();
        });
        integrator.start();
    }

    @AfterEach
    void closed() {
        integrator.stop(0);
    }

    @Test
    void what_happens_is_noted_once_for_each_endpoint_that_wants_it() {
        EndpointView sales = add("https://hooks.example.org/sales", HappeningType.ORDER_PAID);
        EndpointView all = add("https://hooks.example.org/all", HappeningType.values());
        EventView event = eventFixture.published(organization);

        OrderView order = orders.paid(event, tickets.type(event, 20), 2);
        acting.as(people.actor(owner), () -> events.cancel(event.id(), "A storm is coming"));

        assertThat(bodies(sales))
                .singleElement()
                .satisfies(body -> assertThat(body)
                        .startsWith("{\"type\":\"order_paid\",\"at\":\"")
                        .contains("\"order\":\"" + order.id(), "\"event\":\"" + event.id(), "\"currency\":\"EUR\""));
        assertThat(bodies(all))
                .hasSizeGreaterThanOrEqualTo(3)
                .anyMatch(body -> body.contains("event_published"))
                .anyMatch(body -> body.contains("event_cancelled"));
    }

    @Test
    void tickets_that_end_are_told_whatever_becomes_of_their_money() {
        EndpointView endpoint = add("https://hooks.example.org/", HappeningType.TICKETS_ENDED);
        EventView event = eventFixture.published(organization);
        OrderView order = orders.paid(event, tickets.type(event, 20), 2);
        List<TicketId> ids =
                orders.ticketsOf(order).stream().map(TicketView::id).toList();

        acting.as(people.actor(owner), () -> {
            cancellations.cancel(order.id(), List.of(ids.getFirst()), "sold twice", true);
            ordering.refund(order.id(), "ill", List.of(ids.getLast()));
            return true;
        });

        assertThat(bodies(endpoint))
                .hasSize(2)
                .anyMatch(body -> body.contains(ids.getFirst().toString()) && body.contains("\"why\":\"cancelled\""))
                .anyMatch(body -> body.contains(ids.getLast().toString()) && body.contains("\"why\":\"refunded\""));
    }

    @Test
    void an_order_that_waits_for_the_team_is_told_and_what_becomes_of_it() {
        EndpointView endpoint = add(
                "https://hooks.example.org/",
                HappeningType.ORDER_APPROVAL_ASKED,
                HappeningType.ORDER_APPROVED,
                HappeningType.ORDER_APPROVAL_ENDED);
        EventView event = eventFixture.published(organization);
        TicketTypeView type = tickets.type(event, 20);
        Approvals.Decided told = acting.as(people.actor(owner), () -> {
            approvedTypes.choose(organization, event.id(), List.of(type.id()));
            OrderId yes = asked(event, type);
            OrderId no = asked(event, type);
            approvals.decline(event, List.of(no), "We are full");
            return approvals.approve(event, List.of(yes, no), "");
        });

        OrderId yes = told.decided().getFirst();
        OrderId no = told.refused().keySet().iterator().next();
        assertThat(bodies(endpoint))
                .hasSize(4)
                .anyMatch(body -> body.contains("order_approval_asked") && body.contains("\"lapsesAt\":\""))
                .anyMatch(body -> body.contains("\"order_approved\"") && body.contains(yes.toString()))
                .anyMatch(body -> body.contains("\"state\":\"declined\"") && body.contains(no.toString()))
                .noneMatch(body -> body.contains("We are full"));
    }

    private OrderId asked(EventView event, TicketTypeView type) {
        OrderView order = orders.placed(event, type, 1);
        orders.pay(order, PaymentFixture.GOOD_CARD);
        return order.id();
    }

    @Test
    void a_change_that_is_undone_sends_nothing() {
        EndpointView endpoint = add("https://hooks.example.org/", HappeningType.EVENT_PUBLISHED);
        EventView draft = eventFixture.draft(organization);

        transaction.executeWithoutResult(status -> {
            acting.as(people.actor(owner), () -> events.publish(draft.id()));
            status.setRollbackOnly();
        });

        assertThat(bodies(endpoint)).isEmpty();
    }

    @Test
    void a_message_is_signed_and_its_id_stays_the_same_when_it_is_sent_again() {
        EndpointView endpoint = local();
        DeliveryView message = waiting(endpoint);
        answers.add(500);

        delivering().deliver(message);
        delivering().deliver(message);

        assertThat(received)
                .hasSize(2)
                .extracting(one -> one.get("id"))
                .containsOnly(message.id().toString());
        Map<String, String> last = received.getLast();
        assertThat(new WebhookSignature(endpoints.secret(endpoint))
                        .isRight(
                                message.id().toString(),
                                last.get("timestamp"),
                                last.get("signature"),
                                last.get("body").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                Instant.now()))
                .isTrue();
        assertThat(only(endpoint).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(only(endpoint).attempts()).isEqualTo(2);
    }

    @Test
    void what_fails_is_tried_for_a_day_and_then_waits_for_a_replay() {
        EndpointView endpoint = local();
        DeliveryView message = waiting(endpoint);
        Duration waited = Duration.ZERO;
        while (only(endpoint).state() == DeliveryState.WAITING) {
            answers.add(302);
            Instant before = Instant.now();
            delivering().deliver(only(endpoint));
            DeliveryView now = only(endpoint);
            if (now.state() == DeliveryState.WAITING) waited = waited.plus(Duration.between(before, now.dueAt()));
            hold(endpoint);
        }

        assertThat(waited).isBetween(Duration.ofHours(24), Duration.ofHours(30));
        assertThat(only(endpoint).answer()).isEqualTo("Redirects are not followed.");
        assertThat(find(endpoint).failingSince()).isNotNull();
        String path = "/organizations/" + organization + "/webhooks/" + endpoint.id() + "/deliveries";
        assertThat(api().post(path + "/" + message.id() + "/replays", "{}").status())
                .isEqualTo(202);
        assertThat(only(endpoint).attempts()).isLessThan(3);
        assertThat(api().get(path).body().path("items").get(0).path("type").asString())
                .isEqualTo("event_published");
    }

    @Test
    void an_endpoint_that_takes_nothing_for_days_is_given_up_and_its_people_are_told() {
        EndpointView endpoint = local();
        DeliveryView message = waiting(endpoint);
        asPlatform(() -> jdbc.sql(
                        "update integration.webhook_endpoints set failing_since = now() - interval '73 hours' where id = ?")
                .param(endpoint.id())
                .update());
        answers.add(500);

        delivering().deliver(message);

        assertThat(find(endpoint).disabledAt()).isNotNull();
        await().untilAsserted(() -> assertThat(asPlatform(() -> jdbc.sql(
                                "select count(*) from notification.mails where recipient = ? and kind = 'endpoint_disabled'")
                        .param(email)
                        .query(Long.class)
                        .single()))
                .isEqualTo(1));
        acting.as(
                people.actor(owner),
                () -> endpoints.change(
                        organization,
                        endpoint.id(),
                        "https://hooks.example.org/",
                        Set.of(HappeningType.EVENT_PUBLISHED)));
        assertThat(find(endpoint).disabledAt()).isNull();
    }

    @Test
    void whoever_never_answers_is_asked_for_one_and_keeps_nobody_elses() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            EndpointView dead = local(silent.getLocalPort());
            EndpointView alive = local(integrator.getAddress().getPort());
            asPlatform(() -> jdbc.sql("update integration.webhook_endpoints set failing_since = now() where id = ?")
                    .param(dead.id())
                    .update());
            happen(20, "2099-01-01");
            // what others leave for later is not due then
            Clock clock = Clock.fixed(Instant.parse("2099-02-01T00:00:00Z"), ZoneOffset.UTC);
            DeliveryTable then = new DeliveryTable(jdbc, clock);
            assertThat(asPlatform(() -> then.take(List.of(alive.id()), 8, 64, 0, Duration.ofMinutes(2))))
                    .noneMatch(one -> one.endpoint().equals(dead.id()));
            assertThat(asPlatform(() -> then.take(List.of(alive.id()), 8, 64, 32, Duration.ofMinutes(2))))
                    .filteredOn(one -> one.endpoint().equals(dead.id()))
                    .hasSize(1);

            delivering(clock).deliverAll();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> log(alive).stream().allMatch(one -> one.state() == DeliveryState.DELIVERED));
            assertThat(received).hasSize(20);
            assertThat(log(dead)).hasSize(20).allMatch(one -> one.state() == DeliveryState.WAITING);
        }
    }

    @Test
    void however_many_never_answer_there_is_an_end_to_what_is_under_way() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 10; i++) local(silent.getLocalPort());
            happen(8, "2099-01-01");
            Delivering delivering = delivering(Clock.fixed(Instant.parse("2099-02-01T00:00:00Z"), ZoneOffset.UTC));

            delivering.deliverAll();
            delivering.deliverAll();

            assertThat(asPlatform(() -> jdbc.sql("""
                                    select count(*) from integration.webhook_deliveries
                                     where organization_id = ? and attempts = 0 and due_at > '2099-01-02'
                                    """)
                            .param(organization.value())
                            .query(Long.class)
                            .single()))
                    .isBetween(1L, 64L);
        }
    }

    @Test
    void a_try_that_is_cut_off_is_written_down() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            EndpointView endpoint = local(silent.getLocalPort());
            DeliveryView message = waiting(endpoint);
            Thread lane = Thread.ofVirtual().start(() -> delivering().deliver(message));

            try (Socket taken = silent.accept()) {
                lane.interrupt();
                lane.join();
            }

            assertThat(only(endpoint).attempts()).isOne();
        }
    }

    @Test
    void what_happened_at_one_moment_is_in_the_log_on_whichever_page() {
        EndpointView endpoint = local();
        happen(5, LATER);
        String path = "/organizations/" + organization + "/webhooks/" + endpoint.id() + "/deliveries?limit=2";
        Set<String> seen = new HashSet<>();
        String next = "";
        for (int page = 0; page < 3; page++) {
            JsonNode some = api().get(path + next).body();
            some.path("items").forEach(one -> seen.add(one.path("id").asString()));
            next = "&cursor=" + some.path("next").asString("");
        }

        assertThat(seen).hasSize(5);
        assertThat(api().get(path + "&cursor=yesterday").status()).isEqualTo(422);
    }

    @Test
    void addresses_inside_and_empty_choices_are_refused_at_the_field() {
        Visitor manager = signedIn(owner);
        String path = "/manage/organizations/" + organization + "/webhooks";
        for (String url : List.of(
                "http://hooks.example.org/",
                "https://localhost/",
                "https://10.0.0.1/",
                "https://[::1]/",
                "ftp://x",
                "https://a@hooks.example.org/",
                " ")) {
            Answer refused = api().post(
                            "/organizations/" + organization + "/webhooks",
                            "{\"url\": \"" + url + "\", \"types\": [\"order_paid\"]}");
            assertThat(refused.status()).as(url).isEqualTo(422);
        }
        assertThat(manager.post(path, "url", "https://hooks.example.org/").statusCode())
                .isEqualTo(422);

        String there = Visitor.location(manager.post(path, "url", "https://hooks.example.org/", "types", "order_paid"));

        assertThat(manager.get(there).body()).contains("whsec_", "Nothing yet.");
        assertThat(manager.get(path).body()).contains("https://hooks.example.org/", "Works");
        PersonId member = organizations.member(owner, organization, OrganizationRole.MEMBER);
        assertThat(signedIn(member).get(there).statusCode()).isEqualTo(403);
        assertThat(Visitor.location(manager.post(there + "/removal"))).endsWith("/webhooks");
        assertThat(manager.get(there).statusCode()).isEqualTo(404);
    }

    private Delivering delivering() {
        return delivering(Clock.systemUTC());
    }

    private Delivering delivering(Clock clock) {
        OutwardPost post = new OutwardPost(OutwardTest.leave(), Duration.ofSeconds(10));
        DeliveryTable rows = new DeliveryTable(jdbc, clock);
        return new Delivering(endpointTable, rows, endpoints, post, acting, transaction, publisher, clock);
    }

    private EndpointView add(String url, HappeningType... types) {
        return acting.as(people.actor(owner), () -> endpoints.add(organization, url, Set.of(types)));
    }

    /** Nobody may enter such an address; here the integrator lives on this machine. */
    private EndpointView local() {
        return local(integrator.getAddress().getPort());
    }

    private EndpointView local(int port) {
        UUID id = Ids.next();
        String url = "http://hooks.example.org:" + port + "/";
        asPlatform(() -> {
            endpointTable.insert(id, organization, url, Set.of(HappeningType.EVENT_PUBLISHED));
            return true;
        });
        return find(id);
    }

    /** A message that the job of the application leaves alone. */
    private DeliveryView waiting(EndpointView endpoint) {
        happen(1, LATER);
        return only(endpoint);
    }

    /** So often at the same moment. @param due when it is sent */
    private void happen(int times, String due) {
        List<Happening> happenings = Stream.generate(() -> new Happening(
                        organization,
                        HappeningType.EVENT_PUBLISHED,
                        "test:" + Ids.next(),
                        "{\"type\": \"event_published\"}"))
                .limit(times)
                .toList();
        asPlatform(() -> {
            deliveries.insert(happenings);
            return jdbc.sql(
                            "update integration.webhook_deliveries set due_at = ?::timestamptz where organization_id = ?")
                    .params(due, organization.value())
                    .update();
        });
    }

    private List<DeliveryView> log(EndpointView endpoint) {
        return asPlatform(() -> deliveries.of(endpoint.id(), null, 50));
    }

    private void hold(EndpointView endpoint) {
        asPlatform(() -> jdbc.sql(
                        "update integration.webhook_deliveries set due_at = ?::timestamptz where endpoint_id = ?")
                .params(LATER, endpoint.id())
                .update());
    }

    private DeliveryView only(EndpointView endpoint) {
        return asPlatform(() -> deliveries.of(endpoint.id(), null, 10)).getFirst();
    }

    private List<String> bodies(EndpointView endpoint) {
        return asPlatform(() -> deliveries.of(endpoint.id(), null, 10)).stream()
                .map(DeliveryView::body)
                .toList();
    }

    private EndpointView find(EndpointView endpoint) {
        return find(endpoint.id());
    }

    private EndpointView find(UUID id) {
        return asPlatform(() -> Objects.requireNonNull(endpointTable.find(id)));
    }

    private <T> T asPlatform(Supplier<T> work) {
        return acting.asPlatform(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private ApiClient api() {
        return new ApiClient(settings.baseUrl().getPort(), people.token(owner));
    }

    private Visitor signedIn(PersonId who) {
        Visitor visitor = Visitor.of(settings.baseUrl());
        visitor.plantCookie("marquee_session", people.webToken(who));
        return visitor;
    }
}
