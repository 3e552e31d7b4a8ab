// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A way to make a shared object of the generated C, the adapter and the C runtime's host port. */
enum CompiledBuild {
    GCC("gcc", List.of()),
    CLANG("clang", List.of()),
    GCC_SANITIZED("gcc", List.of("libasan.so", "libubsan.so")),
    CLANG_SANITIZED("clang", List.of("libclang_rt.asan-" + architecture() + ".so"));

    private static final List<String> FLAGS = List.of("-std=gnu11", "-g", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC",
            "-Wl,-Bsymbolic");

    private final String compiler;
    private final List<String> sanitizers;

    CompiledBuild(String compiler, List<String> sanitizers) {
        this.compiler = compiler;
        this.sanitizers = sanitizers;
    }

    /** All of them, or those that the property {@code vireo.compiled.builds} names, separated by commas. */
    static List<CompiledBuild> wanted() {
        String names = System.getProperty("vireo.compiled.builds", "");
        return names.isEmpty() ? List.of(values()) : Stream.of(names.split(",")).map(CompiledBuild::valueOf).toList();
    }

    /**
     * Compiles.
     *
     * @param root the repository
     * @param folder where the result goes
     * @throws IllegalStateException with the compiler's output where it refuses, or is not there
     */
    Path compile(Path root, Path folder) throws IOException {
        Path library = Files.createDirectories(folder).resolve("libdriver.so").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(compiler));
        command.addAll(FLAGS);
        if (sanitizers.isEmpty()) {
            command.add("-O2");
        } else {
            command.addAll(List.of("-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
            if (compiler.equals("clang")) {
                command.add("-shared-libasan");
            }
        }
        for (String include : List.of("runtime-c/host", "runtime-c/include", "generated")) {
            command.addAll(List.of("-I", root.resolve(include).toString()));
        }
        command.addAll(List.of("-o", library.toString()));
        command.addAll(sources(root.resolve("runtime-c/host")));
        command.addAll(sources(root.resolve("generated/virtio")));
        command.addAll(sources(root.resolve("specs/virtio/src/test/c")));
        output(command);
        return library;
    }

    /** What has to be in a process before the JVM, so that it can load the library; may be empty. */
    String preload() throws IOException {
        List<String> paths = new ArrayList<>();
        for (String name : sanitizers) {
            String path = output(List.of(compiler, "-print-file-name=" + name)).strip();
            if (!Files.isRegularFile(Path.of(path))) {
                throw new IllegalStateException(compiler + " has no " + name + ": install its sanitizers' runtime");
            }
            paths.add(path);
        }
        return String.join(" ", paths);
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> sources = files.map(Path::toString).filter(name -> name.endsWith(".c")).sorted().toList();
            if (sources.isEmpty()) {
                throw new IllegalStateException("no C in " + folder + ": generate it with `mvn generate-sources`");
            }
            return sources;
        }
    }

    private static String output(List<String> command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IllegalStateException(command.get(0) + " is not installed; tests tagged `compiled` need it", e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = awaited(process);
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\nended with status " + status + ":\n" + output);
        }
        return output;
    }

    private static int awaited(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while compiling", e);
        }
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }
}
