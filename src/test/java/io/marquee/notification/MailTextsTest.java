package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.ApiClient;
import io.marquee.testing.ApiClient.Answer;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class MailTextsTest {
    @Autowired
    PostOffice post;

    @Autowired
    MailTable mails;

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

    private PersonId owner = PersonId.next();
    private String address = "";
    private OrganizationId organization = OrganizationId.next();
    private String texts = "";

    @BeforeEach
    void an_organization() {
        address = PeopleFixture.address("olga");
        owner = people.personWithPassword(address);
        organization = organizations.organization(owner, "Pier 14").id();
        texts = "/organizations/" + organization + "/mail-texts";
    }

    @Test
    void a_mail_says_what_its_organization_wrote_in_that_language_and_no_other_does() {
        assertThat(put(
                                "en",
                                "{\"subject\": \"{event}: come, {buyer}!\", \"body\": \"**Doors** for {buyer} open at *seven*.\"}")
                        .status())
                .isEqualTo(204);

        StoredMail mail = bought(organization, "en", "Ada");

        assertThat(mail.subject()).isEqualTo("Gala: come, Ada!");
        assertThat(mail.html())
                .contains("<strong>Doors</strong> for Ada open at <em>seven</em>.", "Ours to Ada", "Documents follow.")
                .doesNotContain("Our body");
        assertThat(mail.plain()).contains("**Doors** for Ada open at *seven*.", "Documents follow.");
        assertThat(bought(organization, "de", "Ada").subject()).isEqualTo("Ours for Gala");
        OrganizationId other = organizations.organization(owner, "Pier 15").id();
        assertThat(bought(other, "en", "Ada").subject()).isEqualTo("Ours for Gala");
    }

    @Test
    void what_people_are_called_is_never_read_as_markup() {
        put("en", "{\"heading\": \"Hello {buyer}\", \"body\": \"Hello {buyer}\"}");

        StoredMail mail = bought(organization, "en", "<b>Eve</b> [x](https://evil.example) {event}");

        assertThat(mail.html())
                .contains("Hello &lt;b&gt;Eve&lt;/b&gt; [x](https://evil.example) {event}")
                .doesNotContain("<b>Eve", "href=\"https://evil.example");
    }

    @Test
    void nothing_in_a_text_runs() {
        put(
                "en",
                "{\"body\": \"<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://t.example/pixel.png) ok\"}");

        assertThat(bought(organization, "en", "Ada").html())
                .contains("ok")
                .doesNotContain("<script", "href=\"javascript", "pixel.png\"");
    }

    @Test
    void a_name_that_nobody_knows_is_told_at_its_field() {
        Answer refused = put(
                "en",
                "{\"subject\": \"{evnet}\", \"body\": \"[here](https://a.example/{order})\", \"button\": \"one\\ntwo\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString())
                .contains("\"subject\"", "placeholder_unknown", "{evnet}", "placeholder_in_link", "one_line");
        HttpResponse<String> page =
                signedIn().post("/manage" + texts + "/en/order_paid", "subject", "{evnet}", "body", "x");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Nobody knows {evnet} here", "value=\"{evnet}\"");
        assertThat(bought(organization, "en", "Ada").subject()).isEqualTo("Ours for Gala");
    }

    @Test
    void every_version_is_kept_and_can_come_back() {
        put("en", "{\"subject\": \"First\"}");
        put("en", "{\"subject\": \"Second\"}");
        put("en", "{\"subject\": \"Second\"}");
        assertThat(api().delete(texts + "/en/order_paid").status()).isEqualTo(204);
        assertThat(bought(organization, "en", "Ada").subject()).isEqualTo("Ours for Gala");

        assertThat(api().send("POST", texts + "/en/order_paid/restorations", "{\"version\": 1}")
                        .status())
                .isEqualTo(204);

        assertThat(bought(organization, "en", "Ada").subject()).isEqualTo("First");
        Answer shown = api().get(texts + "/en/order_paid");
        assertThat(shown.body().path("versions")).hasSize(4);
        assertThat(shown.body().path("ours").path("subject").asString()).contains("{event}");
        assertThat(shown.body().path("now").path("subject").asString()).isEqualTo("First");
        assertThat(api().send("POST", texts + "/en/order_paid/restorations", "{\"version\": 9}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_the_same_as_ours_stays_ours() {
        String ours = api().get(texts + "/en/order_paid").body().path("ours").toString();

        put("en", ours);

        assertThat(api().get(texts + "/en/order_paid").body().path("versions")).isEmpty();
        assertThat(api().get(texts + "/en").body().toString()).contains("{\"kind\":\"order_paid\",\"own\":false}");
    }

    @Test
    void one_sees_it_before_it_is_sent_in_light_and_dark_and_as_text() {
        Visitor me = signedIn();
        String path = "/manage" + texts + "/en/order_paid/previews";

        HttpResponse<String> light = me.post(path, "look", "light", "body", "**Welcome** {buyer}");

        assertThat(light.statusCode()).isEqualTo(200);
        assertThat(light.body())
                .contains("<strong>Welcome</strong> Ada Lovelace", "@media not all", "data:image/png;base64,");
        assertThat(light.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox", "default-src 'none'", "frame-ancestors 'self'");
        assertThat(me.post(path, "look", "dark", "body", "x").body()).contains("@media all");
        assertThat(me.post(path, "look", "plain", "body", "**Welcome**").body()).contains("**Welcome**");
        assertThat(me.post(path, "body", "{nobody}").body()).contains("Nobody knows {nobody} here");
        assertThat(bought(organization, "en", "Ada").subject()).isEqualTo("Ours for Gala");
    }

    @Test
    void a_test_goes_to_whoever_asks_for_it_and_keeps_nothing() {
        HttpResponse<String> page = signedIn()
                .post("/manage" + texts + "/en/guest_invited/tests", "subject", "Come to {event}!", "body", "Do come.");

        assertThat(page.body()).contains("A test is on its way to " + address, "value=\"Come to {event}!\"");
        StoredMail mail = acting.asPlatform(() -> transaction.execute(status -> mails.list(null, null, 100).stream()
                .filter(one -> one.recipient().equals(address) && one.kind().equals("text_test"))
                .findFirst()
                .orElseThrow()));
        assertThat(Objects.requireNonNull(mail).subject()).isEqualTo("Come to A summer night by the river!");
        assertThat(api().get(texts + "/en/guest_invited").body().path("versions"))
                .isEmpty();
    }

    @Test
    void every_text_has_its_names_and_a_preview_in_every_language() {
        for (MailText kind : MailText.values()) {
            for (String language : List.of("en", "de", "fr", "es", "pt")) {
                Answer preview = api().send(
                                "POST",
                                texts + "/" + language + "/" + kind.name().toLowerCase(java.util.Locale.ROOT)
                                        + "/previews",
                                "{}");
                assertThat(preview.status()).as("%s", kind).isEqualTo(200);
                assertThat(preview.body().path("plain").asString())
                        .as("%s", kind)
                        .doesNotContainPattern("[{}]|notification\\.|guestmail\\.");
            }
        }
    }

    private Answer put(String language, String body) {
        return api().send("PUT", texts + "/" + language + "/order_paid", body);
    }

    private StoredMail bought(OrganizationId seller, String language, String buyer) {
        Letter letter = new Letter(
                        language,
                        52,
                        "Ours for Gala",
                        "Ours to " + buyer,
                        List.of("Our body", "Documents follow."),
                        List.of(),
                        new Button("Open", "https://tickets.example"),
                        List.of(),
                        "Why you get this.")
                .worded("notification.order_paid", buyer, "Gala", "K7QX");
        String cause = "order_paid:" + Ids.next();
        post.take(new NewMail(cause, "order_paid", seller, PeopleFixture.address("buyer"), null, letter));
        return Objects.requireNonNull(acting.asPlatform(() ->
                transaction.execute(status -> mails.list(null, null, 100).stream()
                        .filter(mail -> mail.cause().equals(cause))
                        .findFirst()
                        .orElseThrow())));
    }

    private ApiClient api() {
        return new ApiClient(settings.baseUrl().getPort(), people.token(owner));
    }

    private Visitor signedIn() {
        Visitor visitor = Visitor.of(settings.baseUrl());
        visitor.plantCookie("marquee_session", people.webToken(owner));
        return visitor;
    }
}
