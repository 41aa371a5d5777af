package io.marquee.platform.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the transaction under way has to write down at its end, all of it at once: sales come in batches, and a statement for each
 * would cost more than the sale itself. Nothing is written where it rolls back.
 */
public final class BeforeCommit<T> {
    private final Consumer<List<T>> write;

    /** @param write in the transaction, in the order in which things were added */
    public BeforeCommit(Consumer<List<T>> write) {
        this.write = write;
    }

    /** @throws IllegalStateException where no transaction is under way */
    public void add(T item) {
        ofTransaction().items.add(item);
    }

    @SuppressWarnings("unchecked") // whose owner this is holds items of this type
    private Gathered<T> ofTransaction() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(one -> one instanceof Gathered<?> gathered && gathered.owner == this)
                .map(one -> (Gathered<T>) one)
                .findFirst()
                .orElseGet(() -> {
                    Gathered<T> fresh = new Gathered<>(this);
                    TransactionSynchronizationManager.registerSynchronization(fresh);
                    return fresh;
                });
    }

    private static final class Gathered<T> implements TransactionSynchronization {
        private final BeforeCommit<T> owner;
        private final List<T> items = new ArrayList<>();

        private Gathered(BeforeCommit<T> owner) {
            this.owner = owner;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            owner.write.accept(items);
        }
    }
}
