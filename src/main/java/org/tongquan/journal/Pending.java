package org.tongquan.journal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Entries of the transaction under way, sent together just before it commits: a door that records
/// twenty changes waits for the database once.
final class Pending implements TransactionSynchronization {
    private final Entries entries;
    private final List<Entry> waiting = new ArrayList<>();

    private Pending(Entries entries) {
        this.entries = entries;
    }

    /// @throws IllegalStateException when no transaction is under way
    static void add(Entries entries, Entry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a journal entry belongs into the transaction of the change itself");
        }
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .filter(p -> p.entries == entries)
                .findFirst()
                .orElseGet(() -> begin(entries))
                .waiting
                .add(entry);
    }

    private static Pending begin(Entries entries) {
        var pending = new Pending(entries);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        entries.add(waiting);
    }
}
