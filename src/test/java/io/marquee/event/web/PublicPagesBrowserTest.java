package io.marquee.event.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.marquee.event.Category;
import io.marquee.event.EventDetails;
import io.marquee.event.EventType;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.media.ImageView;
import io.marquee.media.MediaLibrary;
import io.marquee.organization.OrganizationView;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.Browser;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeDetails;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages that everybody sees, in a real browser; their pictures lie in {@code target/pictures}. */
@MarqueeTest
@Tag("browser")
class PublicPagesBrowserTest {
    private static final String ABOUT = """
            Four acts, one pier and the tide going out. Bring a jacket: it is always **colder over the water** than you think.

            ## The evening

            - 18:45 doors, food from the market
            - 19:30 Ada Lind and the Low Tide Trio
            - 21:00 everybody else

            > Best seat in town, and it floats.

            More at [the harbour](https://example.org/harbour).
            """;
    private static final Path PICTURES = Path.of("target/pictures");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Settings settings;

    @Autowired
    Organizations organizations;

    @Autowired
    Events events;

    @Autowired
    MediaLibrary media;

    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    Acting acting;

    OrganizationView host;
    EventView event;
    String number = String.valueOf(System.nanoTime());

    @BeforeEach
    void anEventWithAllThereIs() throws IOException {
        PersonId person = people.person("Ada Lind");
        host = organizations.create(person, "Harbour Collective");
        byte[] picture = sunset();
        event = acting.as(people.actor(person), () -> {
            ImageView cover = media.add("cover", host.id(), picture);
            EventDetails details = EventDetails.of(
                            "Low Tide Sessions: an evening on the pier, no. " + number,
                            LocalDateTime.of(2031, 6, 18, 19, 30),
                            LocalDateTime.of(2031, 6, 18, 23, 0),
                            EventFixture.LISBON)
                    .description(ABOUT)
                    .venue("Pier 14")
                    .address("Harbour Road 2")
                    .city("Lisbon")
                    .country("PT")
                    .type(EventType.CONCERT)
                    .category(Category.MUSIC)
                    .tags(List.of("jazz", "open air"))
                    .minimumAge(16)
                    .refundPolicy("Refunds until 11 June.")
                    .cover(cover.id())
                    .hue(cover.hue())
                    .build();
            EventView draft = events.create(host.id(), details);
            other("Morning swim", 19, 7);
            other("Sourdough for beginners: flour, water, salt and a great deal of patience", 20, 10);
            return events.publish(draft.id());
        });
        tickets.type(event, type("General admission", "Standing, one drink included", 2400, 120));
        tickets.type(event, type("Front row", "Seat on the deck", 4800, 8));
    }

    @AfterEach
    void nothing_was_refused_or_failed() {
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK", "320, LIGHT"})
    void everybody_can_read_them_at_any_width_in_any_light(int width, ColorScheme light) {
        NewContextOptions options =
                Browser.visitorOptions().setViewportSize(width, 900).setColorScheme(light);
        Page page = browser.visitor(options);
        List<String> paths =
                List.of("/events/" + event.slug(), "/", "/discover?q=tide", "/discover?q=xyzzy", "/o/" + host.slug());
        for (String path : paths) {
            page.navigate(settings.baseUrl() + path);
            picture(page, path, width + "-" + light);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(width);
            assertThat(Look.violations(page)).as(path).isEmpty();
        }
    }

    @Test
    void the_page_weighs_less_than_100_kilobytes_without_its_cover() {
        List<Response> responses = new ArrayList<>();
        Page page = browser.visitor();
        page.onResponse(responses::add);
        page.navigate(settings.baseUrl() + "/events/" + event.slug());
        page.waitForLoadState(LoadState.NETWORKIDLE);

        long bytes = responses.stream()
                .filter(response -> !response.url().contains("/media/"))
                .mapToLong(response -> response.request().sizes().responseBodySize)
                .sum();

        assertThat(responses).hasSizeGreaterThan(5);
        assertThat(bytes).isBetween(20_000L, 99_999L);
    }

    @Test
    void a_visitor_elsewhere_reads_their_own_time_beside_that_of_the_place() {
        Page page = browser.visitor(Browser.visitorOptions().setTimezoneId("America/New_York"));
        page.navigate(settings.baseUrl() + "/events/" + event.slug());

        assertThat(page.locator("time[data-zone]")).containsText("19:30 – 23:00 WEST · 14:30 your time");
    }

    @Test
    void without_scripts_one_reads_and_searches_all_the_same() {
        Page page = browser.visitor(Browser.visitorOptions().setJavaScriptEnabled(false));
        page.navigate(settings.baseUrl() + "/");
        // other classes have events of that name too
        page.locator("#q").fill("pier tide " + number);
        page.locator("form[role=search] button").click();
        page.locator("a[href='/events/" + event.slug() + "']").click();

        assertThat(page.locator("h1")).hasText(event.details().title());
        assertThat(page.locator("main")).containsText("Harbour Road 2");
        assertThat(page.locator("[data-share]")).isHidden();
    }

    @Test
    void the_picture_for_previews_shows_the_cover() throws IOException {
        String url = settings.baseUrl() + "/events/" + event.slug() + "/social.png";
        BufferedImage picture = ImageIO.read(URI.create(url).toURL());
        Files.createDirectories(PICTURES);
        ImageIO.write(picture, "png", PICTURES.resolve("social.png").toFile());

        Color right = new Color(picture.getRGB(1100, 60));
        Color left = new Color(picture.getRGB(20, 20));

        assertThat(right.getRed()).isGreaterThan(right.getBlue() + 60);
        assertThat(left.getRed() + left.getGreen() + left.getBlue()).isGreaterThan(650);
        assertThat(Visitor.of(settings.baseUrl()).get("/events/" + event.slug()).body())
                .contains("/media/" + event.details().cover() + "/400.jpg 400w");
    }

    private static TicketTypeDetails type(String name, String description, int cents, int quantity) {
        return new TicketTypeDetails(name, description, Money.of(cents, "EUR"), quantity, 10, null, null, null, false);
    }

    private void other(String title, int day, int hour) {
        LocalDateTime start = LocalDateTime.of(2031, 6, day, hour, 0);
        EventDetails details = EventDetails.of(title, start, start.plusHours(2), EventFixture.LISBON)
                .city("Lisbon")
                .country("PT")
                .build();
        events.publish(events.create(host.id(), details).id());
    }

    private static void picture(Page page, String path, String variant) {
        String name = path.replaceAll("[0-9-]*$", "").replaceAll("[^a-z]+", "-").substring(1) + "-" + variant;
        Look.keep(page, name);
    }

    /** A cover without a file from anywhere. */
    private static byte[] sunset() throws IOException {
        BufferedImage image = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0xffb25c), 700, 1000, new Color(0xc93f2e)));
        graphics.fillRect(0, 0, 1000, 1000);
        graphics.setColor(new Color(0xfff3da));
        graphics.fillOval(420, 620, 160, 160);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
