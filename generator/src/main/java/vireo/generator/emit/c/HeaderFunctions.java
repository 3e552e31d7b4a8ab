// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.ir.CNames;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;

/**
 * Moves what is shorter than a call of it into the headers: accessors and functions of a statement or two become
 * {@code static inline}, so that compilers see through them from other files.
 *
 * <p>A function stays where it is when it needs something that only its own source declares, or a header that includes its own.
 */
final class HeaderFunctions {
    /** A step, what to do if it fails, and a result. */
    private static final int MAX_STATEMENTS = 5;

    private final Map<String, Set<String>> included = new HashMap<>();
    private final Includes includes;

    private HeaderFunctions(List<Unit> units) {
        this.includes = new Includes(units);
        units.forEach(unit -> included.put(unit.path(), includes.of(unit.header(), unit, true)));
    }

    static void move(List<Unit> units) {
        HeaderFunctions functions = new HeaderFunctions(units);
        units.forEach(functions::move);
    }

    /** Constructors stay in the source, however short: whoever looks for one looks there. */
    private void move(Unit unit) {
        Set<String> constructors = Program.methodsOf(unit.type()).stream()
                .filter(m -> m.kind() == MethodDecl.Kind.CONSTRUCTOR)
                .map(CNames::function)
                .collect(Collectors.toSet());
        for (CDecl declaration : List.copyOf(unit.source())) {
            if (declaration instanceof CDecl.Function function
                    && isSmall(function)
                    && !constructors.contains(function.name())) {
                prototype(unit, function).ifPresent(prototype -> move(unit, function, prototype));
            }
        }
    }

    private void move(Unit unit, CDecl.Function function, CDecl.Function prototype) {
        CDecl.Function inline = new CDecl.Function(
                prototype.doc(),
                List.of("static", "inline"),
                function.result(),
                prototype.mustCheck(),
                function.name(),
                function.parameters(),
                function.body());
        if (Includes.symbols(inline).stream().anyMatch(sourceNames(unit)::contains)) {
            return;
        }
        Set<String> needed = includes.of(List.of(inline), unit, true);
        if (needed.stream().anyMatch(path -> reaches(path, unit.path()))) {
            return;
        }
        unit.source().remove(function);
        unit.header().remove(prototype);
        unit.header().add(firstUser(unit, inline.name()), inline);
        included.get(unit.path()).addAll(needed);
    }

    /** Where a function has to stand: behind all prototypes and before the first function with a body that calls it. */
    private static int firstUser(Unit unit, String name) {
        List<CDecl> header = unit.header();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i) instanceof CDecl.Function f && f.body().isPresent() && Includes.symbols(f).contains(name)) {
                return i;
            }
        }
        return header.size();
    }

    /** Whether a header includes another one, itself or by way of others. */
    private boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>(List.of(from));
        while (!pending.isEmpty()) {
            String path = pending.pop();
            if (path.equals(to)) {
                return true;
            }
            if (seen.add(path)) {
                pending.addAll(included.getOrDefault(path, Set.of()));
            }
        }
        return false;
    }

    private static Optional<CDecl.Function> prototype(Unit unit, CDecl.Function function) {
        return unit.header().stream()
                .filter(CDecl.Function.class::isInstance)
                .map(CDecl.Function.class::cast)
                .filter(f -> f.name().equals(function.name()) && f.body().isEmpty())
                .findFirst();
    }

    /** What the source declares for itself. */
    private static Set<String> sourceNames(Unit unit) {
        Set<String> names = new HashSet<>();
        for (CDecl declaration : unit.source()) {
            if (declaration instanceof CDecl.Define d) {
                names.add(d.name());
            } else if (declaration instanceof CDecl.OperationsTable t) {
                names.add(t.name());
            } else if (declaration instanceof CDecl.Function f && prototype(unit, f).isEmpty()) {
                names.add(f.name());
            }
        }
        return names;
    }

    private static boolean isSmall(CDecl.Function function) {
        if (function.body().isEmpty()) {
            return false;
        }
        int[] weight = new int[1];
        CTrees.forEachStatement(function.body().get(), s -> weight[0] += weight(s));
        return weight[0] <= MAX_STATEMENTS;
    }

    /** Straight lines and conditions only. */
    private static int weight(CStmt s) {
        if (s instanceof CStmt.Comment || s instanceof CStmt.Blank || s instanceof CStmt.Line || s instanceof CStmt.Block
                || s instanceof CStmt.Declare d && d.value().isEmpty()) {
            return 0;
        }
        return s instanceof CStmt.Do || s instanceof CStmt.If || s instanceof CStmt.Return || s instanceof CStmt.Declare
                ? 1
                : MAX_STATEMENTS + 1;
    }
}
