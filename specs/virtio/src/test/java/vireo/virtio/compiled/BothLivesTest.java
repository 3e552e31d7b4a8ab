// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vireo.dsl.DriverException;

/**
 * One source, two lives: for the same device, the driver on the JVM and the generated C make the same accesses in the same order,
 * log the same lines and return the same results.
 */
@Tag("compiled")
class BothLivesTest {
    private static final Path ROOT = Path.of(System.getProperty("vireo.root", "../.."));
    private static final Map<CompiledBuild, CompiledRun> RUNS = new EnumMap<>(CompiledBuild.class);
    private static final Map<String, List<String>> ON_THE_JVM = new HashMap<>();

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("buildsAndScenarios")
    void theGeneratedCodeDoesWhatTheSourceDoes(CompiledBuild build, String scenario) throws DriverException {
        List<String> compiled = run(build).transcript(scenario);
        if (!ON_THE_JVM.containsKey(scenario)) {
            ON_THE_JVM.put(scenario, Machine.play(Scenarios.all().get(scenario), JvmDriver::new));
        }
        assertThat(firstDifference(ON_THE_JVM.get(scenario), compiled)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("buildsAndCompiledScenarios")
    void whatOnlyTheGeneratedCodeAsksForIsGivenBack(CompiledBuild build, String scenario) {
        assertThat(run(build).transcript(scenario)).isNotEmpty();
    }

    @AfterAll
    static void forget() {
        RUNS.clear();
        ON_THE_JVM.clear();
    }

    static Stream<Arguments> buildsAndScenarios() {
        return withBuilds(Scenarios.all());
    }

    static Stream<Arguments> buildsAndCompiledScenarios() {
        return withBuilds(Scenarios.compiledOnly());
    }

    private static Stream<Arguments> withBuilds(Map<String, Scenario> scenarios) {
        return CompiledBuild.wanted().stream()
                .flatMap(build -> scenarios.keySet().stream().map(name -> arguments(build, name)));
    }

    private static CompiledRun run(CompiledBuild build) {
        return RUNS.computeIfAbsent(build, wanted ->
                new CompiledRun(wanted, ROOT, Path.of("target"), CompiledLife.scenarios().keySet()));
    }

    /** Where two transcripts part, with what led there; empty where they are the same. */
    private static String firstDifference(List<String> jvm, List<String> compiled) {
        int at = 0;
        while (at < jvm.size() && at < compiled.size() && jvm.get(at).equals(compiled.get(at))) {
            at++;
        }
        if (at == jvm.size() && at == compiled.size()) {
            return "";
        }
        return "after " + at + " equal lines, the last of them\n" + excerpt(jvm, at - 8, at)
                + "the JVM went on with\n" + excerpt(jvm, at, at + 4)
                + "and the generated C with\n" + excerpt(compiled, at, at + 4);
    }

    private static String excerpt(List<String> lines, int from, int to) {
        List<String> some = lines.subList(Math.max(0, Math.min(from, lines.size())), Math.min(to, lines.size()));
        return "    " + String.join("\n    ", some.isEmpty() ? List.of("(nothing)") : some) + "\n";
    }
}
