// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A boot that goes on beside the tests, with as many others as there are processors. */
final class Booting {

    private static final ExecutorService SIDE_BY_SIDE =
            Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()), task -> {
                Thread thread = new Thread(task, "boot");
                thread.setDaemon(true);
                return thread;
            });

    private final CompletableFuture<GuestRun> run;

    private Booting(CompletableFuture<GuestRun> run) {
        this.run = run;
    }

    /** Begins, or waits for its turn. */
    static Booting of(Supplier<GuestRun> boot) {
        return new Booting(CompletableFuture.supplyAsync(boot, SIDE_BY_SIDE));
    }

    /**
     * Waits for the end.
     *
     * @return what the machine left behind
     * @throws AssertionError as the boot did
     */
    GuestRun run() {
        try {
            return run.join();
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }
}
