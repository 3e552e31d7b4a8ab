// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;
import vireo.generator.ir.CNames;
import vireo.generator.ir.TypeDecl;

/** Enumerations, with a function for their names where a log line prints one. */
final class EnumEmitter {
    private final ProgramFacts facts;

    EnumEmitter(ProgramFacts facts) {
        this.facts = facts;
    }

    void emit(TypeDecl.EnumDecl type, Unit unit) {
        String tag = CNames.type(type.name());
        List<CDecl.Enumerator> constants = type.constants().stream()
                .map(c -> new CDecl.Enumerator(
                        CNames.macro(type.name(), c.name()), new KernelDoc(type.name(), c.doc()).comment()))
                .toList();
        unit.header().add(new CDecl.Enum(new KernelDoc(type.name(), type.doc()).type("enum", tag, Map.of()), tag, constants));
        if (facts.isLogged(type.name())) {
            names(type, tag, unit);
        }
    }

    private static void names(TypeDecl.EnumDecl type, String tag, Unit unit) {
        CVariable value = new CVariable(0, "value", CType.named("enum " + tag), CVariable.Kind.PARAMETER);
        CType text = CType.named("const char").pointer();
        List<CStmt.Case> cases = new ArrayList<>();
        type.constants().forEach(c -> cases.add(new CStmt.Case(
                List.of(new CExpr.Symbol(CNames.macro(type.name(), c.name()))),
                List.of(CStmt.returning(new CExpr.Text(c.name()))))));
        List<CStmt> body = List.of(
                new CStmt.Switch(new CExpr.Variable(value), cases), new CStmt.Blank(), CStmt.returning(new CExpr.Text("?")));
        Optional<CDecl.Doc> doc = Optional.of(new CDecl.Doc(List.of(tag + "_name() - The name that log lines print"), true));
        unit.header().add(new CDecl.Function(doc, List.of(), text, false, tag + "_name", List.of(value), Optional.empty()));
        unit.source().add(new CDecl.Function(
                Optional.empty(), List.of(), text, false, tag + "_name", List.of(value), Optional.of(body)));
    }
}
