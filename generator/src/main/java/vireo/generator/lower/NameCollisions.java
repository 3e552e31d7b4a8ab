// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.LinkedHashMap;
import java.util.Map;
import vireo.generator.ir.CNames;
import vireo.generator.ir.CReservedNames;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;
import vireo.generator.resolve.Findings;
import vireo.generator.source.Span;

/** Finds names that are different in Java and one in C, and names that C or the port has taken (VR105). */
final class NameCollisions {
    private record Named(String java, Span span) {}

    private final Findings findings;
    private final Map<String, Named> functions = new LinkedHashMap<>();
    private final Map<String, Named> macros = new LinkedHashMap<>();
    private final Map<String, Named> tags = new LinkedHashMap<>();

    NameCollisions(Findings findings) {
        this.findings = findings;
    }

    void check(Iterable<TypeDecl> types) {
        for (TypeDecl type : types) {
            if (type instanceof TypeDecl.InterfaceDecl declared && declared.port().isPresent()) {
                continue;
            }
            put(tags, CNames.type(type.name()), type.name(), type.span());
            for (MethodDecl method : Program.methodsOf(type)) {
                String name = method.kind() == MethodDecl.Kind.CONSTRUCTOR ? "constructor" : method.name();
                put(functions, CNames.function(method), type.simpleName() + "." + name, at(method, type));
                locals(method);
            }
            macros(type);
        }
    }

    private void macros(TypeDecl type) {
        if (type instanceof TypeDecl.ClassDecl c) {
            c.constants().forEach(this::macro);
            members(c.fields());
        } else if (type instanceof TypeDecl.RecordDecl r) {
            r.constants().forEach(this::macro);
            members(r.components());
        } else if (type instanceof TypeDecl.InterfaceDecl i) {
            i.constants().forEach(this::macro);
        } else if (type instanceof TypeDecl.BlockDecl b) {
            b.constants().forEach(this::macro);
            b.registers()
                    .forEach(r ->
                            put(macros, CNames.macro(b.name(), r.name()), b.simpleName() + "." + r.name(), r.span()));
        } else if (type instanceof DmaDecl d) {
            d.constants().forEach(this::macro);
            Map<String, Named> fields = new LinkedHashMap<>();
            d.fields().forEach(f -> put(fields, CNames.variable(f.name()), f.name(), f.span()));
        } else if (type instanceof TypeDecl.EnumDecl e) {
            e.constants()
                    .forEach(c ->
                            put(macros, CNames.macro(e.name(), c.name()), e.simpleName() + "." + c.name(), c.span()));
        }
    }

    private void macro(TypeDecl.ConstantDecl constant) {
        String owner = constant.owner().substring(constant.owner().lastIndexOf('.') + 1);
        put(macros, CNames.macro(constant.owner(), constant.name()), owner + "." + constant.name(), constant.span());
    }

    private void members(Iterable<FieldDecl> fields) {
        Map<String, Named> names = new LinkedHashMap<>();
        fields.forEach(f -> put(names, CNames.variable(f.name()), f.name(), f.span()));
    }

    /** Variables of one name are one in C as well; those of different names have to stay apart, for one would hide the other. */
    private void locals(MethodDecl method) {
        Map<String, Named> names = new LinkedHashMap<>();
        method.parameters().forEach(p -> local(names, p));
        method.body().ifPresent(body -> body.forEach(s -> locals(names, s)));
    }

    private void locals(Map<String, Named> names, Stmt s) {
        if (s instanceof Stmt.Declare d && d.local().kind() != Local.Kind.TEMPORARY) {
            local(names, d.local());
        }
        if (s instanceof Stmt.Try t) {
            t.exception().ifPresent(e -> local(names, e));
        }
        s.inside().forEach(list -> list.forEach(inner -> locals(names, inner)));
    }

    private void local(Map<String, Named> names, Local local) {
        String c = CNames.variable(local.name());
        Named first = names.get(c);
        if (first == null || !first.java().equals(local.name())) {
            put(names, c, local.name(), local.span());
        }
    }

    private static Span at(MethodDecl method, TypeDecl type) {
        return method.span() == null ? type.span() : method.span();
    }

    private void put(Map<String, Named> table, String c, String java, Span at) {
        if (CReservedNames.contains(c)) {
            findings.report(
                    "VR105",
                    at,
                    "`" + java + "` becomes `" + c + "` in C, a name that C or the port has taken",
                    "The generated C would not compile, or mean something else.",
                    "Choose another name.");
            return;
        }
        Named first = table.putIfAbsent(c, new Named(java, at));
        if (first != null) {
            findings.report(
                    "VR105",
                    at,
                    "`" + java + "` and `" + first.java() + "` are both `" + c + "` in C",
                    "Two declarations of one C name do not compile, or one shadows the other.",
                    "Rename one of them.",
                    first.span(),
                    "the other one");
        }
    }
}
