package io.marquee.conversation.blast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.guest.GuestState;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Circulation.Reach;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.ApiClient;
import io.marquee.testing.CrowdFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class BlastsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Blasts blasts;

    @Autowired
    BlastReach reach;

    @Autowired
    BlastSending sending;

    @Autowired
    CrowdFixture crowd;

    @Autowired
    Events events;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    DoorFixture door;

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

    @BeforeEach
    void an_event_with_a_team() {
        olga = people.person("Olga Owner");
        event = tickets.eventOf(organizations.organization(olga, "Pier " + olga).id());
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(olga));
    }

    @Test
    void everybody_of_the_segment_gets_it_once_though_nodes_die_between_batches() {
        List<String> going = crowd.come(event, GuestState.GOING, 5);
        crowd.come(event, GuestState.MAYBE, 2);
        BlastView blast = later("going");

        // two nodes, each of which dies after a batch, and one that is asked twice
        assertThat(batch(blast, 2)).isTrue();
        assertThat(now(blast).state()).isEqualTo(BlastState.SENDING);
        batch(blast, 2);
        assertThat(now(blast).guests()).isEqualTo(2);
        send(blast);
        send(blast);

        assertThat(now(blast).state()).isEqualTo(BlastState.SENT);
        assertThat(now(blast).handed()).isEqualTo(new Reach(5, 0, 0));
        assertThat(recipients(blast)).containsExactlyInAnyOrderElementsOf(going);
    }

    @Test
    void a_batch_that_was_handed_over_but_not_noted_is_not_sent_twice() {
        crowd.come(event, GuestState.GOING, 3);
        BlastView blast = later("going");
        send(blast);

        // as if the cursor had been lost: the cause alone holds
        set("update conversation.blasts set state = 'sending', done_at = null, reached = null where id = ?", blast);
        send(blast);

        assertThat(recipients(blast)).hasSize(3);
    }

    @Test
    void each_segment_finds_its_own() {
        String type = "ticket_type:" + ticketHolderWhoIsIn().id();
        crowd.come(event, GuestState.GOING, 1);
        crowd.come(event, GuestState.MAYBE, 2);
        crowd.come(event, GuestState.INVITED, 3);
        crowd.come(event, GuestState.WAITLISTED, 1);
        crowd.come(event, GuestState.OFFERED, 1, "vip");
        crowd.come(event, GuestState.NOT_GOING, 1, "vip");
        crowd.come(event, GuestState.REMOVED, 1, "vip");
        mute(crowd.come(event, GuestState.MAYBE, 1).getFirst());

        // those with tickets follow their orders by a job
        await().atMost(SOON).untilAsserted(() -> assertThat(count("checked_in")).isEqualTo(1));
        assertThat(count("going")).isEqualTo(2);
        assertThat(count("not_checked_in")).isEqualTo(1);
        assertThat(count("maybe")).isEqualTo(2);
        assertThat(count("silent")).isEqualTo(3);
        assertThat(count("waiting")).isEqualTo(2);
        assertThat(count("tag:vip")).isEqualTo(1);
        assertThat(count(type)).isEqualTo(1);
    }

    @Test
    void whoever_wants_none_gets_none_and_whoever_has_an_account_sees_it_there() {
        String plain = PeopleFixture.address("plain");
        String stopped = PeopleFixture.address("stopped");
        String silent = PeopleFixture.address("silent");
        String bounced = PeopleFixture.address("bounced");
        String counter = "counter@box-office.invalid";
        PersonId silentOne = people.personWithPassword(silent);
        PersonId bouncedOne = people.personWithPassword(bounced);
        Stream.of(plain, stopped, silent, bounced, counter)
                .forEach(email -> crowd.come(event, GuestState.GOING, email, "de"));
        suppress(stopped, "unsubscribed", event.organization());
        suppress(bounced, "bounced", null);
        refuse(silent, "email");
        BlastView blast = later("going");

        assertThat(as(() -> reach.count(event, Segment.parse("going"), true, true)))
                .isEqualTo(new BlastReach.Count(5, new Reach(1, 2, 2)));
        send(blast);

        assertThat(now(blast).handed()).isEqualTo(new Reach(1, 2, 2));
        assertThat(recipients(blast)).containsExactly(plain);
        assertThat(notices(silentOne)).isEqualTo(1);
        assertThat(notices(bouncedOne)).isEqualTo(1);
        String page = owner.get("/manage/events/" + event.slug() + "/blasts/" + blast.id())
                .body();
        assertThat(page).contains("Not reached", "Going");
        String link = link(silentOne);
        assertThat(Visitor.of(settings.baseUrl()).get(link).body()).contains("<strong>early</strong>");
    }

    @Test
    void the_team_writes_previews_tests_and_cancels_on_its_pages() {
        crowd.come(event, GuestState.GOING, 2);
        String pages = "/manage/events/" + event.slug() + "/blasts";
        String[] fields = {
            "segment",
            "going",
            "subject",
            "Doors at seven",
            "body",
            "Come **early**.\r\n<script>x</script>",
            "byEmail",
            "true",
            "sendAt",
            later().toString().substring(0, 16)
        };
        assertThat(owner.get(pages).body()).contains("Nothing written yet");
        assertThat(owner.get(pages + "/new").body()).contains("Going, not checked in", "Send a test to me");
        assertThat(owner.get(pages + "/audience?segment=going&byEmail=true").body())
                .contains("2 guests are meant now. 2 get a mail.");
        assertThat(owner.get(pages + "/new").body()).doesNotContain("Send to 2 guests", "data-confirm=\"Send");
        assertThat(owner.post(pages + "/previews", fields).body())
                .contains("<strong>early</strong>", "Doors at seven", "Send to 2 guests", "Send this message on ")
                .containsSubsequence("/blasts/previews\">Preview", "data-confirm=\"Send this message on")
                .doesNotContain("<script>x", "stays as it is typed", "after the event");
        assertThat(owner.post(
                                pages + "/previews",
                                "segment",
                                "going",
                                "body",
                                "Dear {name}",
                                "sendAt",
                                event.details().endsAt().plusDays(1).toString())
                        .body())
                .contains("“{name}” stays as it is typed", "after the event");
        assertThat(owner.post(pages + "/tests", fields).body()).contains("A test is on its way");

        var refused = owner.post(pages, "segment", "going", "subject", " ", "body", "Words stay", "sendAt", "x");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Words stay", "sendAt-error");
        assertThat(owner.post(pages, "segment", "tag:").statusCode()).isEqualTo(422);

        String path = Visitor.location(owner.post(pages, fields));
        assertThat(owner.get(path).body()).contains("Scheduled", "Cancel this message");
        assertThat(Visitor.location(owner.post(path + "/cancellation"))).isEqualTo(path);
        assertThat(owner.get(path).body()).contains("Cancelled", "nobody gets it");
        owner.post(path + "/cancellation");
        assertThat(owner.get(path).body()).contains("too late");
        assertThat(owner.get(pages).body()).contains("Doors at seven");
    }

    @Test
    void a_program_sends_now_and_sees_how_far_it_is() {
        crowd.come(event, GuestState.MAYBE, 2);
        ApiClient api = new ApiClient(settings.baseUrl().getPort(), people.token(olga));
        String path = "/events/" + event.slug() + "/blasts";

        assertThat(api.post(path, "{}").status()).isEqualTo(422);
        assertThat(api.post(
                                path,
                                "{\"subject\":\"x\",\"body\":\"y\",\"segment\":\"going\",\"byEmail\":false,\"inApp\":false}")
                        .status())
                .isEqualTo(422);
        assertThat(api.get(path + "/audience?segment=maybe")
                        .body()
                        .path("mailed")
                        .asInt())
                .isEqualTo(2);
        var sent = api.post(path, "{\"subject\":\"Bring a torch\",\"body\":\"It is dark.\",\"segment\":\"maybe\"}");
        assertThat(sent.status()).isEqualTo(201);
        String one = path + "/" + sent.text("id");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(api.get(one).text("state")).isEqualTo("sent"));
        assertThat(api.get(one).body().path("guests").asInt()).isEqualTo(2);
        assertThat(api.post(one + "/cancellation", "{}").status()).isEqualTo(409);
        assertThat(api.get(path).body().path("items")).hasSize(1);
        PersonId stranger = people.person("Sid");
        assertThat(new ApiClient(settings.baseUrl().getPort(), people.token(stranger))
                        .get(one)
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("long")
    void ten_thousand_are_written_to_once_each() {
        crowd.come(event, GuestState.GOING, 10_000);
        BlastView blast = later("going");

        send(blast);

        assertThat(recipients(blast)).hasSize(10_000).doesNotHaveDuplicates();
    }

    @Test
    void an_event_that_nobody_may_see_yet_writes_to_nobody() {
        door.put(event, EventState.DRAFT);

        String pages = "/manage/events/" + event.slug() + "/blasts";
        var refused = owner.post(pages, "segment", "going", "subject", "Soon", "body", "x", "byEmail", "true");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Publish the event first");
    }

    @Test
    void what_was_to_be_said_before_an_event_that_is_cancelled_is_not_said() {
        BlastView soon = later("going");

        as(() -> events.cancel(event.id(), "storm"));

        assertThat(as(() -> blasts.find(event, soon.id())).state()).isEqualTo(BlastState.CANCELLED);
        assertThat(batch(soon, 10)).isFalse();
    }

    private TicketTypeView ticketHolderWhoIsIn() {
        TicketTypeView type = tickets.type(event, 5);
        TicketView ticket = orders.ticketsOf(orders.paid(event, type, 1)).getFirst();
        door.scan(event, ticket.code());
        return type;
    }

    private int count(String segment) {
        return as(() -> reach.count(event, Segment.parse(segment), true, true)).guests();
    }

    private BlastView later(String segment) {
        return as(() -> blasts.schedule(event, draft(segment, later())));
    }

    private static Instant later() {
        return Instant.now().plus(Duration.ofDays(2));
    }

    private static BlastDraft draft(String segment, @Nullable Instant at) {
        return new BlastDraft("Doors at seven", "Please come **early**.", Segment.parse(segment), true, true, at);
    }

    private boolean batch(BlastView blast, int most) {
        return sending.batch(blast.id(), blast.organization(), most);
    }

    private void send(BlastView blast) {
        sending.send(blast.id(), blast.organization());
    }

    private BlastView now(BlastView blast) {
        return as(() -> blasts.find(event, blast.id()));
    }

    private List<String> recipients(BlastView blast) {
        return all(
                "select recipient from notification.mails where circular = ? and state <> 'withheld'",
                blast.id().value());
    }

    private int notices(PersonId person) {
        return all("select cause from notification.notices where person_id = ?", person.value())
                .size();
    }

    private String link(PersonId person) {
        return all("select link from notification.notices where person_id = ?", person.value())
                .getFirst();
    }

    private void mute(String email) {
        set("update guest.guests set muted_at = now() where email = ?", email);
    }

    private void suppress(String email, String reason, @Nullable OrganizationId organization) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql(
                        "insert into notification.suppressions values (gen_random_uuid(), ?::uuid, ?, null, ?, '', now())")
                .params(organization == null ? null : organization.value(), email, reason)
                .update()));
    }

    private void refuse(String email, String channel) {
        set("insert into notification.choices values (?, 'news', '" + channel + "', false, now())", email);
    }

    private void set(String sql, Object parameter) {
        Object value = parameter instanceof BlastView blast ? blast.id().value() : parameter;
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> jdbc.sql(sql).param(value).update()));
    }

    private List<String> all(String sql, Object parameter) {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql(sql).param(parameter).query(String.class).list()));
    }

    private <T> T as(Supplier<T> work) {
        return acting.as(people.actor(olga), () -> transaction.execute(status -> work.get()));
    }
}
