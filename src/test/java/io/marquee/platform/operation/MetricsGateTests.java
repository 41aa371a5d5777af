package io.marquee.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.testing.MarqueeTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@MarqueeTest
class MetricsGateTests {
    private static final String TOKEN = "a-token-of-the-tests";

    @TempDir
    private static Path data;

    @Autowired
    private Settings running;

    @Test
    void this_machine_sees_the_figures() throws Exception {
        HttpResponse<String> answer = get("/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_memory_used_bytes").contains("hikaricp_connections");
    }

    @Test
    void what_a_proxy_forwards_is_not_from_this_machine() throws Exception {
        for (String spelling :
                new String[] {"/actuator/prometheus", "/actuator/%70rometheus", "/%61ctuator/prometheus"}) {
            assertThat(get(spelling, "X-Forwarded-For", "203.0.113.9").statusCode())
                    .as(spelling)
                    .isEqualTo(404);
        }
    }

    @Test
    void another_machine_needs_the_token() throws Exception {
        assertThat(statusFor("203.0.113.9", null)).isEqualTo(404);
        assertThat(statusFor("203.0.113.9", "Bearer another-token-of-tests")).isEqualTo(404);
        assertThat(statusFor("203.0.113.9", "Bearer " + TOKEN)).isEqualTo(200);
    }

    @Test
    void everybody_sees_the_health_and_nobody_the_rest() throws Exception {
        assertThat(get("/actuator/health/liveness", "X-Forwarded-For", "203.0.113.9")
                        .statusCode())
                .isEqualTo(200);
        for (String closed : new String[] {"env", "heapdump", "beans", "loggers", "shutdown"}) {
            assertThat(get("/actuator/" + closed).statusCode()).as(closed).isEqualTo(404);
        }
    }

    @Test
    void what_each_part_says_is_for_those_who_see_the_figures() throws Exception {
        assertThat(get("/actuator/health").body()).contains("paymentProviders", "\"sandbox\":\"up\"");
        assertThat(get("/actuator/health", "X-Forwarded-For", "203.0.113.9").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("paymentProviders", "details");
    }

    private static int statusFor(String address, @Nullable String authorization) throws Exception {
        Settings settings = Settings.from(Map.of("MARQUEE_DATA", data.toString(), "MARQUEE_METRICS_TOKEN", TOKEN));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setServletPath("/actuator/prometheus");
        request.setRemoteAddr(address);
        if (authorization != null) request.addHeader("Authorization", authorization);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new MetricsGate(settings).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        URI address = running.baseUrl().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) request.headers(headers);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
