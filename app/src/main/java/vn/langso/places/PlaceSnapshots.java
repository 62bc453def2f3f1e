package vn.langso.places;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.langso.kernel.Texts;

/**
 * Keeps the tree of the current revision. Looks at most once a second whether another copy of the program changed places; one thread
 * fetches the new ones while the others go on with the old.
 *
 * <p>Inside a transaction that changed places its own tree is seen, by nobody else until the commit.
 */
@Component
class PlaceSnapshots {

    /** Half of what people notice after a change on another copy of the program. */
    private static final long CHECK_EVERY_MILLIS = 1_000;

    private final PlaceStore store;
    private final InstantSource clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable PlaceTree current;
    private volatile long checkedAtMillis;

    PlaceSnapshots(PlaceStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    PlaceTree tree() {
        Changed own = (Changed) TransactionSynchronizationManager.getResource(this);
        if (own != null) {
            return own.tree(this);
        }
        PlaceTree tree = current;
        if (tree == null) {
            refreshing.lock();
        } else if (!isStale(tree) || !refreshing.tryLock()) {
            return tree;
        }
        try {
            return refreshed();
        } finally {
            refreshing.unlock();
        }
    }

    /** The tree of the locked revision, as this transaction sees it. */
    PlaceTree locked(long revision) {
        PlaceTree tree = tree();
        return tree.revision() == revision ? tree : new PlaceTree(store.load(), today());
    }

    /** From now on this transaction sees its own changes; after its commit everybody does. */
    void changed() {
        Changed own = (Changed) TransactionSynchronizationManager.getResource(this);
        if (own != null) {
            own.tree = null;
            return;
        }
        TransactionSynchronizationManager.bindResource(this, new Changed());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(PlaceSnapshots.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(PlaceSnapshots.this, new Changed());
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(PlaceSnapshots.this);
                checkedAtMillis = 0;
            }
        });
    }

    private boolean isStale(PlaceTree tree) {
        return Math.abs(clock.millis() - checkedAtMillis) >= CHECK_EVERY_MILLIS
                || !tree.today().equals(today());
    }

    private PlaceTree refreshed() {
        PlaceTree tree = current;
        if (tree != null && !isStale(tree)) {
            return tree;
        }
        LocalDate today = today();
        if (tree == null || store.revision() != tree.revision()) {
            tree = new PlaceTree(store.load(), today);
        } else if (!tree.today().equals(today)) {
            tree = new PlaceTree(tree.records(), today);
        }
        current = tree;
        checkedAtMillis = clock.millis();
        return tree;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Texts.ZONE);
    }

    /** The tree of a transaction that changed places; built when it is first asked for. */
    private static final class Changed {

        private @Nullable PlaceTree tree;

        PlaceTree tree(PlaceSnapshots snapshots) {
            PlaceTree known = tree;
            if (known == null) {
                known = new PlaceTree(snapshots.store.load(), snapshots.today());
                tree = known;
            }
            return known;
        }
    }
}
