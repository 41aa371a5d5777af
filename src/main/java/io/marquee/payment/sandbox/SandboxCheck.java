package io.marquee.payment.sandbox;

import io.marquee.platform.config.Settings;
import io.marquee.platform.operation.Check;
import io.marquee.platform.operation.Finding;
import java.util.List;
import org.springframework.core.annotation.Order;

/** Whether orders can be paid with play money. */
@Order(60)
class SandboxCheck implements Check {
    private final Settings settings;

    SandboxCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() {
        if (!settings.sandbox()) {
            return List.of(Finding.warn("payments: none on offer", "set MARQUEE_SANDBOX=on to try them"));
        } else if (settings.production()) {
            return List.of(Finding.warn(
                    "payments: the sandbox is on, and its test cards buy tickets for no money",
                    "set MARQUEE_SANDBOX=off before you sell"));
        }
        return List.of(Finding.ok("payments: the sandbox is on"));
    }
}
