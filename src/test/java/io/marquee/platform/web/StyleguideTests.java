package io.marquee.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.testing.MarqueeTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MarqueeTest
class StyleguideTests {
    private static final List<String> SCRIPTS =
            List.of("marquee", "forms", "confirm", "toast", "copy", "stepper", "countdown", "localtime");

    @Autowired
    private Assets assets;

    @LocalServerPort
    private int port;

    @Test
    void shows_every_component() throws Exception {
        var page = get("/styleguide", "Accept-Language", "de");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("lang=\"de\"", "Im Verkauf", "class=\"hue-50\"")
                .doesNotContain(" style=", "<style", "onclick=");
    }

    @Test
    void a_page_with_its_styles_fonts_and_scripts_stays_under_100_kilobytes() throws Exception {
        var size = zipped(get("/styleguide").body().getBytes()) + zipped(assets.stylesheet());
        for (var font : List.of("inter-latin", "bricolage-latin")) size += file("fonts/" + font + ".woff2").length;
        for (var script : SCRIPTS) size += zipped(file("js/" + script + ".js"));
        assertThat(size).isLessThan(90_000);
    }

    @Test
    void files_may_be_kept_for_a_year_under_the_address_of_their_version() throws Exception {
        for (var path : List.of("css/marquee.css", "js/marquee.js", "fonts/inter-latin.woff2", "img/icons.svg")) {
            var answer = get(assets.url(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=31536000", "immutable"));
        }
    }

    @Test
    void a_page_from_before_a_deployment_still_finds_its_files_but_keeps_none_of_them() throws Exception {
        for (var path : List.of("css/marquee.css", "js/marquee.js", "fonts/inter-latin.woff2", "manifest.json")) {
            var answer = get("/assets/0123456789ab/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
        }
        assertThat(get(assets.url("manifest.json")).headers().firstValue("Content-Type"))
                .hasValue("application/json");
        for (var path : List.of("js/unknown.js", "../application.yaml", "%2e%2e/application.yaml", "")) {
            assertThat(get("/assets/0123456789ab/" + path).statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
        assertThat(get("/assets/nonsense/js/marquee.js").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "evil",
                "/a\r\nb",
                ""
            })
    void the_language_switch_leads_nowhere_else(String back) throws Exception {
        var answer = get(
                "/language?to=de&back=" + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void the_language_switch_comes_back_and_is_remembered() throws Exception {
        var answer = get("/language?to=de&back=%2Fstyleguide%3Fa%3D1");
        assertThat(answer.headers().firstValue("Location")).hasValue("/styleguide?a=1");
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertThat(get("/styleguide", "Cookie", cookie).body()).contains("lang=\"de\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=xx", "lang=../../etc", "lang=%00", "lang=de_AT_x"})
    void a_strange_cookie_does_no_harm(String cookie) throws Exception {
        assertThat(get("/styleguide", "Cookie", cookie).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            if (headers.length > 0) request.headers(headers);
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static byte[] file(String path) throws IOException {
        try (var file = StyleguideTests.class.getResourceAsStream("/static/" + path)) {
            return java.util.Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static int zipped(byte[] content) throws IOException {
        var sink = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(sink)) {
            zip.write(content);
        }
        return sink.size();
    }
}
