package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Circulation.Circular;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letterbox;
import io.marquee.platform.mail.Letterbox.Posted;
import io.marquee.platform.mail.OptionalLetter;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarqueeTest
class OptionalLettersTest {
    @Autowired
    Letterbox letterbox;

    @Autowired
    MailTable mails;

    @Autowired
    SuppressionTable suppressions;

    @Autowired
    CircularTable circulars;

    @Autowired
    PersonalMail personal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PostOffice post;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transaction;

    private OrganizationId organization = OrganizationId.next();
    private String guest = "";

    @BeforeEach
    void an_organization_and_somebody_without_an_account() {
        organization = organizations
                .organization(people.person("Olga Owner"), "Pier 14")
                .id();
        guest = PeopleFixture.address("guest");
    }

    @Test
    void one_cause_makes_one_letter() {
        OptionalLetter letter = letter(Topic.INVITATIONS, "once:" + Ids.next());

        assertThat(letterbox.post(letter)).isEqualTo(Posted.TAKEN);
        assertThat(letterbox.post(letter)).isEqualTo(Posted.KNOWN);
    }

    @Test
    void whoever_opens_the_link_sees_what_it_ends_and_ends_nothing_yet() {
        String link = linkOf(invitation());

        HttpResponse<String> page = visitor().get(link);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("From Pier 14", "Stop “Invitations”").doesNotContain(guest);
        assertThat(letterbox.post(letter(Topic.INVITATIONS, "next:" + Ids.next())))
                .isEqualTo(Posted.TAKEN);
    }

    @Test
    void a_mail_program_unsubscribes_with_one_post() {
        String link = linkOf(invitation());

        HttpResponse<String> answer = visitor().post(link, "List-Unsubscribe", "One-Click");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(letterbox.post(letter(Topic.INVITATIONS, "more:" + Ids.next())))
                .isEqualTo(Posted.UNWANTED);
        assertThat(letterbox.post(letter(Topic.NEWS, "news:" + Ids.next()))).isEqualTo(Posted.TAKEN);
    }

    @Test
    void whoever_stops_everything_of_an_organization_still_gets_what_they_bought_and_what_others_write() {
        visitor().post(linkOf(invitation()), "everything", "true");

        assertThat(letterbox.post(letter(Topic.NEWS, "news:" + Ids.next()))).isEqualTo(Posted.UNWANTED);
        assertThat(bought().state()).isEqualTo(MailState.OUTBOX);
        organization = organizations
                .organization(people.person("Otto Other"), "Pier 15")
                .id();
        assertThat(letterbox.post(letter(Topic.NEWS, "other:" + Ids.next()))).isEqualTo(Posted.TAKEN);
    }

    @Test
    void whoever_changes_their_mind_gets_mail_again() {
        String link = linkOf(invitation());
        visitor().post(link, "everything", "true");
        visitor().post(link);

        visitor().post(link + "/return");

        assertThat(letterbox.post(letter(Topic.INVITATIONS, "again:" + Ids.next())))
                .isEqualTo(Posted.TAKEN);
    }

    @Test
    void a_topic_that_is_not_chosen_comes_from_nobody() {
        visitor().post(linkOf(invitation()) + "/choices", "topics", "news", "topics", "feedback");

        assertThat(letterbox.post(letter(Topic.REMINDERS, "r:" + Ids.next()))).isEqualTo(Posted.UNWANTED);
        assertThat(letterbox.post(letter(Topic.NEWS, "n:" + Ids.next()))).isEqualTo(Posted.TAKEN);
    }

    @Test
    void what_whoever_was_erased_did_not_want_is_still_heeded() {
        visitor().post(linkOf(invitation()), "everything", "true");
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> personal.erasing().stream()
                .filter(sql -> sql.contains("suppressions"))
                .forEach(sql -> jdbc.sql(sql).param("email", guest).update())));

        assertThat(letterbox.post(letter(Topic.NEWS, "news:" + Ids.next()))).isEqualTo(Posted.UNWANTED);
        Circular circular = new Circular(Ids.next(), "blast", Topic.NEWS, organization, true, true);
        Set<String> against = acting.asPlatform(() -> Objects.requireNonNull(transaction.execute(
                status -> circulars.against(circular, List.of(guest)).keySet())));
        assertThat(against).containsExactly(guest);
    }

    @Test
    void an_address_that_takes_no_mail_gets_only_what_it_asks_for_itself() {
        acting.asPlatform(() -> transaction.executeWithoutResult(status ->
                suppressions.add(organization, EmailAddress.of(guest), null, Reason.BOUNCED, "550 no such user")));

        assertThat(letterbox.post(letter(Topic.NEWS, "n:" + Ids.next()))).isEqualTo(Posted.UNDELIVERABLE);
        assertThat(bought().state()).isEqualTo(MailState.WITHHELD);
        assertThat(post.take(mail("sign_in")).state()).isEqualTo(MailState.OUTBOX);
    }

    @Test
    void a_link_that_is_not_ours_and_a_mail_that_is_not_optional_lead_nowhere() {
        assertThat(visitor().get("/unsubscribe/h_nonsense").statusCode()).isEqualTo(404);
        String cause = "order_paid:" + Ids.next();
        assertThat(mails(cause).html()).doesNotContain("/unsubscribe/");
    }

    private StoredMail mails(String cause) {
        post.take(new NewMail(cause, "order_paid", organization, guest, null, words()));
        return stored(cause);
    }

    private PostOffice.Taken bought() {
        return post.take(mail("order_paid"));
    }

    private NewMail mail(String kind) {
        return new NewMail(kind + ":" + Ids.next(), kind, organization, guest, null, words());
    }

    private String invitation() {
        String cause = "guest_invited:" + Ids.next();
        assertThat(letterbox.post(letter(Topic.INVITATIONS, cause))).isEqualTo(Posted.TAKEN);
        return cause;
    }

    private String linkOf(String cause) {
        StoredMail mail = stored(cause);
        Matcher link = Pattern.compile("(/unsubscribe/[\\w-]+)").matcher(mail.plain());
        assertThat(link.find()).isTrue();
        assertThat(mail.html()).contains(link.group(1));
        return link.group(1);
    }

    private StoredMail stored(String cause) {
        return acting.asPlatform(() ->
                java.util.Objects.requireNonNull(transaction.execute(status -> mails.list(null, null, 50).stream()
                        .filter(mail -> mail.cause().equals(cause))
                        .findFirst()
                        .orElseThrow())));
    }

    private OptionalLetter letter(Topic topic, String cause) {
        return new OptionalLetter(cause, "guest_invited", topic, organization, EmailAddress.of(guest), words());
    }

    private static Letter words() {
        return new Letter(
                "en",
                52,
                "Come",
                "Come to the pier",
                List.of("We’d like to see you."),
                List.of(),
                null,
                List.of(),
                "You get this because somebody invited you.");
    }

    private Visitor visitor() {
        return Visitor.of(settings.baseUrl());
    }
}
