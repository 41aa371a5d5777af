package io.marquee.platform.operation;

import io.marquee.platform.config.Settings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;

/** Settings that are valid one by one, and yet may not be what the operator wants. */
@Order(10)
class ConfigurationCheck implements Check {
    private final Settings settings;

    ConfigurationCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        String mode = settings.production() ? "production" : "development";
        findings.add(Finding.ok("configuration: " + mode + ", data in " + settings.data()));
        findings.add(address());
        findings.add(sandbox());
        return findings;
    }

    private Finding address() {
        String what = "address: " + settings.baseUrl();
        boolean local =
                List.of("localhost", "127.0.0.1").contains(settings.baseUrl().getHost());
        if (settings.production() && local) {
            return Finding.warn(what, "links in mail lead nowhere else: set MARQUEE_BASE_URL to the public address");
        } else if (settings.production() && settings.baseUrl().getScheme().equals("http")) {
            return Finding.warn(what, "passwords travel in the clear: put TLS in front and set an https address");
        } else {
            return Finding.ok(what);
        }
    }

    private Finding sandbox() {
        if (settings.production() && settings.sandbox()) {
            return Finding.warn("payment sandbox: on", "set MARQUEE_SANDBOX=off before you sell for real money");
        } else {
            return Finding.ok("payment sandbox: " + (settings.sandbox() ? "on" : "off"));
        }
    }
}
