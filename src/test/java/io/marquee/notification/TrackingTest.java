package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Circulation;
import io.marquee.platform.mail.Circulation.Circular;
import io.marquee.platform.mail.Circulation.Copy;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letterbox;
import io.marquee.platform.mail.OptionalLetter;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.ApiClient;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class TrackingTest {
    @Autowired
    Letterbox letterbox;

    @Autowired
    Circulation circulation;

    @Autowired
    PostOffice post;

    @Autowired
    MailTable mails;

    @Autowired
    TrackingTable tracking;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final String guest = PeopleFixture.address("guest");
    private PersonId owner = PersonId.next();
    private OrganizationId organization = OrganizationId.next();

    @BeforeEach
    void an_organization() {
        owner = people.person("Olga Owner");
        organization = organizations.organization(owner, "Pier 14").id();
    }

    @Test
    void nothing_is_told_unless_the_organization_wants_it() {
        assertThat(sent().html()).doesNotContain("/m/", "point.gif").contains(settings.baseUrl() + "/rsvp/x");
        enable();
        assertThat(sent().html()).contains("/m/h_", "point.gif").doesNotContain("/rsvp/x");
        assertThat(sent().plain()).contains(settings.baseUrl() + "/rsvp/x").doesNotContain("/m/");
    }

    @Test
    void what_always_comes_never_tells_anything() {
        enable();
        String cause = "order_paid:" + Ids.next();
        post.take(new NewMail(cause, "order_paid", organization, guest, null, letter("/orders/x")));

        assertThat(stored(cause).html()).doesNotContain("point.gif", "/m/h_");
    }

    @Test
    void the_picture_tells_that_it_was_opened_and_the_button_leads_on_to_our_page() {
        enable();
        StoredMail mail = sent();

        HttpResponse<String> picture = visitor().get(link(mail) + "/point.gif");
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/gif");
        assertThat(picture.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(times(mail)).containsExactly(true, false);

        HttpResponse<String> followed = visitor().get(link(mail));
        assertThat(followed.statusCode()).isEqualTo(303);
        assertThat(followed.headers().firstValue("Location")).contains(settings.baseUrl() + "/rsvp/x");
        assertThat(times(mail)).containsExactly(true, true);
    }

    @Test
    void a_letter_to_many_tells_where_one_to_somebody_would_and_how_many_opened_it() {
        String other = PeopleFixture.address("other");
        acting.asPlatform(
                () -> transaction.executeWithoutResult(status -> tracking.refuse(EmailAddress.of(other), true)));
        Circular silent = toMany(other);
        assertThat(fates(silent)).doesNotContainKey("opened");

        enable();
        Circular telling = toMany(other);

        assertThat(stored(telling.id() + ":" + other).html()).doesNotContain("/m/h_", "point.gif");
        StoredMail mail = stored(telling.id() + ":" + guest);
        assertThat(fates(telling)).containsEntry("opened", 0).containsEntry("clicked", 0);
        assertThat(visitor().get(link(mail)).headers().firstValue("Location"))
                .contains(settings.baseUrl() + "/blasts/x");
        assertThat(fates(telling)).containsEntry("opened", 1).containsEntry("clicked", 1);
    }

    private Circular toMany(String other) {
        Circular circular = new Circular(Ids.next(), "blast", Topic.NEWS, organization, true, false);
        transaction.executeWithoutResult(status -> circulation.hand(
                circular,
                Stream.of(guest, other)
                        .map(email -> new Copy(circular.id() + ":" + email, email, letter("/blasts/x")))
                        .toList()));
        return circular;
    }

    private Map<String, Integer> fates(Circular circular) {
        return circulation.fates(circular.id());
    }

    @Test
    void whoever_refuses_is_not_seen_any_more_not_even_in_mail_that_they_have() {
        enable();
        StoredMail before = sent();
        String unsubscribe = found(before.plain(), "(/unsubscribe/[\\w-]+)");
        assertThat(visitor().get(unsubscribe).body()).contains("Opens and clicks", "Don’t tell them");

        visitor().post(unsubscribe + "/tracking");

        assertThat(visitor().get(link(before)).statusCode()).isEqualTo(303);
        assertThat(times(before)).containsExactly(false, false);
        assertThat(sent().html()).doesNotContain("point.gif");
        visitor().post(unsubscribe + "/tracking", "wanted", "true");
        assertThat(sent().html()).contains("point.gif");
    }

    @Test
    void a_person_refuses_in_their_account() {
        PersonId person = people.personWithPassword(guest);
        ApiClient me = new ApiClient(settings.baseUrl().getPort(), people.token(person));
        assertThat(me.get("/me/messages").body().path("tracked").asBoolean()).isTrue();

        me.send("PATCH", "/me/messages", "{\"tracked\": false}");

        assertThat(me.get("/me/messages").body().path("tracked").asBoolean(true))
                .isFalse();
        boolean refused = acting.asPlatform(
                () -> Boolean.TRUE.equals(transaction.execute(status -> tracking.refused(EmailAddress.of(guest)))));
        assertThat(refused).isTrue();
    }

    @Test
    void a_link_leads_nowhere_but_to_what_is_kept_with_its_mail() {
        enable();
        String mine = link(sent());

        assertThat(visitor().get("/m/h_nonsense").statusCode()).isEqualTo(404);
        assertThat(visitor().get(mine + "?to=https://evil.example").headers().firstValue("Location"))
                .contains(settings.baseUrl() + "/rsvp/x");
        StoredMail outward = sent("https://elsewhere.example/");
        assertThat(outward.html()).contains("https://elsewhere.example/").doesNotContain("/m/h_");
    }

    private void enable() {
        ApiClient api = new ApiClient(settings.baseUrl().getPort(), people.token(owner));
        assertThat(api.send("PUT", "/organizations/" + organization + "/mail-tracking", "{\"enabled\": true}")
                        .status())
                .isEqualTo(200);
    }

    private StoredMail sent() {
        return sent(settings.baseUrl() + "/rsvp/x");
    }

    private StoredMail sent(String url) {
        String cause = "test:" + Ids.next();
        letterbox.post(new OptionalLetter(
                cause, "test", Topic.INVITATIONS, organization, EmailAddress.of(guest), letterTo(url)));
        return stored(cause);
    }

    private Letter letter(String path) {
        return letterTo(settings.baseUrl() + path);
    }

    private static Letter letterTo(String url) {
        return new Letter(
                "en",
                52,
                "Come",
                "Come",
                List.of("Come."),
                List.of(),
                new Button("Answer", url),
                List.of(),
                "You were asked.");
    }

    private StoredMail stored(String cause) {
        return Objects.requireNonNull(acting.asPlatform(() ->
                transaction.execute(status -> mails.list(null, null, 200).stream()
                        .filter(mail -> mail.cause().equals(cause))
                        .findFirst()
                        .orElseThrow())));
    }

    /** Whether it is known that it was opened, and clicked. */
    private List<Boolean> times(StoredMail mail) {
        return Objects.requireNonNull(acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                        "select opened_at is not null, clicked_at is not null from notification.mails where id = ?")
                .param(mail.id())
                .query((row, n) -> List.of(row.getBoolean(1), row.getBoolean(2)))
                .single())));
    }

    private static String link(StoredMail mail) {
        return found(mail.html(), "(/m/h_[\\w-]+)");
    }

    private static String found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Visitor visitor() {
        return Visitor.of(settings.baseUrl());
    }
}
