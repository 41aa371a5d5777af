package io.marquee.payment.sandbox;

import io.marquee.payment.sandbox.SandboxDisputes.SandboxDispute;
import io.marquee.payment.sandbox.SandboxRefunds.SandboxRefund;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's books to be read from end to end: a page of charges with all that belongs to them in four queries. */
@Component
class SandboxStatement {
    private static final int PAGE = 500;

    private final SandboxCharges charges;
    private final SandboxRefunds refunds;
    private final SandboxDisputes disputes;
    private final SandboxServer server;

    SandboxStatement(SandboxCharges charges, SandboxRefunds refunds, SandboxDisputes disputes, SandboxServer server) {
        this.charges = charges;
        this.refunds = refunds;
        this.disputes = disputes;
        this.server = server;
    }

    record Entry(SandboxCharge charge, List<SandboxRefund> refunds, List<SandboxDispute> disputes) {}

    /** One charge as it stands. @throws io.marquee.kernel.NotFound */
    @Transactional
    public Entry of(SandboxCharge charge) {
        return new Entry(charge, refunds.of(charge.id()), disputes.of(charge.id()));
    }

    /** @param after the last id of the page before. @param account an organization's, or null for the operator's own */
    @Transactional
    public List<Entry> page(@Nullable String account, Instant from, Instant until, String after) {
        List<SandboxCharge> page = charges.between(account, from, until, after, PAGE);
        String[] ids = page.stream().map(SandboxCharge::id).toArray(String[]::new);
        Map<String, List<SandboxRefund>> refunded = refunds.ofAll(ids);
        Map<String, List<SandboxDispute>> disputed = disputes.ofAll(ids);
        return page.stream()
                .map(charge -> {
                    List<SandboxRefund> back = refunded.getOrDefault(charge.id(), List.of());
                    return mayHaveMoved(charge, back)
                            ? of(server.charge(charge.id()))
                            : new Entry(charge, back, disputed.getOrDefault(charge.id(), List.of()));
                })
                .toList();
    }

    private static boolean mayHaveMoved(SandboxCharge charge, List<SandboxRefund> refunds) {
        return charge.state().waitsForBuyer()
                || charge.state() == ChargeState.PROCESSING
                || charge.disputedAt() != null
                || refunds.stream().anyMatch(refund -> refund.state() == SandboxRefunds.State.PENDING);
    }
}
