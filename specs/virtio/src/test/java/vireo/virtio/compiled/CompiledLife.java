// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The process in which compiled code runs. It plays scenarios, and writes one file for each that came to an end: {@link #PLAYED} and
 * the transcript, or why it failed. A scenario without a file took the process with it.
 */
public final class CompiledLife {
    /** First line of the file of a scenario that met its expectations. */
    static final String PLAYED = "played";

    private CompiledLife() {}

    /** Plays: the library, the folder for the files, the scenarios. */
    public static void main(String[] arguments) throws IOException {
        HostPort.load(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        Map<String, Scenario> scenarios = scenarios();
        for (String name : List.of(arguments).subList(2, arguments.length)) {
            Path unfinished = folder.resolve("unfinished");
            Files.write(unfinished, played(scenarios.get(name)));
            Files.move(unfinished, file(folder, name));
        }
    }

    /** All that compiled code plays. */
    static Map<String, Scenario> scenarios() {
        Map<String, Scenario> scenarios = new LinkedHashMap<>(Scenarios.all());
        scenarios.putAll(Scenarios.compiledOnly());
        return scenarios;
    }

    /** Where a scenario's outcome is written. */
    static Path file(Path folder, String scenario) {
        return folder.resolve(scenario.replaceAll("[^a-z0-9]", "-") + ".txt");
    }

    private static List<String> played(Scenario scenario) {
        List<String> lines = new ArrayList<>();
        try {
            lines.add(PLAYED);
            lines.addAll(Machine.play(scenario, CompiledDriver::new));
        } catch (Exception | AssertionError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            lines = List.of(trace.toString());
        }
        return lines;
    }
}
