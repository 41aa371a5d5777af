package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.testing.ApiClient;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
@Tag("browser")
class NoticesTest {
    @Autowired
    PostOffice post;

    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    Settings settings;

    private String email = "";
    private PersonId person = PersonId.next();

    @BeforeEach
    void somebody() {
        email = PeopleFixture.address("nina");
        person = people.personWithPassword(email);
    }

    @Test
    void what_is_mailed_to_a_person_is_told_here_too_until_they_read_it() {
        Visitor me = signedIn();
        assertThat(me.get("/account").body()).contains("Notifications: nothing new\"");

        write("order_paid", "Your tickets for Low Tide");

        await().untilAsserted(() -> assertThat(me.get("/account").body()).contains("Notifications: 1 new\""));
        String page = me.get("/account/notifications").body();
        assertThat(page).contains("Your tickets for Low Tide", "Orders and tickets");
        String path = page.replaceAll("(?s).*action=\"(/account/notifications/[0-9a-f-]{36})\".*", "$1");
        assertThat(Visitor.location(me.post(path))).isEqualTo("/orders/x");
        assertThat(me.get("/account").body()).contains("Notifications: nothing new\"");
        assertThat(stranger().post(path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_program_lists_and_reads_them_and_one_cause_is_told_once() {
        NewMail mail = mail("refund_requested", "Somebody asks for a refund");
        post.take(mail);
        post.take(mail);
        write("order_paid", "Your tickets");
        ApiClient me = new ApiClient(settings.baseUrl().getPort(), people.token(person));

        assertThat(me.get("/me/notifications").body().path("items")).hasSize(2);
        assertThat(me.get("/me/notifications?limit=1").text("next")).isNotEmpty();
        assertThat(me.post("/me/notifications/readings", "{}").status()).isEqualTo(204);
        assertThat(me.get("/me/notifications")
                        .body()
                        .path("items")
                        .get(0)
                        .path("readAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void links_to_sign_in_and_what_a_person_does_not_want_here_are_not_told() {
        ApiClient me = new ApiClient(settings.baseUrl().getPort(), people.token(person));
        me.send(
                "PATCH",
                "/me/messages",
                "{\"choices\": [{\"topic\": \"team\", \"channel\": \"in_app\", \"wanted\": false}]}");

        write("sign_in", "Your link to sign in");
        write("dispute_opened", "A payment is in dispute");

        assertThat(me.get("/me/notifications").body().path("items")).isEmpty();
    }

    @Test
    void a_stream_tells_the_number_at_once_and_whenever_it_changes() throws Exception {
        List<String> page = new CopyOnWriteArrayList<>();
        List<String> program = new CopyOnWriteArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        try {
            listen(
                    client,
                    "/account/notifications/stream",
                    "Cookie",
                    "marquee_session=" + people.webToken(person),
                    page);
            listen(
                    client,
                    "/api/v1/me/notifications/stream",
                    "Authorization",
                    "Bearer " + people.token(person),
                    program);
            await().until(() -> page.contains("data:0") && program.contains("data:0"));

            write("order_paid", "Your tickets");

            await().until(() -> page.contains("data:1") && program.contains("data:1"));
        } finally {
            client.shutdownNow();
        }
    }

    private void listen(HttpClient client, String path, String header, String value, List<String> told)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(settings.baseUrl().resolve(path))
                .header(header, value)
                .build();
        BufferedReader stream = new BufferedReader(new InputStreamReader(
                client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
        Thread.ofVirtual().start(() -> read(stream, told));
    }

    @Test
    void the_bell_counts_while_the_page_is_open() {
        write("order_paid", "Your tickets for Low Tide");
        String organization = organizations.organization(person, "Pier 14").id().toString();
        try (Browser browser = new Browser()) {
            Page page = browser.visitor(
                    Browser.visitorOptions().setViewportSize(390, 800).setColorScheme(ColorScheme.DARK));
            page.context()
                    .addCookies(List.of(new Cookie("marquee_session", people.webToken(person))
                            .setUrl(settings.baseUrl().toString())));
            page.navigate(settings.baseUrl() + "/account/notifications");
            page.waitForSelector(".bell .count:has-text('1')");
            // the stream tells the number when it opens: what comes later is told by it
            page.waitForFunction("() => navigator.locks.query().then((all) => all.held.length > 0)");

            write("order_paid", "Your tickets for High Tide");

            page.waitForSelector(".bell .count:has-text('2')");
            for (String path : List.of(
                    "/account/notifications",
                    "/account/messages",
                    "/manage/organizations/" + organization + "/suppressions",
                    "/manage/organizations/" + organization + "/mail-texts",
                    "/manage/organizations/" + organization + "/mail-texts/en/order_paid",
                    "/manage/organizations/" + organization + "/webhooks")) {
                look(page, path);
            }
            showsAMailAsItIsWorded(page, organization);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void showsAMailAsItIsWorded(Page page, String organization) {
        page.navigate(settings.baseUrl() + "/manage/organizations/" + organization + "/mail-texts/en/order_paid");
        FrameLocator mail = page.frameLocator("iframe");
        assertThat(mail.locator("h1").textContent()).isEqualTo("You’re going, Ada Lovelace.");
        page.getByLabel("Heading").fill("Welcome, {buyer}!");
        mail.getByText("Welcome, Ada Lovelace!").waitFor();
        page.getByText("Dark").click();
        mail.getByText("Welcome, Ada Lovelace!").waitFor();
        page.setViewportSize(1280, 900);
        Look.keep(page, "messages-mail-text-dark");
        page.getByText("Save").click();
        page.getByText("No. 1: ").waitFor();
    }

    private void look(Page page, String path) {
        page.navigate(settings.baseUrl() + path);
        String name = path.replaceAll(".*/", "messages-");
        page.setViewportSize(320, 800);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
        page.setViewportSize(390, 800);
        Look.keep(page, name + "-390");
        assertThat(Look.violations(page)).isEmpty();
        page.setViewportSize(1280, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Look.keep(page, name + "-1280");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    }

    private static void read(BufferedReader stream, List<String> told) {
        try {
            for (String line = stream.readLine(); line != null; line = stream.readLine()) told.add(line);
        } catch (IOException closed) {
            // by the test
        }
    }

    private void write(String kind, String subject) {
        post.take(mail(kind, subject));
    }

    private NewMail mail(String kind, String subject) {
        Letter letter = new Letter(
                "en",
                52,
                subject,
                subject,
                List.of("Hello."),
                List.of(),
                new Letter.Button("Open", settings.baseUrl() + "/orders/x"),
                List.of(),
                "Bye.");
        return new NewMail("test:" + Ids.next(), kind, OrganizationId.next(), email, null, letter);
    }

    private Visitor signedIn() {
        return visitor(person);
    }

    private Visitor stranger() {
        return visitor(people.personWithPassword(PeopleFixture.address("stranger")));
    }

    private Visitor visitor(PersonId who) {
        Visitor visitor = Visitor.of(settings.baseUrl());
        visitor.plantCookie("marquee_session", people.webToken(who));
        return visitor;
    }
}
