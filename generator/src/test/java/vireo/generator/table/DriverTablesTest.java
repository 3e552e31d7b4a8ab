// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.generator.diagnostic.Diagnostics;

/** The tables that this project's drivers come with, and the declarations that are compared with them. */
class DriverTablesTest {
    private static final Path ROOT = Path.of(System.getProperty("vireo.root", ".."));
    private static final Pattern LAYOUT = Pattern.compile("(?m)^@(RegisterBlock|DmaStruct|Ring)\\b");
    private static final Pattern USED = Pattern.compile("@Spec(?:Table\\((?:value = )?|Row\\()\"([^\"/]+#[^\"/]+)");

    /** Layouts that are the driver's own arrangement; the parts that a specification lays down are compared row by row. */
    private static final List<String> ARRANGED_BY_THE_DRIVER = List.of("BlkRequestArea.java", "NetBuffer.java");

    @ParameterizedTest
    @ValueSource(strings = {"specs/virtio", "specs/example"})
    void everyTableCanBeRead(String driver) {
        Diagnostics findings = new Diagnostics();
        SpecTables tables = tables(driver, findings);
        assertThat(findings.sorted()).isEmpty();
        assertThat(tables.sections()).isNotEmpty().allSatisfy(section -> {
            assertThat(section.citation()).isNotBlank();
            assertThat(section.placed().size() + section.constants().size()).as(section.reference()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"specs/virtio", "specs/example"})
    void everyLayoutThatADeviceDefinesIsComparedWithATable(String driver) {
        assertThat(sources(driver)
                        .filter(file -> LAYOUT.matcher(text(file)).find())
                        .filter(file -> !text(file).contains("@SpecTable("))
                        .map(file -> file.getFileName().toString())
                        .filter(name -> !ARRANGED_BY_THE_DRIVER.contains(name)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"specs/virtio", "specs/example"})
    void everySectionIsOneThatADeclarationIsComparedWith(String driver) {
        List<String> used = sources(driver).flatMap(file -> USED.matcher(text(file)).results().map(r -> r.group(1))).distinct().toList();
        assertThat(tables(driver, new Diagnostics()).sections().stream().map(Section::reference).toList()).containsExactlyInAnyOrderElementsOf(used);
    }

    private static SpecTables tables(String driver, Diagnostics findings) {
        List<Path> folders = TableTree.beside(List.of(ROOT.resolve(driver).resolve("src/main/java")));
        assertThat(folders).hasSize(1);
        return SpecTables.read(TableTree.read(folders, Path::toString, findings), findings);
    }

    private static Stream<Path> sources(String driver) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(driver).resolve("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
