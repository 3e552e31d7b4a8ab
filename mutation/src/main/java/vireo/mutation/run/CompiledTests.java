// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A process that runs a module's own tests of the compiled C, those with the tag {@code compiled}.
 *
 * <p>Arguments: the folder of the tests' classes, and a file with the tests that fail on the unchanged drivers. Where there is no such
 * file yet, it is written; where there is one, only other failures count. The exit code is 1 where one does.
 */
public final class CompiledTests implements TestExecutionListener {
    private final Set<String> failed = new TreeSet<>();
    private int passed;

    private CompiledTests() {}

    /** Runs the tests and ends the process. */
    public static void main(String[] arguments) throws IOException {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(arguments[0]))))
                .filters(ClassNameFilter.includeClassNamePatterns(".*Test"), TagFilter.includeTags("compiled")).build();
        CompiledTests tests = new CompiledTests();
        LauncherFactory.create().execute(request, tests);
        Path known = Path.of(arguments[1]);
        if (!Files.exists(known)) {
            Files.write(known, tests.failed);
            System.out.println(tests.passed + " tests pass");
            System.exit(tests.passed == 0 ? 1 : 0);
        }
        tests.failed.removeAll(List.copyOf(Files.readAllLines(known)));
        tests.failed.stream().limit(1).map(TestNames::shown).forEach(System.out::println);
        System.exit(tests.failed.isEmpty() ? 0 : 1);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            failed.add(test.getUniqueId());
        } else if (test.isTest()) {
            passed++;
        }
    }
}
