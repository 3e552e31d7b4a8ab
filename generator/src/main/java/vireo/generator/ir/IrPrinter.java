// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.List;
import java.util.stream.Collectors;

/** Prints the IR as text: the same program gives the same text. For tests, and for a look at what lowering made. */
public final class IrPrinter {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private IrPrinter() {}

    /** All types with their members. */
    public static String print(Program program) {
        IrPrinter printer = new IrPrinter();
        program.types().forEach(printer::type);
        return printer.out.toString();
    }

    /** One method with its body. */
    public static String print(MethodDecl method) {
        IrPrinter printer = new IrPrinter();
        printer.method(method);
        return printer.out.toString();
    }

    private void type(TypeDecl type) {
        line(type.getClass().getSimpleName().replace("Decl", "").toLowerCase(java.util.Locale.ROOT) + " "
                + type.name());
        depth++;
        if (type instanceof TypeDecl.ClassDecl c) {
            constants(c.constants());
            c.fields().forEach(this::field);
        } else if (type instanceof TypeDecl.RecordDecl r) {
            constants(r.constants());
            r.components().forEach(this::field);
        } else if (type instanceof TypeDecl.InterfaceDecl i) {
            constants(i.constants());
            i.port().ifPresent(struct -> line("of the port: struct " + struct));
            line("implemented by " + i.implementations());
        } else if (type instanceof TypeDecl.EnumDecl e) {
            line(e.constants().stream().map(TypeDecl.EnumConstant::name).collect(Collectors.joining(" ")));
        } else if (type instanceof TypeDecl.BlockDecl b) {
            constants(b.constants());
            b.registers()
                    .forEach(r -> line(r.name() + " at " + r.offset() + " " + r.access() + " " + r.bits()
                            + (r.count() > 1 ? " x" + r.count() : "")));
        } else if (type instanceof DmaDecl d) {
            constants(d.constants());
            d.fields()
                    .forEach(f -> line(f.name() + " "
                            + (f.offset().isPresent()
                                    ? "at " + f.offset().getAsInt()
                                    : "after " + f.after().orElse("?"))
                            + " " + IrText.of(f.type()) + (f.published() ? " published" : "")));
        }
        Program.methodsOf(type).forEach(this::method);
        depth--;
    }

    private void constants(List<TypeDecl.ConstantDecl> constants) {
        constants.forEach(c -> line("const " + c.name() + " = " + c.value() + " : " + IrText.of(c.type())
                + c.initializer().map(i -> " from " + IrText.of(i)).orElse("")));
    }

    private void field(FieldDecl f) {
        line("field " + f.name() + " : " + IrText.of(f.type()) + (f.isFinal() ? " final" : ""));
    }

    private void method(MethodDecl m) {
        String parameters = m.parameters().stream()
                .map(p -> p.name() + ": " + IrText.of(p.type()))
                .collect(Collectors.joining(", "));
        line(m.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + m.name() + "(" + parameters + ") : "
                + IrText.of(m.result()) + (m.throwing() ? " throws" : ""));
        depth++;
        m.body().ifPresent(this::statements);
        depth--;
    }

    private void statements(List<Stmt> statements) {
        statements.forEach(this::statement);
    }

    private void nested(List<Stmt> statements) {
        depth++;
        statements(statements);
        depth--;
    }

    private void statement(Stmt s) {
        if (s instanceof Stmt.Block b) {
            line("{");
            nested(b.body());
            line("}");
        } else if (s instanceof Stmt.If i) {
            line("if " + IrText.of(i.condition()));
            nested(i.then());
            if (!i.otherwise().isEmpty()) {
                line("else");
                nested(i.otherwise());
            }
        } else if (s instanceof Stmt.Loop l) {
            loop(l);
        } else if (s instanceof Stmt.Switch w) {
            line("switch " + IrText.of(w.subject()));
            for (Stmt.Case c : w.cases()) {
                line("case " + IrText.of(c.values()));
                nested(c.body());
            }
            w.otherwise().ifPresent(o -> {
                line("default");
                nested(o);
            });
        } else if (s instanceof Stmt.Try t) {
            line("try");
            nested(t.body());
            t.handler().ifPresent(h -> {
                line("catch " + t.exception().map(Local::name).orElse("?"));
                nested(h);
            });
            if (!t.cleanup().isEmpty()) {
                line("cleanup");
                nested(t.cleanup());
            }
        } else {
            line(IrText.of(s));
        }
    }

    private void loop(Stmt.Loop l) {
        line(l.form().name().toLowerCase(java.util.Locale.ROOT)
                + l.label().map(x -> " " + x).orElse("") + " " + IrText.of(l.condition()));
        part("header", l.header());
        nested(l.body());
        part("update", l.update());
    }

    private void part(String name, List<Stmt> statements) {
        if (!statements.isEmpty()) {
            line(name);
            nested(statements);
        }
    }

    private void line(String text) {
        out.append("  ".repeat(depth)).append(text.replace("\n", "\\n")).append('\n');
    }
}
