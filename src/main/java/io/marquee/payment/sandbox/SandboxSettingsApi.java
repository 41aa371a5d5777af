package io.marquee.payment.sandbox;

import io.marquee.kernel.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sandbox's behaviour, for tests of what integrates with it. */
@Tag(name = "Sandbox", description = "The built-in payment sandbox; for administrators")
@RestController
@RequestMapping("/api/v1/sandbox/settings")
class SandboxSettingsApi {
    private final SandboxConsole console;

    SandboxSettingsApi(SandboxConsole console) {
        this.console = console;
    }

    /** @param delivery now, late, twice or never */
    record Settings(String delivery, int lateSeconds, int settleSeconds, int disputeSeconds) {
        static Settings of(SandboxBehaviour behaviour) {
            return new Settings(
                    Wire.name(behaviour.delivery()),
                    behaviour.lateSeconds(),
                    behaviour.settleSeconds(),
                    behaviour.disputeSeconds());
        }
    }

    /** What is left out stays as it is. */
    record Wanted(
            @Schema(example = "late") @Nullable String delivery,
            @Schema(example = "30") @Nullable Integer lateSeconds,
            @Nullable Integer settleSeconds,
            @Nullable Integer disputeSeconds) {
        SandboxBehaviour over(SandboxBehaviour now) {
            return new SandboxBehaviour(
                    delivery == null ? now.delivery() : BehaviourForm.delivery(delivery),
                    Objects.requireNonNullElse(lateSeconds, now.lateSeconds()),
                    Objects.requireNonNullElse(settleSeconds, now.settleSeconds()),
                    Objects.requireNonNullElse(disputeSeconds, now.disputeSeconds()));
        }
    }

    @Operation(summary = "How the sandbox behaves")
    @GetMapping
    Settings get() {
        return Settings.of(console.behaviour());
    }

    @Operation(summary = "Set whether webhooks come now, late, twice or never, and how long slow things take")
    @PutMapping
    Settings put(@RequestBody Wanted wanted) {
        return Settings.of(console.set(wanted.over(console.behaviour())));
    }
}
