package io.marquee.payment.sandbox;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.payment.sandbox.SandboxBehaviour.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the sandbox's behaviour is kept. */
@Component
class SandboxBehaviours {
    private final JdbcClient jdbc;

    SandboxBehaviours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public SandboxBehaviour current() {
        return jdbc.sql("select delivery, late_seconds, settle_seconds, dispute_seconds from payment.sandbox_settings")
                .query((row, n) -> new SandboxBehaviour(
                        Wire.parse(Delivery.class, row.getString(1)), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }

    /** @throws InvalidInput where a time is below zero or above an hour */
    @Transactional
    public void set(SandboxBehaviour wanted) {
        InvalidInput.gather()
                .check(sane(wanted.lateSeconds()), "lateSeconds", "sandbox_seconds", SandboxBehaviour.LONGEST)
                .check(sane(wanted.settleSeconds()), "settleSeconds", "sandbox_seconds", SandboxBehaviour.LONGEST)
                .check(sane(wanted.disputeSeconds()), "disputeSeconds", "sandbox_seconds", SandboxBehaviour.LONGEST)
                .orThrow();
        int rows = jdbc.sql("""
                        update payment.sandbox_settings
                        set delivery = ?, late_seconds = ?, settle_seconds = ?, dispute_seconds = ?
                        """)
                .params(
                        Wire.name(wanted.delivery()),
                        wanted.lateSeconds(),
                        wanted.settleSeconds(),
                        wanted.disputeSeconds())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the sandbox has lost its settings");
        }
    }

    private static boolean sane(int seconds) {
        return seconds >= 0 && seconds <= SandboxBehaviour.LONGEST;
    }
}
