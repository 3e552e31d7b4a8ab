// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.diagnostic.JavacRenderer;
import vireo.generator.diagnostic.SarifWriter;
import vireo.generator.diagnostic.TerminalRenderer;
import vireo.generator.source.SourceFile;

/** Damaged sources are refused or read, never a crash and never a hang. */
class FrontEndFuzzTest {
    private static final long SEED = 20261122;
    private static final int RUNS = 120;
    private static final String[] PIECES = {
        "{", "}", "(", ")", "[", "]", "<", ">", ";", ",", "\"", "'", "\"\"\"", "/*", "*/", "//", "\\", "\\u", "\\u000a", "@", "@A(", "->", "::",
        "?", ":", "=", "==", "+", "- -", "0x", "1e", "08", "99999999999", "case", "default", "switch (", "if (", "else", "try", "catch (",
        "new", "class", "record", "interface", "enum", "yield", "this", "super", "instanceof", "int", "void", "static", "\0", "\ufeff",
        "\ud83d", "\u202e", "\u00e9", "\r", "\t", "\f",
    };

    @Test
    void noDamageCrashesTheFrontEnd() throws IOException {
        List<String> seeds = seeds();
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            String text = damaged(seeds, random);
            long start = System.nanoTime();
            try {
                Diagnostics diagnostics = new Diagnostics();
                Parser.parse(SourceFile.of("F.java", text), diagnostics).ifPresentOrElse(
                        unit -> SubsetCheck.run(unit, diagnostics),
                        () -> assertThat(diagnostics.isEmpty()).as("refused without a finding").isFalse());
                new TerminalRenderer(true).render(diagnostics.sorted());
                new JavacRenderer().render(diagnostics.sorted());
                new SarifWriter("1").write(diagnostics.sorted());
            } catch (RuntimeException | Error e) {
                fail("run " + run + " of seed " + SEED + " crashed on:\n" + text, e);
            }
            assertThat(System.nanoTime() - start).as("nanoseconds for:\n%s", text).isLessThan(10_000_000_000L);
        }
    }

    private static List<String> seeds() throws IOException {
        Path root = Path.of(System.getProperty("vireo.root", ".."), "specs");
        List<String> seeds = new ArrayList<>();
        seeds.add("final class A { int f(int[] x) { return x.length > 0 ? g(x[0] << 2, y -> y) : -1; } }");
        seeds.add("");
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                    seeds.add(Files.readString(file));
                }
            }
        }
        return seeds;
    }

    private static String damaged(List<String> seeds, Random random) {
        StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
        int damages = 1 + random.nextInt(8);
        for (int i = 0; i < damages; i++) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(30));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, to));
                default -> text.insert(at, PIECES[random.nextInt(PIECES.length)].repeat(random.nextInt(400)));
            }
        }
        return text.toString();
    }
}
