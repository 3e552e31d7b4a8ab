// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;
import vireo.generator.ir.CNames;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.TypeDecl;

/** Interfaces that are called through function pointers: the table's struct, and each class's table. */
final class OperationsEmitter {
    private final ProgramFacts facts;
    private final FunctionEmitter functions;

    OperationsEmitter(ProgramFacts facts, FunctionEmitter functions) {
        this.facts = facts;
        this.functions = functions;
    }

    void emit(TypeDecl.InterfaceDecl type, Unit unit) {
        unit.header().addAll(ConstantEmitter.emit(type.constants()));
        if (facts.soleImplementation(type.name()).isPresent()) {
            return;
        }
        String tag = CNames.type(type.name());
        Map<String, String> described = new LinkedHashMap<>();
        List<CDecl.FunctionPointer> pointers = new ArrayList<>();
        for (MethodDecl m : type.methods()) {
            String name = CNames.variable(m.name());
            described.put(name, JavadocText.parse(type.name(), m.doc()).description());
            pointers.add(new CDecl.FunctionPointer(functions.result(m), name, functions.parameters(m)));
        }
        KernelDoc operations = new KernelDoc(type.name(), "What a " + tag + " does.");
        unit.header().add(new CDecl.ForwardStruct(tag));
        unit.header().add(new CDecl.Operations(operations.type("struct", tag + "_ops", described), tag + "_ops", pointers));
        CType table = CType.struct(tag + "_ops");
        CType constant = CType.named("const " + table.base()).pointer();
        unit.header().add(new CDecl.Struct(
                new KernelDoc(type.name(), type.doc()).type("struct", tag, Map.of("ops", "what it does")),
                tag, List.of(new CDecl.Field(constant, "ops", ""))));
    }

    /** The functions through which a class is reached as an interface, and their table. */
    List<CDecl> implementation(TypeDecl.ClassDecl type, TypeDecl.InterfaceDecl as) {
        String member = CNames.type(as.name());
        String owner = CNames.type(type.name());
        List<CDecl> all = new ArrayList<>();
        List<CExpr.Initializer> table = new ArrayList<>();
        for (MethodDecl m : as.methods()) {
            String name = owner + "_" + member + "_" + CNames.snake(m.name());
            all.add(entry(name, owner, member, m, facts.implementation(type.name(), m)));
            table.add(new CExpr.Initializer(CNames.variable(m.name()), new CExpr.Symbol(name)));
        }
        all.add(new CDecl.OperationsTable(facts.tag(as.name()) + "_ops", owner + "_" + member + "_ops", table));
        return all;
    }

    private CDecl entry(String name, String owner, String member, MethodDecl declared, MethodDecl own) {
        List<CVariable> parameters = functions.parameters(declared);
        List<CVariable> expected = functions.parameters(own);
        CVariable object = new CVariable(-1, fresh(CNames.receiver(own.owner()), parameters), CType.struct(owner).pointer(),
                CVariable.Kind.LOCAL);
        CExpr container = CExpr.call("container_of", List.of(new CExpr.Variable(parameters.get(0)),
                new CExpr.Symbol("struct " + owner), new CExpr.Symbol(member)), CExpr.Effect.NONE);
        List<CExpr> arguments = new ArrayList<>(List.of(new CExpr.Variable(object)));
        for (int i = 1; i < parameters.size(); i++) {
            CVariable p = parameters.get(i);
            arguments.add(Conversions.to(CValue.of(new CExpr.Variable(p), p.type()), expected.get(i).type()));
        }
        CExpr call = CExpr.call(CNames.function(own), arguments, CExpr.Effect.ANY);
        List<CStmt> body = new ArrayList<>(List.of(new CStmt.Declare(object, Optional.of(container))));
        CType result = functions.result(declared);
        CExpr converted = Conversions.to(CValue.of(call, functions.result(own)), result);
        CStmt free = new CStmt.Do(CExpr.call("vireo_free", List.of(new CExpr.Variable(object)), CExpr.Effect.ANY));
        if (!own.movesReceiver() || facts.freesReceiver(own)) {
            body.add(result.isVoid() ? new CStmt.Do(call) : CStmt.returning(converted));
        } else if (result.isVoid()) {
            body.add(new CStmt.Do(call));
            body.add(free);
        } else {
            CVariable kept = new CVariable(-2, fresh(declared.throwing() ? "err" : "ret", parameters), result,
                    CVariable.Kind.LOCAL);
            body.add(new CStmt.Declare(kept, Optional.of(converted)));
            body.add(free);
            body.add(CStmt.returning(new CExpr.Variable(kept)));
        }
        return new CDecl.Function(Optional.empty(), List.of("static"), result, false, name, parameters, Optional.of(body));
    }

    private static String fresh(String name, List<CVariable> parameters) {
        return parameters.stream().anyMatch(p -> p.name().equals(name)) ? "self" : name;
    }
}
