// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import vireo.mutation.run.Baseline;
import vireo.mutation.run.FurtherStage;
import vireo.mutation.run.Judge;
import vireo.mutation.run.Verdict;
import vireo.mutation.run.Verdict.Stage;
import vireo.mutation.seed.Mutant;

/** Judges mutants, several at a time, and says how far it is. */
final class Campaign {
    private static final long DOT_SECONDS = 10;

    private final Baseline baseline;
    private final Results results;
    private final List<FurtherStage> further;
    private final PrintWriter out;
    private final Map<Stage, Integer> counts = new TreeMap<>();
    private final List<Throwable> failures = new ArrayList<>();
    private long shown;

    Campaign(Baseline baseline, Results results, List<FurtherStage> further, PrintWriter out) {
        this.baseline = baseline;
        this.results = results;
        this.further = further;
        this.out = out;
    }

    /**
     * Judges those of the mutants that have no verdict yet.
     *
     * @param jobs how many at a time
     */
    void run(List<Mutant> mutants, int jobs) {
        Queue<Mutant> waiting = new ConcurrentLinkedQueue<>();
        for (Mutant mutant : mutants) {
            Verdict known = results.of(mutant.id());
            if (known == null) {
                waiting.add(mutant);
            } else {
                counts.merge(known.stage(), 1, Integer::sum);
            }
        }
        int total = waiting.size();
        out.printf("%d mutants, %d of them known from before%n", mutants.size(), mutants.size() - total);
        out.flush();
        AtomicInteger done = new AtomicInteger();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int job = 0; job < Math.min(jobs, total); job++) {
            int number = job;
            Thread thread = new Thread(null, () -> work(number, waiting, () -> progress(done.incrementAndGet(), total, start)), "judge-" + job, 256L << 20);
            threads.add(thread);
            thread.start();
        }
        threads.forEach(Campaign::join);
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a mutant could not be judged; those before it are in the file of results", failures.get(0));
        }
    }

    private void work(int number, Queue<Mutant> waiting, Runnable progress) {
        try (Judge judge = new Judge(baseline, number, further)) {
            for (Mutant mutant = waiting.poll(); mutant != null; mutant = waiting.poll()) {
                Verdict verdict = judge.judge(mutant);
                results.add(mutant.id(), verdict);
                synchronized (this) {
                    counts.merge(verdict.stage(), 1, Integer::sum);
                }
                progress.run();
            }
        } catch (RuntimeException | Error e) {
            waiting.clear();
            synchronized (this) {
                failures.add(e);
            }
        }
    }

    private synchronized void progress(int done, int total, long start) {
        long now = System.nanoTime();
        if (done < total && now - shown < DOT_SECONDS * 1_000_000_000L) {
            return;
        }
        shown = now;
        Duration left = Duration.ofNanos((now - start) / done * (total - done));
        StringBuilder line = new StringBuilder(String.format("%4d of %d, %d:%02d to go:", done, total, left.toMinutes(), left.toSecondsPart()));
        counts.forEach((stage, count) -> line.append(' ').append(stage.title()).append(' ').append(count).append(','));
        line.setLength(line.length() - 1);
        out.println(line);
        out.flush();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
