// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls between the generator's rooms: who may see whom, and who may use which library. */
class ArchitectureTest {

    private static final String ROOT = "vireo.generator";

    /** Each room, and the rooms that it may see beside itself. */
    private static final Map<String, List<String>> SEES = Map.of(
            "source", List.of(),
            "diagnostic", List.of("source"),
            "ir", List.of("source"),
            "syntax", List.of("source", "diagnostic"),
            "resolve", List.of("source", "diagnostic", "ir", "syntax"),
            "lower", List.of("source", "diagnostic", "ir", "syntax", "resolve"),
            "flow", List.of("source", "ir"),
            "table", List.of("source", "diagnostic"),
            "check", List.of("source", "diagnostic", "ir", "flow", "table"),
            "emit", List.of("source", "ir", "flow"));

    /** The rooms that put the others together; they may see all, and none of the others may see them. */
    private static final List<String> ON_TOP = List.of("", "cli");

    private static final JavaClasses GENERATOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static String packages(String room) {
        return room.isEmpty() ? ROOT : ROOT + "." + room + "..";
    }

    private static String roomOf(JavaClass type) {
        String inner = type.getPackageName().substring(ROOT.length());
        return inner.isEmpty() ? "" : inner.substring(1).split("\\.", 2)[0];
    }

    @TestFactory
    Stream<DynamicTest> aRoomSeesOnlyTheRoomsItMay() {
        return SEES.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> {
            String room = entry.getKey();
            String[] hidden = Stream.concat(SEES.keySet().stream(), ON_TOP.stream())
                    .filter(other -> !other.equals(room) && !entry.getValue().contains(other))
                    .map(ArchitectureTest::packages)
                    .toArray(String[]::new);
            return dynamicTest(room + " sees " + entry.getValue(), () -> noClasses()
                    .that().resideInAPackage(packages(room))
                    .should().dependOnClassesThat().resideInAnyPackage(hidden)
                    .check(GENERATOR));
        });
    }

    @Test
    void everyClassIsInARoomThatHasWalls() {
        assertThat(GENERATOR.stream().map(ArchitectureTest::roomOf).distinct())
                .allMatch(room -> SEES.containsKey(room) || ON_TOP.contains(room));
        assertThat(GENERATOR.stream().map(ArchitectureTest::roomOf)).containsAll(SEES.keySet()).contains("cli");
    }

    @Test
    void theTwoEmittersDoNotKnowEachOther() {
        noClasses().that().resideInAPackage(packages("emit.c"))
                .should().dependOnClassesThat().resideInAPackage(packages("emit.jvm"))
                .check(GENERATOR);
        noClasses().that().resideInAPackage(packages("emit.jvm"))
                .should().dependOnClassesThat().resideInAPackage(packages("emit.c"))
                .check(GENERATOR);
    }

    /** Its classes are read by name, so that the generator compiles before anything is packaged. */
    @Test
    void noClassDependsOnTheDsl() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("vireo.dsl..").check(GENERATOR);
    }

    @TestFactory
    Stream<DynamicTest> aLibraryIsUsedInOneRoomOnly() {
        return Map.of("org.antlr..", "syntax", "com.palantir.javapoet..", "emit.jvm", "picocli..", "cli")
                .entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey() + " in " + entry.getValue(), () -> classes()
                        .that().resideOutsideOfPackage(packages(entry.getValue()))
                        .should().onlyDependOnClassesThat().resideOutsideOfPackage(entry.getKey())
                        .check(GENERATOR)));
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should().haveSimpleNameEndingWith("Util")
                .orShould().haveSimpleNameEndingWith("Utils")
                .orShould().haveSimpleNameEndingWith("Helper")
                .orShould().haveSimpleNameEndingWith("Manager")
                .check(GENERATOR);
    }

    /** What an author reads goes through diagnostics; only the command line prints. */
    @Test
    void onlyTheCommandLinePrints() {
        noClasses().that().resideOutsideOfPackage(packages("cli"))
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .check(GENERATOR);
    }
}
