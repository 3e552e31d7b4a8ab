// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the {@code @Conforms} annotations and the list of the specification's requirements together. */
class ConformanceTest {
    private static final Path REQUIREMENTS = Path.of("src/main/conformance/driver-requirements.csv");
    private static final Pattern ANNOTATION = Pattern.compile("@Conforms\\(\\s*\"([^\"]*)\"\\s*\\)");

    @Test
    void everyAnnotationNamesARequirementOfTheSpecification() throws IOException {
        Set<String> known = requirements().keySet();
        Map<String, Path> unknown = new TreeMap<>();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("src/test/java"))) {
            named(root).forEach((id, file) -> {
                if (!known.contains(id)) {
                    unknown.put(id, file);
                }
            });
        }
        assertThat(unknown).as("ids that are not in %s", REQUIREMENTS).isEmpty();
    }

    @Test
    void theReportCountsWhatTheSourcesObeyAndWhatTheTestsShow() throws IOException {
        Map<String, String> areas = requirements();
        Set<String> obeyed = named(Path.of("src/main/java")).keySet();
        Set<String> shown = named(Path.of("src/test/java")).keySet();
        Map<String, int[]> byArea = new LinkedHashMap<>();
        areas.forEach((id, area) -> {
            int[] counts = byArea.computeIfAbsent(area, a -> new int[3]);
            counts[0]++;
            counts[1] += obeyed.contains(id) ? 1 : 0;
            counts[2] += shown.contains(id) ? 1 : 0;
        });
        StringBuilder report = new StringBuilder(
                String.format("VIRTIO 1.4 driver requirements%n%-14s %6s %8s %7s%n", "area", "rows", "in code", "tested"));
        byArea.forEach((area, counts) -> report.append(
                String.format("%-14s %6d %8d %7d%n", area, counts[0], counts[1], counts[2])));
        Set<String> untested = new TreeSet<>(obeyed);
        untested.removeAll(shown);
        report.append("in code, shown by no test: ").append(untested).append(System.lineSeparator());
        System.out.print(report);
        Path target = Files.createDirectories(Path.of("target"));
        Files.writeString(target.resolve("conformance.txt"), report + "not covered: " + uncovered(areas, obeyed, shown) + "\n");
        assertThat(shown).as("requirements that tests show").isNotEmpty();
    }

    private static Set<String> uncovered(Map<String, String> areas, Set<String> obeyed, Set<String> shown) {
        Set<String> rest = new TreeSet<>(areas.keySet());
        rest.removeAll(obeyed);
        rest.removeAll(shown);
        return rest;
    }

    /** Requirement ids with their area, in the order of the list. The first two columns never hold a comma. */
    private static Map<String, String> requirements() throws IOException {
        Map<String, String> areas = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(REQUIREMENTS);
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split(",", 3);
            assertThat(areas.put(columns[0], columns[1])).as("duplicate row %s", columns[0]).isNull();
        }
        assertThat(areas).hasSizeGreaterThan(300);
        return areas;
    }

    private static Map<String, Path> named(Path root) throws IOException {
        Map<String, Path> ids = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                Matcher matcher = ANNOTATION.matcher(Files.readString(file));
                while (matcher.find()) {
                    ids.put(matcher.group(1), file);
                }
            }
        }
        return ids;
    }
}
