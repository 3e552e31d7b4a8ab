// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;
import vireo.generator.syntax.Parser;
import vireo.mutation.seed.Edit;
import vireo.mutation.seed.Mutant;
import vireo.mutation.seed.Mutants;
import vireo.mutation.seed.Operator;
import vireo.mutation.seed.Tree;

/** Each kind of error is seeded where it can be made, as one replacement in the text. */
class MutantsTest {
    private static final String BLOCK = """
            package p;
            import vireo.dsl.At;
            import vireo.dsl.Rw16;
            @RegisterBlock(size = 8)
            public record Block(@At(0) Rw16 select, @At(2) Rw16 size, @At(4) @Published Le16 index) {}
            """;

    private static List<Mutant> mutants(String... texts) {
        Diagnostics diagnostics = new Diagnostics();
        return Mutants.of(java.util.stream.IntStream.range(0, texts.length)
                .mapToObj(i -> new Tree(Parser.parse(SourceFile.of("p/F" + i + ".java", texts[i]), diagnostics)
                        .orElseThrow(() -> new AssertionError(diagnostics.sorted().toString()))))
                .toList());
    }

    private static List<String> changes(Operator operator, String... texts) {
        return mutants(texts).stream().filter(m -> m.operator() == operator).map(m -> m.original() + " -> " + m.replacement()).toList();
    }

    private static String method(String body) {
        return "package p; final class A { int f(int a, int b) throws DriverException { " + body + " } }";
    }

    @Test
    void aRegisterGetsAnotherOffsetWidthAndMode() {
        assertThat(changes(Operator.OFFSET, BLOCK)).contains("0 -> 2", "2 -> 4", "2 -> 0", "2 -> 3");
        assertThat(changes(Operator.WIDTH, BLOCK)).contains("Rw16 -> Rw8", "Rw16 -> Rw32", "Le16 -> Le32");
        assertThat(changes(Operator.ACCESS, BLOCK)).contains("Rw16 -> Ro16", "Rw16 -> Wo16");
        assertThat(changes(Operator.ENDIANNESS, BLOCK)).containsExactly("Le16 -> Be16");
        assertThat(changes(Operator.DROPPED_BARRIER, BLOCK)).containsExactly("@Published -> ");
    }

    @Test
    void aTypeThatIsNotImportedIsImportedWithoutMovingALine() {
        Mutant wider = mutants(BLOCK).stream().filter(m -> m.replacement().equals("Rw32")).findFirst().orElseThrow();
        String text = Edit.apply(BLOCK, wider.edits());
        assertThat(text).contains("import vireo.dsl.At; import vireo.dsl.Rw32;").contains("@At(0) Rw32 select");
        assertThat(text.lines().count()).isEqualTo(BLOCK.lines().count());
    }

    @Test
    void anAccessGoesToTheNeighbouringRegister() {
        String driver = method("block.select().write(1); return block.size().read();");
        assertThat(changes(Operator.ACCESS, BLOCK, driver)).contains("select -> size", "size -> select");
    }

    @Test
    void operatorsBoundsAndConstantsChange() {
        String driver = method("while (a < b) { a += 2; } return !c && a == 0x10 ? a - 1 : b;");
        assertThat(changes(Operator.OPERATOR, driver)).contains("< -> >=", "+= -> -=", "!c -> c", "&& -> ||", "- -> +");
        assertThat(changes(Operator.OFF_BY_ONE, driver)).containsExactly("< -> <=");
        assertThat(changes(Operator.CONSTANT, driver)).contains("2 -> 3", "2 -> 1", "0x10 -> 0x11", "0x10 -> 0x20");
    }

    @Test
    void charactersAndTextsThatStandForNumbersChange() {
        String driver = method("a = 'k'; b = '&'; Log.error(\"kept\"); c = Text.word(\"reg\"); d = Text.format(\"name\"); return a;");
        assertThat(changes(Operator.CONSTANT, driver)).containsExactly("'k' -> 'l'", "'&' -> '('", "\"reg\" -> \"reh\"", "\"reg\" -> \"re\"");
    }

    @Test
    void theSizeOfADeclarationChanges() {
        assertThat(changes(Operator.CONSTANT, BLOCK)).containsExactlyInAnyOrder("8 -> 9", "8 -> 7");
    }

    @Test
    void aCheckIsLeftOutReversedAndWeakened() {
        String driver = method("if (a < 0 || b < 0) { throw new DriverException(Errno.EINVAL); } return a;");
        assertThat(changes(Operator.DROPPED_CHECK, driver)).containsExactlyInAnyOrder(
                "if (a < 0 || b < 0) { throw new DriverException(Errno.EINVAL); } -> ", "a < 0 || -> ", "a < 0 || b < 0 -> !(a < 0 || b < 0)", "|| b < 0 -> ");
    }

    @Test
    void aStatementABarrierAndAReleaseAreLeftOut() {
        String driver = method("g(); Fence.full(); memory.free(region); return a;");
        assertThat(changes(Operator.DROPPED_STATEMENT, driver)).containsExactly("g(); -> ");
        assertThat(changes(Operator.DROPPED_BARRIER, driver)).containsExactly("Fence.full(); -> ");
        assertThat(changes(Operator.DROPPED_RELEASE, driver)).containsExactly("memory.free(region); -> ");
    }

    @Test
    void neighboursChangePlacesUnlessThatIsNoError() {
        String driver = method("g(); h(); queue.publish(); return a;");
        assertThat(changes(Operator.SWAPPED_STATEMENTS, driver)).containsExactly("g(); h(); -> h(); g();");
        assertThat(changes(Operator.WRONG_ORDER, driver)).containsExactly("h(); queue.publish(); -> queue.publish(); h();");
        assertThat(changes(Operator.SWAPPED_STATEMENTS, method("this.x = a; this.y = b; return a;"))).isEmpty();
        assertThat(changes(Operator.SWAPPED_STATEMENTS, method("this.x = a; this.y = x; return a;"))).hasSize(1);
    }

    @Test
    void aVariableIsTakenForTheNearestOfItsType() {
        assertThat(changes(Operator.WRONG_VARIABLE, method("long c = 1; int d = a; return d;"))).containsExactly("a -> b", "d -> b");
    }

    @Test
    void whatIsLoggedIsNotMutated() {
        assertThat(mutants(method("Log.error(\"%u of %u\", a, b + 1); return a;"))).noneMatch(m -> m.source().contains("Log") && m.original().contains("1"));
    }

    @Test
    void namesAreDistinctAndDoNotDependOnTheLine() {
        List<Mutant> once = mutants(BLOCK, method("g(); g(); return a;"));
        assertThat(once.stream().map(Mutant::id)).doesNotHaveDuplicates();
        List<Mutant> lower = mutants("\n\n" + BLOCK, "\n" + method("g(); g(); return a;"));
        assertThat(lower.stream().map(Mutant::id)).containsExactlyElementsOf(once.stream().map(Mutant::id).toList());
    }

    @Test
    void everyMutantIsAnotherText() {
        assertThat(mutants(BLOCK)).allMatch(m -> !Edit.apply(BLOCK, m.edits()).equals(BLOCK));
    }
}
