package io.marquee.identity;

import io.marquee.platform.tenancy.Acting;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A transaction of the platform: whoever signs up or in is nobody yet, and may see no account. Short ones, so that no
 * connection waits while a password is hashed.
 */
@Component
class AsPlatform {
    private final Acting acting;
    private final TransactionOperations transactions;

    AsPlatform(Acting acting, TransactionOperations transactions) {
        this.acting = acting;
        this.transactions = transactions;
    }

    <T extends @Nullable Object> T call(Supplier<T> work) {
        return acting.asPlatform(() -> transactions.<T>execute(status -> work.get()));
    }

    void run(Runnable work) {
        this.<@Nullable Void>call(() -> {
            work.run();
            return null;
        });
    }
}
