// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.ir.CNames;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Classes and value records: a struct, constants, functions. */
final class ClassEmitter {
    private final ProgramFacts facts;
    private final TypeMapping types;
    private final FunctionEmitter functions;
    private final OperationsEmitter operations;

    ClassEmitter(ProgramFacts facts, TypeMapping types, FunctionEmitter functions, OperationsEmitter operations) {
        this.facts = facts;
        this.types = types;
        this.functions = functions;
        this.operations = operations;
    }

    void emit(TypeDecl.ClassDecl type, Unit unit) {
        constants(type, type.constants(), unit);
        if (type.uninstantiable()) {
            new KernelDoc(type.name(), type.doc()).plain().ifPresent(doc -> unit.header().add(0, doc));
        } else {
            unit.header().add(struct(type, type.fields(), facts.dispatchedInterfaces(type)));
            // What the one implementation of an interface promises is written at the interface, which C does not have.
            type.interfaces().stream()
                    .filter(name -> facts.program().type(name).isPresent() && facts.soleImplementation(name).isPresent())
                    .flatMap(name -> new KernelDoc(type.name(), facts.interfaceDecl(name).doc()).plain().stream())
                    .forEach(unit.header()::add);
        }
        facts.dispatchedInterfaces(type).forEach(i -> unit.source().addAll(operations.implementation(type, i)));
        methods(type.methods(), unit);
    }

    void emit(TypeDecl.RecordDecl type, Unit unit) {
        constants(type, type.constants(), unit);
        unit.header().add(struct(type, type.components(), List.of()));
        methods(type.methods(), unit);
    }

    /** A private constant stays in the source, unless the struct's own declaration needs it. */
    private void constants(TypeDecl type, List<TypeDecl.ConstantDecl> constants, Unit unit) {
        Set<String> inStruct = new LinkedHashSet<>();
        FunctionEmitter.fields(type).forEach(f -> lengthConstant(f).ifPresent(c -> inStruct.add(c.name())));
        unit.header().addAll(ConstantEmitter.emit(
                constants.stream().filter(c -> !c.isPrivate() || inStruct.contains(c.name())).toList()));
        unit.source().addAll(ConstantEmitter.emit(
                constants.stream().filter(c -> c.isPrivate() && !inStruct.contains(c.name())).toList(),
                c -> facts.program().type(c.owner()).isPresent()));
    }

    private Optional<TypeDecl.ConstantDecl> lengthConstant(FieldDecl field) {
        return field.type() instanceof Type.Array a && a.fixed().isPresent()
                ? ArrayLengths.constant(facts.program(), field, a.fixed().getAsInt())
                : Optional.empty();
    }

    private CDecl struct(TypeDecl type, List<FieldDecl> fields, List<TypeDecl.InterfaceDecl> interfaces) {
        List<CDecl.Field> members = new ArrayList<>();
        Map<String, String> described = new LinkedHashMap<>();
        KernelDoc doc = new KernelDoc(type.name(), type.doc());
        for (TypeDecl.InterfaceDecl i : interfaces) {
            String name = CNames.type(i.name());
            members.add(new CDecl.Field(CType.struct(facts.tag(i.name())), name, ""));
            described.put(name, "how it is seen through the interface");
        }
        for (FieldDecl field : fields) {
            String name = CNames.variable(field.name());
            String text = JavadocText.parse(type.name(), field.doc()).description();
            described.put(name, text.isEmpty() ? doc.javadoc().parameters().getOrDefault(field.name(), "") : text);
            members.addAll(members(field, name));
        }
        String tag = CNames.type(type.name());
        if (members.isEmpty()) {
            members.add(new CDecl.Field(CType.of(CInt.U8), "nothing", ""));
        }
        return new CDecl.Struct(doc.type("struct", tag, described), tag, members);
    }

    private List<CDecl.Field> members(FieldDecl field, String name) {
        if (field.type() instanceof Type.Array a && a.fixed().isPresent()) {
            return List.of(new CDecl.Field(types.stored(a.element()), name, "[" + length(field, a.fixed()) + "]"));
        }
        if (facts.isEmbedded(field) && field.type() instanceof Type.Object o) {
            return List.of(new CDecl.Field(CType.struct(CNames.type(o.name())), name, ""));
        }
        if (facts.isEmbedded(field)) {
            CType pointer = types.of(field.type());
            return List.of(new CDecl.Field(CType.named(pointer.base()), name, ""));
        }
        CDecl.Field member = new CDecl.Field(types.stored(field.type()), name, "");
        return TypeMapping.carriesLength(field.type())
                ? List.of(member, new CDecl.Field(CType.of(CInt.U32), name + "_length", ""))
                : List.of(member);
    }

    private String length(FieldDecl field, OptionalInt fixed) {
        return lengthConstant(field)
                .map(c -> CNames.macro(c.owner(), c.name()))
                .orElse(Integer.toString(fixed.getAsInt()));
    }

    /** Functions in the author's order, but a private one before the first that calls it. */
    private void methods(List<MethodDecl> methods, Unit unit) {
        Map<String, MethodDecl> byKey = new LinkedHashMap<>();
        methods.stream().filter(m -> m.body().isPresent() && facts.isCalled(m)).forEach(m -> byKey.put(m.key(), m));
        Set<MethodDecl> ordered = new LinkedHashSet<>();
        byKey.values().stream().filter(m -> !m.isPrivate()).forEach(m -> calleesFirst(m, byKey, ordered));
        for (MethodDecl m : ordered) {
            if (!m.isPrivate()) {
                unit.header().add(functions.prototype(m));
            }
            unit.source().add(functions.definition(m));
        }
    }

    private static void calleesFirst(MethodDecl method, Map<String, MethodDecl> byKey, Set<MethodDecl> ordered) {
        if (ordered.contains(method)) {
            return;
        }
        IrWalk.forEach(method.body().orElse(List.of()), (Stmt s) -> ProgramFacts.callees(s).stream()
                .map(byKey::get)
                .filter(callee -> callee != null && callee.isPrivate() && callee != method)
                .forEach(callee -> calleesFirst(callee, byKey, ordered)));
        ordered.add(method);
    }
}
