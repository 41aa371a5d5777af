package io.marquee.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.Marquee;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartWithWrongSettingTests {

    @Test
    void a_wrong_setting_stops_the_process_with_one_sentence() throws IOException, InterruptedException {
        Process process = java("MARQUEE_PORT", "eighty");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEqualTo("MARQUEE_PORT is “eighty”, but must be a number from 1 to 65535.\n");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private static Process java(String name, String value) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Marquee.class.getName())
                .redirectErrorStream(true);
        builder.environment().put(name, value);
        return builder.start();
    }
}
