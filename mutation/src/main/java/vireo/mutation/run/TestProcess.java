// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A {@link TestWorker} in a process of its own, started again whenever a mutant has ended it. For one thread. */
final class TestProcess implements AutoCloseable {
    private final Project project;
    private Process process;
    private BufferedReader answers;
    private PrintStream jobs;

    TestProcess(Project project) {
        this.project = project;
    }

    /** Runs all tests on instrumented drivers; each answer goes to {@code answer}, split at its tabs. */
    void scan(Path drivers, Consumer<String[]> answer) {
        ask("scan\t" + folders(List.of(drivers)) + "\t" + project.testClasses());
        for (String line = read(); !line.equals("done"); line = read()) {
            if (line.equals("ended")) {
                throw new IllegalStateException("the tests ended their process");
            }
            answer.accept(line.split("\t", -1));
        }
    }

    /**
     * Runs tests on a mutant.
     *
     * @param overlays folders with class files that replace those of the unchanged drivers and tests
     * @return why the mutant is dead; empty where all tests pass
     */
    String run(List<Path> overlays, List<Coverage.Limited> tests) {
        List<Path> path = new java.util.ArrayList<>(overlays);
        path.add(project.baseClasses());
        ask("run\t" + folders(path) + "\t" + tests.stream().map(test -> test.seconds() + "\t" + test.id()).collect(Collectors.joining("\t")));
        String[] answer = read().split("\t", -1);
        return switch (answer[0]) {
            case "passed" -> "";
            case "failed" -> TestNames.shown(answer[1]) + (answer.length > 2 ? ": " + answer[2] : "");
            case "hangs" -> answer[1].isEmpty() ? "the tests hang" : TestNames.shown(answer[1]) + ": hangs";
            default -> "the tests end the JVM";
        };
    }

    private String folders(List<Path> drivers) {
        List<Path> path = new java.util.ArrayList<>(drivers);
        path.addAll(List.of(project.testClasses(), project.testResources(), project.dsl()));
        return path.stream().map(p -> p.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }

    private void ask(String job) {
        if (process == null || !process.isAlive()) {
            start();
        }
        jobs.println(job);
        jobs.flush();
    }

    private void start() {
        String classPath = project.libraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        try {
            process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "-Xmx600m", "-Dvireo.root=" + project.root(), "-Dvireo.dsl.classes=" + project.dsl(),
                    "-cp", classPath, TestWorker.class.getName())
                    .directory(project.module().toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a JVM for the tests", e);
        }
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        jobs = new PrintStream(process.getOutputStream(), false, StandardCharsets.UTF_8);
    }

    /** The next answer; {@code ended} where the process is gone. */
    private String read() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(TestWorker.MARK)) {
                    String answer = line.substring(TestWorker.MARK.length());
                    if (answer.startsWith("hangs")) {
                        close();
                    }
                    return answer;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the process of the tests cannot be read", e);
        }
        close();
        return "ended";
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
            process = null;
        }
    }
}
