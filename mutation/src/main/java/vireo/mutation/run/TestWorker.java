// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The process that runs tests. It reads one job a line and answers with lines that begin with {@link #MARK}; each job loads the drivers
 * and their tests anew, while JUnit stays warm.
 *
 * <p>Jobs, their parts separated by tabs: {@code scan FOLDERS TESTS} runs all tests and tells of each its time and the statements that it
 * reaches; {@code run FOLDERS SECONDS ID...} runs tests, each with its limit, until one fails.
 */
public final class TestWorker {
    static final String MARK = "@@";

    /** How many tests are started together: few at first, as most mutants fail at once. */
    private static final int[] BATCHES = {1, 2, 6, 30, 150, Integer.MAX_VALUE};

    private final PrintStream answers;

    private TestWorker(PrintStream answers) {
        this.answers = answers;
    }

    /** Reads jobs from the standard input until it ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(nowhere);
        System.setErr(nowhere);
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        TestWorker worker = new TestWorker(answers);
        for (String job = jobs.readLine(); job != null; job = jobs.readLine()) {
            worker.job(job.split("\t"));
        }
    }

    private void job(String[] parts) throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls(parts[1]), TestWorker.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            if (parts[0].equals("scan")) {
                scan(Path.of(parts[2]));
            } else {
                run(Arrays.asList(parts).subList(2, parts.length));
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL[] urls(String path) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String folder : path.split(java.io.File.pathSeparator)) {
            urls.add(Path.of(folder).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder().enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false).enablePostDiscoveryFilterAutoRegistration(false).build());
    }

    private static LauncherDiscoveryRequest request(List<? extends DiscoverySelector> selectors) {
        return LauncherDiscoveryRequestBuilder.request().selectors(selectors)
                .filters(ClassNameFilter.includeClassNamePatterns(".*Test"), TagFilter.excludeTags("compiled", "mutation"))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false").build();
    }

    private void scan(Path tests) {
        List<DiscoverySelector> all = new ArrayList<>(DiscoverySelectors.selectClasspathRoots(java.util.Set.of(tests)));
        Probe.take();
        launcher().execute(request(all), new TestExecutionListener() {
            private long started;

            @Override
            public void executionStarted(TestIdentifier test) {
                if (test.isTest()) {
                    tellStatements("around", "");
                    started = Watchdog.processorTime();
                }
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
                    long micros = (Watchdog.processorTime() - started) / 1000;
                    tellStatements(passed ? "passed" : "failed", micros + "\t" + test.getUniqueId());
                } else if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    answers.println(MARK + "failed\t0\t" + test.getUniqueId() + "\t");
                }
            }
        });
        tellStatements("around", "");
        answers.println(MARK + "done");
    }

    private void tellStatements(String what, String about) {
        java.util.BitSet reached = Probe.take();
        if (!about.isEmpty() || !reached.isEmpty()) {
            answers.println(MARK + what + "\t" + about + "\t" + reached.stream().mapToObj(Integer::toString).collect(Collectors.joining(" ")));
        }
    }

    private void run(List<String> secondsAndIds) {
        Map<String, Long> limits = new LinkedHashMap<>();
        for (int i = 0; i + 1 < secondsAndIds.size(); i += 2) {
            limits.put(secondsAndIds.get(i + 1), Long.valueOf(secondsAndIds.get(i)));
        }
        List<String> ids = List.copyOf(limits.keySet());
        Watchdog watchdog = new Watchdog(limits, test -> answers.println(MARK + "hangs\t" + test));
        String failed = "";
        try {
            int from = 0;
            for (int batch = 0; from < ids.size() && failed.isEmpty(); batch++) {
                int to = (int) Math.min(ids.size(), (long) from + BATCHES[Math.min(batch, BATCHES.length - 1)]);
                failed = firstFailure(ids.subList(from, to), watchdog);
                from = to;
            }
        } finally {
            watchdog.close();
        }
        answers.println(MARK + (failed.isEmpty() ? "passed" : "failed\t" + failed));
    }

    private static String firstFailure(List<String> ids, Watchdog watchdog) {
        List<String> failures = new ArrayList<>();
        launcher().execute(request(ids.stream().map(DiscoverySelectors::selectUniqueId).toList()), new TestExecutionListener() {
            @Override
            public void executionStarted(TestIdentifier test) {
                watchdog.begins(test.isTest() ? test.getUniqueId() : "");
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                watchdog.begins("");
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failures.add(test.getUniqueId() + "\t" + result.getThrowable().map(t -> t.toString().lines().findFirst().orElse("")).orElse(""));
                }
            }
        });
        return failures.isEmpty() ? "" : failures.get(0);
    }
}
