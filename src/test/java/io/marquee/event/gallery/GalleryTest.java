package io.marquee.event.gallery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.Browser;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
@Tag("browser")
class GalleryTest {
    @Autowired
    Gallery gallery;

    @Autowired
    EventFixture events;

    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private PersonId olga;
    private EventView event;
    private Visitor owner;

    @BeforeEach
    void begin() {
        olga = people.person("Olga Owner");
        var organization = acting.as(people.actor(olga), () -> organizations.create(olga, "Pier " + olga));
        event = events.published(organization.id());
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(olga));
    }

    @Test
    void pictures_stand_in_their_order_and_everybody_may_see_those_of_a_public_event() {
        PictureView pier = add("The pier at dusk", Color.ORANGE);
        PictureView crowd = add("The crowd", Color.BLUE);

        acting.as(people.actor(olga), () -> gallery.move(event, crowd.id(), 1));
        assertThat(gallery.of(event.id()))
                .extracting(PictureView::alt)
                .containsExactly("The crowd", "The pier at dusk");
        acting.as(people.actor(olga), () -> gallery.remove(event, pier.id()));
        assertThat(gallery.of(event.id())).extracting(PictureView::id).containsExactly(crowd.id());
    }

    @Test
    void a_picture_needs_words_and_belongs_to_its_event() {
        assertThatThrownBy(() -> add(" ", Color.ORANGE)).isInstanceOf(InvalidInput.class);
        PictureView pier = add("The pier", Color.ORANGE);
        EventView other = events.published(event.organization());

        assertThatThrownBy(() -> acting.as(people.actor(olga), () -> gallery.describe(other, pier.id(), "Mine")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void programs_describe_move_and_remove_pictures() {
        PictureView pier = add("The pier", Color.ORANGE);
        PictureView crowd = add("The crowd", Color.BLUE);
        String path = "/api/v1/events/" + event.slug() + "/pictures";

        assertThat(owner.send("PATCH", path + "/" + crowd.id(), "{\"alt\": \"A crowd\", \"position\": 1}")
                        .body())
                .containsSubsequence("A crowd", "The pier");
        assertThat(owner.send("PATCH", path + "/" + crowd.id(), "{\"alt\": \"\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(owner.delete(path + "/" + pier.id()).statusCode()).isEqualTo(204);
        assertThat(Visitor.of(settings.baseUrl()).get(path).body())
                .contains("A crowd")
                .doesNotContain("The pier");
    }

    @Test
    void a_team_adds_a_picture_and_a_visitor_reaches_it_by_keyboard() {
        add("The pier at dusk, seen from the water", Color.ORANGE);
        add("The crowd", Color.BLUE);
        try (Browser browser = new Browser()) {
            Page team = browser.visitor(Browser.visitorOptions()
                    .setViewportSize(390, 900)
                    .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + people.token(olga))));
            team.navigate(settings.baseUrl() + "/manage/events/" + event.slug() + "/pictures");
            team.locator("[name=picture]").setInputFiles(new FilePayload("a.png", "image/png", png(Color.GREEN)));
            team.locator("[name=alt]").fill("The garden");
            looks(team, "pictures-of-the-team-390");
            team.locator("form[enctype] button").click();
            assertThat(team.locator("article img")).hasCount(3);

            for (int width : List.of(1280, 390)) {
                Page visitor = browser.visitor(Browser.visitorOptions().setViewportSize(width, 900));
                visitor.navigate(settings.baseUrl() + "/events/" + event.slug());
                Locator last = visitor.locator(".gallery a").last();
                last.scrollIntoViewIfNeeded();
                assertThat(last.locator("img")).hasAttribute("alt", "The garden");
                assertThat(last.locator("img")).hasAttribute("loading", "lazy");
                looks(visitor, "gallery-" + width);
                last.focus();
                assertThat(last).isFocused();
                assertThat(last).hasAttribute("href", Pattern.compile("/media/.*/1600.jpg"));
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void looks(Page page, String name) {
        Look.keep(page, "journey/" + name);
        assertThat(Look.violations(page)).isEmpty();
    }

    private PictureView add(String alt, Color color) {
        return acting.as(people.actor(olga), () -> gallery.add(event, alt, png(color)));
    }

    private static byte[] png(Color color) {
        BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(color);
        graphics.fillOval(100, 50, 700, 500);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
