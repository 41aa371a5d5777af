package io.marquee.event.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.marquee.event.Discovery;
import io.marquee.platform.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What search engines ask for first: where they may go, and what there is. */
@Controller
class Robots {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final URI baseUrl;
    private final LoadingCache<String, String> sitemap;

    Robots(Settings settings, Discovery discovery) {
        this.baseUrl = settings.baseUrl();
        this.sitemap = Caffeine.newBuilder().expireAfterWrite(KEPT).build(ignored -> made(discovery));
    }

    @ResponseBody
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        return """
                User-agent: *
                Disallow: /api/
                Disallow: /manage
                Disallow: /account
                Disallow: /admin
                Disallow: /checkout/
                Disallow: /orders/
                Disallow: /language
                Sitemap: %s/sitemap.xml
                """.formatted(baseUrl);
    }

    @ResponseBody
    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    String sitemap() {
        return sitemap.get("");
    }

    /** Slugs hold nothing that XML would have to be kept from. */
    private String made(Discovery discovery) {
        return discovery.addresses().stream()
                .map(address -> "<url><loc>" + baseUrl + "/events/" + address.slug() + "</loc><lastmod>"
                        + address.changedAt() + "</lastmod></url>\n")
                .collect(Collectors.joining(
                        "",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                                + "<url><loc>" + baseUrl + "/discover</loc></url>\n",
                        "</urlset>\n"));
    }
}
