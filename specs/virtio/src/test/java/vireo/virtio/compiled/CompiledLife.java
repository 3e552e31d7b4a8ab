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
 * The process in which compiled code runs. It plays the scenarios from a given one on, and writes one file for each that came to an
 * end: {@link #PLAYED} and the transcript, or why it failed. A scenario without a file took the process with it.
 */
public final class CompiledLife {
    /** First line of the file of a scenario that met its expectations. */
    static final String PLAYED = "played";

    private CompiledLife() {}

    /** Plays: the library, the folder for the files, the number of the first scenario. */
    public static void main(String[] arguments) throws IOException {
        HostPort.load(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        List<BlockScenario> scenarios = new ArrayList<>(scenarios().values());
        for (int i = Integer.parseInt(arguments[2]); i < scenarios.size(); i++) {
            Path unfinished = folder.resolve(i + ".part");
            Files.write(unfinished, played(scenarios.get(i)));
            Files.move(unfinished, file(folder, i));
        }
    }

    /** All that compiled code plays, in the order of their numbers. */
    static Map<String, BlockScenario> scenarios() {
        Map<String, BlockScenario> scenarios = new LinkedHashMap<>(BlockScenarios.all());
        scenarios.putAll(BlockScenarios.compiledOnly());
        return scenarios;
    }

    /** Where a scenario's outcome is written. */
    static Path file(Path folder, int number) {
        return folder.resolve(number + ".txt");
    }

    private static List<String> played(BlockScenario scenario) {
        List<String> lines = new ArrayList<>();
        try {
            lines.add(PLAYED);
            lines.addAll(BlockMachine.play(scenario, CompiledDriver::new));
        } catch (Exception | AssertionError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            lines = List.of(trace.toString());
        }
        return lines;
    }
}
