package io.marquee.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.testing.MarqueeTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarqueeTest
class ApplicationStartTests {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Settings settings;

    @LocalServerPort
    private int port;

    @Test
    void the_application_works_as_a_role_that_owns_nothing() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo(Roles.APP);
        assertThat(jdbc.sql("select count(*) from pg_tables where tableowner = current_user")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_settings_know_the_address() {
        assertThat(settings.baseUrl()).isEqualTo(URI.create("http://localhost:" + port));
    }

    @Test
    void the_started_application_is_ready() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(settings.baseUrl().resolve("/actuator/health/readiness"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("UP");
        }
    }
}
