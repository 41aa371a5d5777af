package io.marquee.platform.tenancy;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What only memory is told of, once the transaction under way is committed; nothing where it rolls back. A cache that were
 * changed earlier could read again what is about to be over, and would have its readers wait for whoever holds the rows.
 */
public final class AfterCommit {
    private AfterCommit() {}

    /** At once where no transaction is under way. */
    public static void run(Runnable tell) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tell.run();
                }
            });
        } else {
            tell.run();
        }
    }
}
