package io.marquee.event.web;

import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.event.Markdown;
import io.marquee.event.Offer;
import io.marquee.event.Visibility;
import io.marquee.event.web.EventPageView.Share;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What search engines and previews are told of an event. */
@Component
class Shares {
    private static final int LONGEST_DESCRIPTION = 200;

    private final URI baseUrl;
    private final JsonMapper json;
    private final Clock clock;

    Shares(Settings settings, JsonMapper json, Clock clock) {
        this.baseUrl = settings.baseUrl();
        this.json = json;
        this.clock = clock;
    }

    Share of(EventView event, OrganizationView host, List<Offer> offers) {
        String url = baseUrl + EventLinks.path(event);
        String image = baseUrl + EventLinks.socialImage(event);
        String description = description(event.details());
        StructuredData data = new StructuredData(url, image, description, baseUrl + "/o/" + host.slug(), host.name());
        return new Share(
                url,
                description,
                image,
                event.details().visibility() == Visibility.PUBLIC && EventPages.isOpen(event),
                inScript(json.writeValueAsString(data.of(event, offers, clock.instant()))));
    }

    /** The event in a sentence or two: its summary, else the beginning of what was written about it. */
    String description(EventDetails details) {
        String words = details.summary().isBlank() ? details.description() : details.summary();
        return words.isBlank() ? details.title() : Markdown.plain(words, LONGEST_DESCRIPTION);
    }

    /** Nothing in a title may end the script element that it stands in. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
