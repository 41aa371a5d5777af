package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.notification.MailJobs.Send;
import io.marquee.notification.MailPace.Turn;
import io.marquee.notification.MailPace.Wait;
import io.marquee.notification.carrier.Carriers;
import io.marquee.platform.api.WebhookSignature;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.ApiClient;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail that the server refuses, and what providers tell of it afterwards. */
@MarqueeTest
class ReturnedMailTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PASSWORD = "a password of Postmark’s";

    @Autowired
    MailTable mails;

    @Autowired
    SuppressionTable suppressions;

    @Autowired
    Enclosures enclosures;

    @Autowired
    LetterPress press;

    @Autowired
    Consent consent;

    @Autowired
    NoticeWriting notices;

    @Autowired
    PeopleFixture people;

    @Autowired
    AdministratorFixture administrators;

    @Autowired
    Moves moves;

    @Autowired
    Returns returns;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Settings settings;

    @TempDir
    Path folder;

    private final OrganizationId organization = OrganizationId.next();
    private final String recipient = PeopleFixture.address("rita");
    private MailServer server;
    private Settings withServer;

    @BeforeEach
    void a_mail_server() throws IOException {
        server = new MailServer();
        withServer = Settings.from(Map.of(
                "MARQUEE_SMTP_URL",
                server.url(),
                "MARQUEE_BASE_URL",
                "https://tickets.example.org",
                "MARQUEE_DATA",
                folder.toString(),
                "MARQUEE_MAIL_RATE",
                "2",
                "MARQUEE_RESEND_WEBHOOK_SECRET",
                SECRET,
                "MARQUEE_POSTMARK_WEBHOOK_PASSWORD",
                PASSWORD));
    }

    @AfterEach
    void closed() throws IOException {
        server.close();
    }

    @Test
    void optional_mail_carries_the_way_to_end_it_and_other_mail_does_not() {
        sending().send(queued(Topic.NEWS), Turn.NONE);
        sending().send(queued(Topic.PURCHASES), Turn.NONE);

        assertThat(server.taken().getFirst())
                .contains(
                        "List-Unsubscribe: <http",
                        "/unsubscribe/h_",
                        "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        assertThat(server.taken().getLast()).doesNotContain("List-Unsubscribe").contains("X-Marquee-Mail: ");
    }

    @Test
    void a_mailbox_that_does_not_exist_is_not_written_to_again() {
        server.refuse(recipient, "550 5.1.1 no such user here");
        UUID mail = queued(Topic.PURCHASES);

        sending().send(mail, Turn.NONE);

        assertThat(mail(mail).state()).isEqualTo(MailState.BOUNCED);
        assertThat(reasons()).containsExactly(Reason.BOUNCED);
    }

    @Test
    void a_server_that_is_busy_or_dislikes_the_sender_says_nothing_about_the_address() {
        for (String reply : List.of("451 4.3.0 try later", "550 5.7.1 not from you", "552 5.2.2 mailbox full")) {
            server.refuse(recipient, reply);
            UUID mail = queued(Topic.PURCHASES);

            assertThatThrownBy(() -> sending().send(mail, Turn.NONE)).isInstanceOf(IllegalStateException.class);

            assertThat(mail(mail).state()).isEqualTo(MailState.QUEUED);
        }
        assertThat(reasons()).isEmpty();
    }

    @Test
    void what_nobody_takes_is_a_dead_letter_that_the_administrator_sends_again() {
        server.refuse(recipient, "451 4.3.0 try later");
        UUID mail = queued(Topic.PURCHASES);
        for (int i = 0; i < MailSending.TRIES; i++) {
            assertThat(mail(mail).state()).isEqualTo(MailState.QUEUED);
            assertThatThrownBy(() -> sending().send(mail, Turn.NONE)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(mail(mail).state()).isEqualTo(MailState.FAILED);
        PersonId root = administrators.appoint();
        try {
            Visitor page = Visitor.of(settings.baseUrl());
            page.plantCookie("marquee_session", people.webToken(root));
            assertThat(page.get("/admin/outbox?state=failed").body())
                    .contains("/admin/outbox/" + mail, "/admin/outbox?state=failed");
            assertThat(page.get("/admin/outbox/" + mail).body()).contains("451 4.3.0 try later", "Send again");
            ApiClient api = new ApiClient(settings.baseUrl().getPort(), people.token(root));
            assertThat(api.get("/admin/mails/" + mail).body().at("/mail/state").asString())
                    .isEqualTo("failed");
            assertThat(api.get("/admin/mails/" + mail).text("plain")).contains("Hello.");
            // the application that answers has no server to send it to
            assertThat(api.post("/admin/mails/" + mail + "/sendings", "{}").text("code"))
                    .isEqualTo("mail_not_waiting");
            assertThat(api.post("/admin/mails/sendings", "{}")
                            .body()
                            .path("queued")
                            .asInt(-1))
                    .isZero();
        } finally {
            administrators.dismiss(root);
        }

        SchedulerClient scheduler = mock(SchedulerClient.class);
        PostOffice post =
                new PostOffice(mails, consent, press, notices, scheduler, withServer, acting, Clock.systemUTC());
        assertThat(asPlatform(() -> post.again(mail))).isTrue();
        verify(scheduler).scheduleIfNotExists(any());
        assertThat(asPlatform(() -> post.again(mail))).isFalse();
        server.refuse(recipient, "250 ok");
        sending().send(mail, Turn.NONE);

        assertThat(mail(mail).state()).isEqualTo(MailState.SENT);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void mail_goes_no_faster_than_the_server_takes_it_and_each_at_its_own_turn() {
        MailSending sending = sending();
        for (int i = 0; i < 2; i++)
            assertThat(sending.send(queued(Topic.PURCHASES), Turn.NONE).time()).isZero();
        UUID third = queued(Topic.PURCHASES);

        Wait wait = sending.send(third, Turn.NONE);

        assertThat(wait.time()).isEqualTo(Duration.ofMillis(500));
        assertThat(sending.send(queued(Topic.PURCHASES), Turn.NONE).time()).isEqualTo(Duration.ofSeconds(1));
        assertThat(mail(third).state()).isEqualTo(MailState.QUEUED);
        assertThat(server.taken()).hasSize(2);
        assertThat(sending.send(third, wait.turn()).time()).isZero();
        assertThat(mail(third).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void whoever_missed_their_turn_or_failed_asks_for_another_and_waits_longer_each_time() {
        Instant due = Instant.parse("2031-06-18T19:30:00Z");
        Send given = new Send(Ids.next(), Turn.GIVEN, 2);
        assertThat(given.turnAt(due, due.plusMillis(1500))).isEqualTo(Turn.GIVEN);
        assertThat(given.turnAt(due, due.plusSeconds(600))).isEqualTo(Turn.NONE);

        ExecutionOperations<Send> operations = mock();
        CustomTask<Send> job = new MailJobs().sendMail(sending(), Clock.systemUTC());
        for (int failures = 0; failures <= MailSending.TRIES; failures++) {
            Execution execution = new Execution(
                    due, job.instance("x", new Send(given.mail(), Turn.GIVEN, failures == 0 ? null : failures)));
            ExecutionComplete failed = ExecutionComplete.failure(execution, due, due, new IllegalStateException());
            job.getFailureHandler().onFailure(failed, operations);
        }

        verify(operations).reschedule(any(), eq(due.plusSeconds(10)), eq(new Send(given.mail(), null, 1)));
        verify(operations).reschedule(any(), eq(due.plusSeconds(30)), eq(new Send(given.mail(), null, 2)));
        verify(operations).remove();
        // a turn that is waited for does not make the next wait short
        assertThat(given.at(Turn.ADMITTED)).isEqualTo(new Send(given.mail(), Turn.ADMITTED, 2));
    }

    @Test
    void tickets_do_not_wait_behind_a_message_to_everybody_nor_who_signs_in_behind_anything() {
        MailSending sending = sending();
        assertThat(sending.send(queued(Topic.NEWS), Turn.NONE).time()).isZero();
        List<Wait> waits = Stream.generate(() -> sending.send(queued(Topic.NEWS), Turn.NONE))
                .limit(5)
                .toList();
        assertThat(waits.stream().map(wait -> wait.time().toSeconds())).containsExactly(1L, 2L, 3L, 4L, 5L);

        assertThat(sending.send(queued(Topic.PURCHASES), Turn.NONE).time()).isZero();
        assertThat(sending.send(queued(Topic.PURCHASES), Turn.NONE).time()).isEqualTo(Duration.ofMillis(500));
        assertThat(sending.send(queued(Topic.ACCOUNT), Turn.NONE).time()).isZero();
    }

    @Test
    void resend_tells_of_a_bounce_and_signs_it() {
        UUID mail = sent();
        byte[] body = """
                {"type": "email.bounced", "data": {"to": ["%s"], "headers": [{"name": "X-Marquee-Mail", "value": "%s"}],
                 "bounce": {"type": "Permanent", "message": "There is no such mailbox."}}}
                """.formatted(recipient, mail).getBytes(StandardCharsets.UTF_8);
        long now = Instant.now().getEpochSecond();
        String signature = new WebhookSignature(SECRET).sign("msg_1", now, body);

        assertThatThrownBy(() -> resend(body, now, "v1,AAAA")).isInstanceOf(MailReports.Forged.class);
        assertThatThrownBy(() -> resend(body, now - 600, new WebhookSignature(SECRET).sign("msg_1", now - 600, body)))
                .isInstanceOf(MailReports.Forged.class);
        assertThat(mail(mail).state()).isEqualTo(MailState.SENT);
        resend(body, now, "v1,AAAA " + signature);
        resend(body, now, signature);

        assertThat(mail(mail).state()).isEqualTo(MailState.BOUNCED);
        assertThat(mail(mail).lastError()).isEqualTo("There is no such mailbox.");
        assertThat(reasons()).containsExactly(Reason.BOUNCED);
    }

    @Test
    void the_signature_is_the_one_that_others_make() {
        assertThat(new WebhookSignature(SECRET)
                        .sign(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1614265330,
                                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void postmark_tells_of_a_complaint_and_knows_the_password() {
        UUID mail = sent();
        String body = "{\"RecordType\": \"SpamComplaint\", \"Email\": \"%s\", \"Metadata\": {\"mail\": \"%s\"}}"
                .formatted(recipient, mail);

        assertThatThrownBy(() -> postmark(body, "wrong")).isInstanceOf(MailReports.Forged.class);
        assertThatThrownBy(() -> postmark("{", PASSWORD)).isInstanceOf(MailReports.Forged.class);
        postmark(body, PASSWORD);

        assertThat(mail(mail).state()).isEqualTo(MailState.SENT);
        assertThat(reasons()).containsExactly(Reason.COMPLAINED);
    }

    @Test
    void postmark_tells_of_bounces_that_last_and_of_others() {
        sent();
        String soft = "{\"RecordType\": \"Bounce\", \"Type\": \"SoftBounce\", \"Email\": \"%s\"}".formatted(recipient);
        postmark(soft, PASSWORD);
        assertThat(reasons()).isEmpty();

        postmark(soft.replace("Soft", "Hard"), PASSWORD);

        assertThat(reasons()).containsExactly(Reason.BOUNCED);
    }

    @Test
    void where_no_provider_is_used_nobody_may_report() {
        Visitor provider = Visitor.of(settings.baseUrl());
        assertThat(provider.send("POST", "/webhooks/mail/resend", "{}").statusCode())
                .isEqualTo(404);
        assertThat(provider.send("POST", "/webhooks/mail/postmark", "{}").statusCode())
                .isEqualTo(404);
    }

    private MailSending sending() {
        return new MailSending(
                mails,
                new Envelopes(withServer, enclosures, press, Carriers.of(withServer, Clock.systemUTC())),
                moves,
                returns,
                new MailPace(withServer, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
                acting,
                transaction);
    }

    private void resend(byte[] body, long timestamp, String signature) {
        Map<String, String> headers =
                Map.of("svix-id", "msg_1", "svix-timestamp", String.valueOf(timestamp), "svix-signature", signature);
        reports().resend(body, headers::get);
    }

    private void postmark(String body, String password) {
        String basic = Base64.getEncoder().encodeToString(("marquee:" + password).getBytes(StandardCharsets.UTF_8));
        reports().postmark(body.getBytes(StandardCharsets.UTF_8), "Basic " + basic);
    }

    private MailReports reports() {
        return new MailReports(returns, withServer, Clock.systemUTC());
    }

    private UUID sent() {
        UUID mail = queued(Topic.NEWS);
        sending().send(mail, Turn.NONE);
        return mail;
    }

    private UUID queued(Topic topic) {
        UUID id = Ids.next();
        Letter letter = new Letter("en", 52, "Hello", "Hello", List.of("Hello."), List.of(), null, List.of(), "Bye.");
        NewMail mail = new NewMail("test:" + id, "test", topic, organization, recipient, null, null, letter);
        asPlatform(() -> mails.insert(id, mail, press.print(id, mail), new PostOffice.Taken(MailState.QUEUED, null)));
        return id;
    }

    private StoredMail mail(UUID id) {
        return asPlatform(() -> Objects.requireNonNull(mails.find(id)));
    }

    private List<Reason> reasons() {
        return asPlatform(() -> suppressions.against(organization, EmailAddress.of(recipient), Topic.NEWS));
    }

    private <T> T asPlatform(Supplier<T> work) {
        return acting.asPlatform(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
