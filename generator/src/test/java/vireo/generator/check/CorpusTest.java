// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vireo.generator.Compiler;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;

/**
 * Small drivers that must be refused, each for its code and on the line that says so, and near twins that must be accepted. They lie
 * in {@code corpus/<code>} and {@code corpus/<code>/accept}; what several of them use lies in {@code corpus/support}, and is part of
 * a driver that names it. The tables of specifications that drivers name lie in {@code corpus/tables}; where one of the name of a
 * driver lies beside it, that is the only one.
 */
class CorpusTest {
    private static final String PAGES = "/vireo/generator/explain/";
    private static final Pattern EXPECTATION = Pattern.compile("(?://|#) expect (VR\\d+): (.*)$");

    private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*");

    private record Expected(String path, int line, String code, String message) {}

    @TestFactory
    Stream<DynamicTest> whatMustBeRefusedIsRefusedOnItsLine() {
        return sources("VR\\d+").map(file -> DynamicTest.dynamicTest(name(file), () -> {
            List<Expected> expected = expectations(file);
            assertTrue(!expected.isEmpty(), name(file) + " expects nothing; move it to accept/, or add '// expect VRnnn: message'");
            List<Diagnostic> found = compile(file);
            for (Expected one : expected) {
                assertTrue(found.stream().anyMatch(d -> matches(d, one)),
                        name(file) + ":" + one.line() + " should be refused with " + one.code() + ": " + one.message() + "\nbut found:\n"
                                + print(found));
            }
            List<Diagnostic> others = found.stream().filter(d -> expected.stream().noneMatch(e -> matches(d, e))).toList();
            assertTrue(others.isEmpty(), name(file) + " is refused for more than it should:\n" + print(others));
        }));
    }

    @TestFactory
    Stream<DynamicTest> nearTwinsAreAccepted() {
        return sources("accept").map(file -> DynamicTest.dynamicTest(name(file), () -> {
            assertTrue(expectations(file).isEmpty(), name(file) + " must not expect anything");
            List<Diagnostic> found = compile(file);
            assertTrue(found.isEmpty(), name(file) + " should be accepted, but:\n" + print(found));
        }));
    }

    @Test
    void everyCodeHasAPageARejectAndAnAccept() {
        TreeSet<String> codes = codesOfDrivers();
        assertTrue(codes.containsAll(Checks.codes()), "no page in explain/index.txt for one of " + Checks.codes());
        for (String code : codes) {
            assertNotNull(Checks.class.getResource(PAGES + code + ".md"), "no page explains " + code);
            Path folder = root().resolve(code);
            assertTrue(Files.isDirectory(folder) && javaFiles(folder).stream().anyMatch(f -> f.getParent().equals(folder)),
                    "no driver in corpus/" + code + " must be refused");
            assertTrue(Files.isDirectory(folder.resolve("accept")), "no driver in corpus/" + code + "/accept must be accepted");
        }
    }

    @Test
    void everyFolderOfTheCorpusBelongsToACode() throws IOException {
        TreeSet<String> folders = new TreeSet<>();
        try (Stream<Path> list = Files.list(root())) {
            list.map(p -> p.getFileName().toString()).filter(n -> n.startsWith("VR")).forEach(folders::add);
        }
        assertEquals(codesOfDrivers(), folders);
    }

    /** All codes but VR9xx, which speak of files and of the generator itself: no text of a driver brings those about. */
    private static TreeSet<String> codesOfDrivers() {
        TreeSet<String> codes = new TreeSet<>();
        try (InputStream index = Checks.class.getResourceAsStream(PAGES + "index.txt")) {
            new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> l.matches("VR[1-8]\\d\\d")).forEach(codes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codes;
    }

    private static boolean matches(Diagnostic found, Expected expected) {
        return found.code().equals(expected.code())
                && found.primary().file().path().equals(expected.path())
                && found.primary().line() == expected.line()
                && found.what().contains(expected.message());
    }

    private static List<Diagnostic> compile(Path file) {
        List<SourceFile> sources = withSupport(source(file));
        String dsl = System.getProperty("vireo.dsl.classes");
        Diagnostics diagnostics = new Diagnostics();
        new Compiler(dsl == null ? List.of() : List.of(Path.of(dsl)), root()).compileTexts(sources, tables(file), diagnostics);
        return diagnostics.sorted();
    }

    private static List<SourceFile> tables(Path file) {
        Path own = ownTable(file);
        if (Files.exists(own)) {
            return List.of(source(own));
        }
        return files(root().resolve("tables"), ".csv").stream().map(CorpusTest::source).toList();
    }

    private static Path ownTable(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".java", ".csv"));
    }

    /** A case with what it uses: the types of the support folder that it names, and those that they name. */
    private static List<SourceFile> withSupport(SourceFile file) {
        Map<String, SourceFile> support = new TreeMap<>();
        javaFiles(root().resolve("support")).forEach(f -> support.put(f.getFileName().toString().replace(".java", ""), source(f)));
        List<SourceFile> sources = new ArrayList<>(List.of(file));
        for (int i = 0; i < sources.size(); i++) {
            Matcher word = WORD.matcher(sources.get(i).text());
            while (word.find()) {
                SourceFile used = support.remove(word.group());
                if (used != null) {
                    sources.add(used);
                }
            }
        }
        return sources;
    }

    private static List<Expected> expectations(Path file) {
        List<Expected> found = new ArrayList<>(expectationsOf(file));
        if (Files.exists(ownTable(file))) {
            found.addAll(expectationsOf(ownTable(file)));
        }
        return found;
    }

    private static List<Expected> expectationsOf(Path file) {
        List<Expected> found = new ArrayList<>();
        String[] lines = source(file).text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = EXPECTATION.matcher(lines[i]);
            if (matcher.find()) {
                found.add(new Expected(source(file).path(), i + 1, matcher.group(1), matcher.group(2).strip()));
            }
        }
        return found;
    }

    /** Every case is in package corpus, whatever folder it lies in. */
    private static SourceFile source(Path file) {
        try {
            return SourceFile.of("corpus/" + file.getFileName(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(String parent) {
        return javaFiles(root()).stream().filter(f -> f.getParent().getFileName().toString().matches(parent));
    }

    private static List<Path> javaFiles(Path folder) {
        return files(folder, ".java");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return root().relativize(file).toString().replace('\\', '/');
    }

    private static Path root() {
        try {
            return Path.of(CorpusTest.class.getResource("/corpus").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String print(List<Diagnostic> found) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic d : found) {
            text.append(d.primary()).append(": ").append(d.code()).append(": ").append(d.what()).append(' ').append(d.facts()).append('\n');
        }
        return text.isEmpty() ? "nothing\n" : text.toString();
    }
}
