package io.marquee.payment.sandbox;

import io.marquee.identity.Access;
import io.marquee.kernel.NotFound;
import io.marquee.payment.sandbox.SandboxDeliveries.SandboxDelivery;
import io.marquee.payment.sandbox.SandboxDisputes.SandboxDispute;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the administrator may do to the sandbox. */
@Component
class SandboxConsole {
    private static final int SHOWN = 50;

    private final SandboxBehaviours behaviours;
    private final SandboxDisputes disputes;
    private final SandboxDeliveries deliveries;
    private final Settings settings;
    private final Access access;
    private final Acting acting;

    SandboxConsole(
            SandboxBehaviours behaviours,
            SandboxDisputes disputes,
            SandboxDeliveries deliveries,
            Settings settings,
            Access access,
            Acting acting) {
        this.behaviours = behaviours;
        this.disputes = disputes;
        this.deliveries = deliveries;
        this.settings = settings;
        this.access = access;
        this.acting = acting;
    }

    SandboxBehaviour behaviour() {
        require();
        return acting.asPlatform(behaviours::current);
    }

    /** @throws io.marquee.kernel.InvalidInput where a time is out of bounds */
    SandboxBehaviour set(SandboxBehaviour wanted) {
        require();
        acting.asPlatform(() -> behaviours.set(wanted));
        return behaviour();
    }

    List<SandboxDispute> openDisputes() {
        require();
        return acting.asPlatform(() -> disputes.open());
    }

    void decide(String dispute, boolean won) {
        require();
        acting.asPlatform(() -> disputes.decide(dispute, won));
    }

    /** Newest first. */
    List<SandboxDelivery> deliveries() {
        require();
        return acting.asPlatform(() -> deliveries.recent(SHOWN));
    }

    /** Sends a webhook again, whatever became of it. */
    void repeat(String delivery) {
        require();
        acting.asPlatform(() -> deliveries.again(delivery));
    }

    private void require() {
        access.requireAdministrator();
        if (!settings.sandbox()) {
            throw new NotFound("page");
        }
    }
}
