package io.marquee.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.NotFound;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.MarqueeTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class PrivateFilesTest {
    @Autowired
    private PrivateFiles files;

    @Autowired
    private Signatures signatures;

    @Autowired
    private Orphans orphans;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Settings settings;

    @Test
    void whoever_has_the_link_has_the_file_to_save_and_nobody_on_the_way_keeps_it() throws Exception {
        PrivateFile file = kept("Preise für „alle“.pdf", "what was said");
        HttpResponse<String> answer = get(files.link(file.id()).path());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("what was said");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''Preise%20f%C3%BCr%20");
    }

    @Test
    void what_broke_off_goes_on_where_it_was() throws Exception {
        PrivateFile file = kept("evidence.pdf", "0123456789");
        HttpResponse<String> rest = get(files.link(file.id()).path(), "Range", "bytes=6-");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo("6789");
        assertThat(header(rest, "Content-Range")).isEqualTo("bytes 6-9/10");
    }

    @Test
    void a_link_that_is_over_or_was_changed_opens_nothing() throws Exception {
        PrivateFile file = kept("evidence.pdf", "hers");
        PrivateFile other = kept("evidence.pdf", "his");
        String good = files.link(file.id()).path();
        String proof = good.substring(good.indexOf("&proof="));
        assertThat(get(good).statusCode()).isEqualTo(200);

        assertThat(get(signatures.link(file.id(), Duration.ofSeconds(-1)).path())
                        .statusCode())
                .as("over")
                .isEqualTo(404);
        assertThat(get(signatures.link(file.id(), Duration.ofDays(1)).path().replaceAll("&proof=.*", proof))
                        .statusCode())
                .as("made longer")
                .isEqualTo(404);
        assertThat(get(good.replace(file.id().toString(), other.id().toString()))
                        .statusCode())
                .as("of another file")
                .isEqualTo(404);
        for (String wrong : new String[] {
            good.substring(0, good.length() - 1), good + "A", good.replace(proof, ""), good.replace("until=", "until=-")
        }) {
            assertThat(get(wrong).statusCode()).as(wrong).isEqualTo(404);
        }
    }

    @Test
    void a_file_that_was_removed_is_gone_from_the_store_too() throws Exception {
        PrivateFile file = kept("evidence.pdf", "hers");
        SignedLink link = files.link(file.id());
        run(() -> files.remove(file.id()));

        assertThat(get(link.path()).statusCode()).isEqualTo(404);
        orphans.remove();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThatThrownBy(() -> files.open(file)).isInstanceOf(NotFound.class));
    }

    private PrivateFile kept(String name, String content) {
        PrivateFile file = files.put(name, "application/pdf", content.getBytes(StandardCharsets.UTF_8));
        run(() -> files.name(file, null));
        return file;
    }

    private void run(Runnable work) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> work.run()));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + settings.port() + path));
            if (headers.length > 0) request.headers(headers);
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
