package io.marquee.payment.sandbox;

import io.marquee.payment.PaymentView;
import io.marquee.platform.tenancy.Acting;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Sets the sandbox up for a test, and plays the buyer on its hosted page. */
@Component
public class SandboxFixture {
    private final SandboxBehaviours behaviours;
    private final SandboxServer server;
    private final Acting acting;

    SandboxFixture(SandboxBehaviours behaviours, SandboxServer server, Acting acting) {
        this.behaviours = behaviours;
        this.server = server;
        this.acting = acting;
    }

    /** Late means a second; slow cards and disputes come at once. @param delivery now, late, twice or never */
    public void webhooksCome(String delivery) {
        behave(delivery, 1, 0, 0);
    }

    public void behave(String delivery, int lateSeconds, int settleSeconds, int disputeSeconds) {
        acting.asPlatform(() -> behaviours.set(
                new BehaviourForm(delivery, "" + lateSeconds, "" + settleSeconds, "" + disputeSeconds).parsed()));
    }

    /** As it is when nobody touched it. */
    public void mend() {
        behave("now", 30, 10, 10);
    }

    /** The buyer types a test card into the hosted page. */
    public void pay(PaymentView open, String card) {
        acting.asPlatform(() -> server.pay(ref(open), TestCard.of(card).orElseThrow()));
    }

    /** The buyer says in their bank's app whether it was they. */
    public void authenticate(PaymentView open, boolean approved) {
        acting.asPlatform(() -> server.authenticate(ref(open), approved));
    }

    /** The charge's id, from the address of its page. */
    public static String ref(PaymentView open) {
        String[] path = Objects.requireNonNull(open.nextAction()).url().split("/");
        return path[path.length - 1].equals("authentication") ? path[path.length - 2] : path[path.length - 1];
    }
}
