package io.marquee.payment.sandbox;

import io.marquee.platform.config.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start that orders can be paid with play money, where that would be a surprise. */
@Component
class SandboxWarning {
    private static final Logger log = LoggerFactory.getLogger(SandboxWarning.class);

    private final Settings settings;

    SandboxWarning(Settings settings) {
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (settings.production() && settings.sandbox()) {
            log.warn("The payment sandbox is on: anybody can pay orders with test cards, and no money comes in."
                    + " Switch it off with MARQUEE_SANDBOX=off before real tickets are sold.");
        }
    }
}
