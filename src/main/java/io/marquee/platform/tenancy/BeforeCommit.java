package io.marquee.platform.tenancy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the transaction under way has to write down at its end, all of it at once: sales come in batches, and a statement for each
 * would cost more than the sale itself. All who have something to write do it as the platform, which is stated once for them.
 * Nothing is written where it rolls back.
 */
public final class BeforeCommit<T> {
    private final Acting acting;
    private final Consumer<List<T>> write;

    /** @param write in the transaction, as the platform, in the order in which things were added */
    public BeforeCommit(Acting acting, Consumer<List<T>> write) {
        this.acting = acting;
        this.write = write;
    }

    /** @throws IllegalStateException where no transaction is under way */
    @SuppressWarnings("unchecked") // what is kept for one is of its type
    public void add(T item) {
        ((List<T>) ofTransaction().items.computeIfAbsent(this, one -> new ArrayList<>())).add(item);
    }

    private Gathered ofTransaction() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Gathered.class::isInstance)
                .map(Gathered.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Gathered fresh = new Gathered(acting);
                    TransactionSynchronizationManager.registerSynchronization(fresh);
                    return fresh;
                });
    }

    @SuppressWarnings("unchecked") // as above
    private void write(List<?> items) {
        write.accept((List<T>) items);
    }

    /** Of one transaction. */
    private static final class Gathered implements TransactionSynchronization {
        private final Acting acting;
        private final Map<BeforeCommit<?>, List<?>> items = new LinkedHashMap<>();

        private Gathered(Acting acting) {
            this.acting = acting;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            acting.asPlatform(() -> items.forEach(BeforeCommit::write));
        }
    }
}
