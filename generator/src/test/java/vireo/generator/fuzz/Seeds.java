// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sound programs that are damaged: the accepted drivers of the corpus, the example, the programs that show what Java means. */
final class Seeds {
    private static final Path ROOT = Path.of(System.getProperty("vireo.root", ".."));
    private static final Path RESOURCES = ROOT.resolve("generator/src/test/resources");

    private Seeds() {}

    /** A driver, and the programs that show what Java means. */
    static List<Map<String, String>> few() {
        return List.of(program(ROOT.resolve("specs/example/src/main/java")), program(RESOURCES.resolve("semantics")));
    }

    /** Those, and the accepted drivers of the corpus. */
    static List<Map<String, String>> all() {
        List<Map<String, String>> programs = new ArrayList<>(few());
        Map<String, String> support = program(RESOURCES.resolve("corpus/support"));
        for (Path file : files(RESOURCES.resolve("corpus"))) {
            if (file.getParent().endsWith("accept")) {
                Map<String, String> program = new TreeMap<>(support);
                program.put(nameOf(file), read(file));
                programs.add(program);
            }
        }
        return programs;
    }

    /** The drivers of VirtIO, as one program. */
    static Map<String, String> large() {
        return program(ROOT.resolve("specs/virtio/src/main/java"));
    }

    private static Map<String, String> program(Path folder) {
        Map<String, String> program = new TreeMap<>();
        files(folder).stream().filter(f -> !f.endsWith("package-info.java")).forEach(file -> program.put(nameOf(file), read(file)));
        return program;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packages are folders: the path below the source root, from the package that the text declares. */
    private static String nameOf(Path file) {
        String packageName = read(file).lines().filter(line -> line.startsWith("package ")).findFirst().orElse("package ;")
                .replace("package", "").replace(";", "").strip();
        return (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + file.getFileName();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
