package io.marquee.payment.sandbox;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.payment.sandbox.SandboxBehaviour.Delivery;
import java.util.Arrays;

/** The sandbox's behaviour as it is typed. */
record BehaviourForm(String delivery, String lateSeconds, String settleSeconds, String disputeSeconds) {

    static BehaviourForm of(SandboxBehaviour behaviour) {
        return new BehaviourForm(
                Wire.name(behaviour.delivery()),
                String.valueOf(behaviour.lateSeconds()),
                String.valueOf(behaviour.settleSeconds()),
                String.valueOf(behaviour.disputeSeconds()));
    }

    /** @throws InvalidInput with everything that is wrong, each at its field */
    SandboxBehaviour parsed() {
        InvalidInput.gather()
                .check(isDelivery(delivery), "delivery", "sandbox_delivery")
                .check(isSeconds(lateSeconds), "lateSeconds", "sandbox_seconds", SandboxBehaviour.LONGEST)
                .check(isSeconds(settleSeconds), "settleSeconds", "sandbox_seconds", SandboxBehaviour.LONGEST)
                .check(isSeconds(disputeSeconds), "disputeSeconds", "sandbox_seconds", SandboxBehaviour.LONGEST)
                .orThrow();
        return new SandboxBehaviour(
                Wire.parse(Delivery.class, delivery),
                Integer.parseInt(lateSeconds.strip()),
                Integer.parseInt(settleSeconds.strip()),
                Integer.parseInt(disputeSeconds.strip()));
    }

    /** @throws InvalidInput unless it is one of the words */
    static Delivery delivery(String word) {
        InvalidInput.gather()
                .check(isDelivery(word), "delivery", "sandbox_delivery")
                .orThrow();
        return Wire.parse(Delivery.class, word);
    }

    private static boolean isDelivery(String word) {
        return Arrays.stream(Delivery.values()).map(Wire::name).anyMatch(word::equals);
    }

    private static boolean isSeconds(String typed) {
        return typed.strip().matches("[0-9]{1,4}");
    }
}
