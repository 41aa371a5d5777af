package io.marquee.payment.sandbox;

import io.marquee.payment.FreshLines;
import io.marquee.payment.PaymentId;
import io.marquee.payment.provider.Capability;
import io.marquee.payment.provider.CaptureRequest;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.provider.RefundFact;
import io.marquee.payment.provider.RefundRequest;
import io.marquee.payment.provider.WebhookCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * A fake: the sandbox behind a bad line. Calls can be lost on their way there or their answers on the way back, and facts
 * can be bent. {@link FaultyPost} does the same to its webhooks. Not on offer unless a test asks for it.
 */
@Component
public class FaultyProvider implements PaymentProvider {
    public static final String NAME = "faulty";

    private final PaymentProvider sandbox;
    private final ObjectProvider<FreshLines> lines;
    private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
    private volatile Line line = Line.GOOD;
    private volatile boolean offered;
    private volatile UnaryOperator<ChargeFact> bend = UnaryOperator.identity();

    FaultyProvider(
            @Qualifier("io.marquee.payment.sandbox.SandboxProvider") PaymentProvider sandbox,
            ObjectProvider<FreshLines> lines) {
        this.sandbox = sandbox;
        this.lines = lines;
    }

    /** What becomes of calls. */
    public enum Line {
        GOOD,
        /** The call never arrives. */
        CALLS_LOST,
        /** The call arrives, its answer does not. */
        ANSWERS_LOST,
        /** The call arrives, and nothing comes for a minute. */
        HANGS,
        /** The call arrives, and the answer is no. */
        DENIES
    }

    /** A line that is good again is tried at once, whatever was seen of it before. */
    public void line(Line line) {
        this.line = line;
        this.offered = true;
        if (line == Line.GOOD) lines.getObject().forget(NAME);
    }

    /** Charges are told otherwise than they are. */
    public void bend(UnaryOperator<ChargeFact> bend) {
        this.bend = bend;
        this.offered = true;
    }

    /** Takes everything back: off offer, on a good line, telling the truth. */
    public void mend() {
        line = Line.GOOD;
        offered = false;
        bend = UnaryOperator.identity();
        lines.getObject().forget(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean offered() {
        return offered;
    }

    @Override
    public Set<Capability> capabilities() {
        return sandbox.capabilities();
    }

    @Override
    public void check(String method) {
        sandbox.check(method);
    }

    @Override
    public ChargeFact start(ChargeRequest request) {
        return bend.apply(over(() -> sandbox.start(request)));
    }

    @Override
    public ChargeFact charge(ChargeRef ref) {
        ChargeFact fact = bend.apply(over(() -> sandbox.charge(ref)));
        looks.computeIfAbsent(String.valueOf(fact.reference()), payment -> new AtomicInteger())
                .incrementAndGet();
        return fact;
    }

    /** How often a payment was looked at. */
    public int looks(PaymentId payment) {
        AtomicInteger made = looks.get(payment.toString());
        return made == null ? 0 : made.get();
    }

    @Override
    public ChargeFact cancel(ChargeRequest request, @Nullable ChargeRef ref) {
        return bend.apply(over(() -> sandbox.cancel(request, ref)));
    }

    @Override
    public ChargeFact release(ChargeRef ref) {
        return bend.apply(over(() -> sandbox.release(ref)));
    }

    @Override
    public ChargeFact capture(CaptureRequest request) {
        return bend.apply(over(() -> sandbox.capture(request)));
    }

    @Override
    public RefundFact refund(RefundRequest request) {
        return over(() -> sandbox.refund(request));
    }

    @Override
    public Stream<ChargeFact> charges(@Nullable String account, Instant from, Instant until) {
        return over(() -> sandbox.charges(account, from, until)).map(bend);
    }

    @Override
    public Notice read(WebhookCall call) {
        return sandbox.read(call);
    }

    private <T> T over(Supplier<T> call) {
        if (line == Line.CALLS_LOST) {
            throw new ProviderUnreachable("the call was lost", null);
        }
        if (line == Line.DENIES) {
            throw new ProviderDenied("the account is closed", null);
        }
        T answer = call.get();
        if (line == Line.ANSWERS_LOST) {
            throw new ProviderUnreachable("the answer was lost", null);
        } else if (line == Line.HANGS) {
            hang();
        }
        return answer;
    }

    private static void hang() {
        try {
            Thread.sleep(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
            throw new ProviderUnreachable("nobody waits any more", e);
        }
    }
}
