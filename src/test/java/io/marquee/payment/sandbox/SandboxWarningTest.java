package io.marquee.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SandboxWarningTest {

    @ParameterizedTest
    @CsvSource({"production, on, true", "production, off, false", "development, on, false"})
    void play_money_in_production_is_said_at_the_start(
            String environment, String sandbox, boolean warned, CapturedOutput output) {
        new SandboxWarning(Settings.from(Map.of("MARQUEE_ENV", environment, "MARQUEE_SANDBOX", sandbox))).warn();

        assertThat(output.getAll().contains("The payment sandbox is on")).isEqualTo(warned);
    }
}
