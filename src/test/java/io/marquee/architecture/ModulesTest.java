package io.marquee.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.Marquee;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Marquee.class);

    @Test
    void arrows_between_modules_point_down_only() {
        MODULES.verify();
    }

    @Test
    void every_module_has_a_card() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains("kernel", "platform", "identity", "event", "ticketing", "payment", "ordering", "checkin");
        MODULES.forEach(module -> assertThat(module.getDisplayName())
                .as("displayName in package-info of " + module.getIdentifier())
                .isNotBlank());
    }
}
