package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whatever a provider does, whoever asks it has an answer or a refusal in a bounded time. */
class ProviderLineTest {
    private final ProviderLine line = new ProviderLine("moody", Duration.ofMillis(600));
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void a_provider_that_hangs_is_left_behind() {
        CountDownLatch never = new CountDownLatch(1);
        long began = System.nanoTime();

        assertThatThrownBy(() -> line.call(() -> {
                    calls.incrementAndGet();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new ProviderUnreachable("stopped", e);
                    }
                    return "too late";
                }))
                .isInstanceOf(ProviderUnreachable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(calls).as("nobody knocks twice at a door that is stuck").hasValue(1);
    }

    @Test
    void what_failed_quickly_is_tried_again_before_anybody_is_told() {
        String answer = line.call(() -> calls.incrementAndGet() < 2 ? unreachable() : "here");

        assertThat(answer).isEqualTo("here");
    }

    @Test
    void an_answer_that_nobody_likes_is_an_answer() {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> line.call(() -> {
                        calls.incrementAndGet();
                        throw new IllegalArgumentException("declined");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(calls).as("asked once each").hasValue(30);
        assertThat(line.isClosed()).isFalse();
    }

    @Test
    void where_most_calls_come_to_nothing_none_is_made_for_a_while() {
        while (!line.isClosed()) {
            assertThatThrownBy(() -> line.call(() -> {
                        calls.incrementAndGet();
                        return unreachable();
                    }))
                    .isInstanceOf(ProviderUnreachable.class);
            assertThat(calls.get()).isLessThan(30);
        }
        int made = calls.get();

        assertThatThrownBy(() -> line.call(calls::incrementAndGet)).isInstanceOf(ProviderUnreachable.class);

        assertThat(calls).hasValue(made);
    }

    @Test
    void the_provider_is_asked_by_whoever_acts() {
        Actor system = new Actor.System(new OrganizationId(Ids.next()), null);

        Acting.request(
                system, () -> assertThat(line.<Actor>call(Acting::current)).isEqualTo(system));
    }

    @Test
    void what_is_in_memory_may_be_asked_inside_a_transaction_and_nothing_else() {
        PaymentProvider guarded = OutsideTransactions.around(answering("moody"), line);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThat(guarded.name()).isEqualTo("moody");
            assertThatThrownBy(() -> guarded.check("card")).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    private static PaymentProvider answering(String name) {
        return (PaymentProvider) Proxy.newProxyInstance(
                PaymentProvider.class.getClassLoader(), new Class<?>[] {PaymentProvider.class}, (p, m, a) -> name);
    }

    private static String unreachable() {
        throw new ProviderUnreachable("no line", null);
    }
}
