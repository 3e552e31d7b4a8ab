// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with a small driver, and runs of the command line on it. */
final class Workbench {
    static final String LED = """
            package demo;

            import vireo.dsl.Rw32;
            import vireo.dsl.At;
            import vireo.dsl.RegisterBlock;

            /** Registers of a lamp. */
            @RegisterBlock(size = 4)
            public record LedRegisters(@At(0) Rw32 control) {}
            """;
    static final String SUM = """
            package demo;

            import vireo.dsl.Cpu;
            import vireo.dsl.U16;

            /** Sums. */
            public final class Sum {
                private Sum() {}

                /** The next number, after some thought. */
                public static int next(@U16 int value) {
                    for (int i = 0; i < 3; i++) {
                        Cpu.relax();
                    }
                    return value + 1;
                }
            }
            """;

    private final Path folder;

    /** What a run printed, and its exit code. */
    record Run(int code, String out, String err) {}

    Workbench(Path folder) {
        this.folder = folder;
        source("LedRegisters", LED);
        source("Sum", SUM);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void source(String type, String text) {
        write("src/demo/" + type + ".java", text);
    }

    void write(String name, String text) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.write(path(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder with their texts, by path. */
    SortedMap<String, String> files(String name) {
        SortedMap<String, String> found = new TreeMap<>();
        if (!Files.isDirectory(path(name))) {
            return found;
        }
        try (Stream<Path> files = Files.walk(path(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(path(name).relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Runs generate into {@code out} and {@code binders}, with further options. */
    Run generate(String... more) {
        List<String> arguments = new ArrayList<>(List.of("generate", "--out", path("out").toString(), "--binders", path("binders").toString()));
        arguments.addAll(List.of(more));
        return run(arguments, path("src"));
    }

    Run check(String... more) {
        List<String> arguments = new ArrayList<>(List.of("check"));
        arguments.addAll(List.of(more));
        return run(arguments, path("src"));
    }

    private Run run(List<String> arguments, Path source) {
        arguments.addAll(List.of("--dsl", dsl(), "--base", folder.toString(), source.toString()));
        return run(arguments.toArray(new String[0]));
    }

    static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Where the dsl's classes are. */
    static String dsl() {
        return System.getProperty("vireo.dsl.classes", "../dsl/target/classes");
    }
}
