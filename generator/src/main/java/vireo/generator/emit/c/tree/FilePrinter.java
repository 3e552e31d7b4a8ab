// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.List;
import java.util.Optional;

/** Writes the declarations of a file, one empty line between those that do not belong together. */
public final class FilePrinter {
    private final StringBuilder out = new StringBuilder();

    private FilePrinter() {}

    public static String print(List<CDecl> declarations) {
        FilePrinter printer = new FilePrinter();
        CDecl previous = null;
        for (CDecl d : declarations) {
            if (previous != null && !joined(previous, d)) {
                printer.out.append('\n');
            }
            printer.declaration(d);
            previous = d;
        }
        return printer.out.toString();
    }

    private static boolean joined(CDecl a, CDecl b) {
        return a instanceof CDecl.Define x && b instanceof CDecl.Define y && x.comment().isEmpty() && y.comment().isEmpty()
                || a instanceof CDecl.ForwardStruct && b instanceof CDecl.ForwardStruct
                || a instanceof CDecl.StaticAssert && b instanceof CDecl.StaticAssert
                || a instanceof CDecl.Function f && b instanceof CDecl.Function g
                        && f.body().isEmpty() && g.body().isEmpty() && f.doc().isEmpty() && g.doc().isEmpty()
                || a instanceof CDecl.Doc && !(b instanceof CDecl.Function f && f.doc().isPresent());
    }

    private void declaration(CDecl d) {
        if (d instanceof CDecl.Doc doc) {
            doc(doc, 0);
        } else if (d instanceof CDecl.Define define) {
            define.comment().ifPresent(c -> out.append(CommentText.plain(c, 0)));
            out.append(macro(define));
            define.remark().ifPresent(r -> out.append(" /* ").append(r.replace("*/", "* /")).append(" */"));
            out.append('\n');
        } else if (d instanceof CDecl.Enum e) {
            e.doc().ifPresent(doc -> doc(doc, 0));
            out.append("enum ").append(e.tag()).append(" {\n");
            for (CDecl.Enumerator c : e.constants()) {
                c.comment().ifPresent(text -> out.append(CommentText.plain(text, 1)));
                out.append('\t').append(c.name()).append(",\n");
            }
            out.append("};\n");
        } else if (d instanceof CDecl.Struct s) {
            s.doc().ifPresent(doc -> doc(doc, 0));
            out.append("struct ").append(s.tag()).append(" {\n");
            for (CDecl.Field f : s.fields()) {
                out.append('\t').append(f.type().declare(f.name())).append(f.suffix()).append(";\n");
            }
            out.append("};\n");
        } else if (d instanceof CDecl.Operations o) {
            operations(o);
        } else if (d instanceof CDecl.OperationsTable t) {
            out.append("static const struct ").append(t.tag()).append(' ').append(t.name()).append(" = {\n");
            for (CExpr.Initializer f : t.functions()) {
                out.append("\t.").append(f.field()).append(" = ");
                out.append(ExpressionPrinter.flat(f.value())).append(",\n");
            }
            out.append("};\n");
        } else if (d instanceof CDecl.StaticAssert a) {
            Layout layout = new Layout().text("static_assert(").open();
            new ExpressionPrinter(layout).print(a.condition());
            layout.text(",").mayBreak(" ");
            new ExpressionPrinter(layout).print(new CExpr.Text(a.message()));
            out.append(layout.close().text(");").render(0)).append('\n');
        } else if (d instanceof CDecl.ForwardStruct f) {
            out.append("struct ").append(f.tag()).append(";\n");
        } else if (d instanceof CDecl.Function f) {
            function(f);
        }
    }

    /** Whether a macro's lines are no longer than lines should be. */
    public static boolean fits(CDecl.Define define) {
        return macro(define).lines().allMatch(line -> columns(line) <= Layout.WIDTH);
    }

    /** One line, or where that is too long the value on lines of its own. */
    private static String macro(CDecl.Define define) {
        String head = "#define " + define.name();
        boolean parentheses = define.value() instanceof CExpr.Binary
                || define.value() instanceof CExpr.Number n && n.text().startsWith("-");
        String flat = ExpressionPrinter.flat(define.value());
        String whole = head + " " + (parentheses ? "(" + flat + ")" : flat);
        if (whole.length() <= Layout.WIDTH || !parentheses) {
            return whole;
        }
        Layout layout = new Layout().text("(").open();
        new ExpressionPrinter(layout).print(define.value());
        return head + " \\\n" + layout.close().text(")").render(1).replace("\n", " \\\n");
    }

    private void operations(CDecl.Operations o) {
        o.doc().ifPresent(doc -> doc(doc, 0));
        out.append("struct ").append(o.tag()).append(" {\n");
        for (CDecl.FunctionPointer f : o.functions()) {
            Layout layout = new Layout().text(f.result().declare("(*" + f.name() + ")"));
            parameters(layout, f.parameters());
            out.append(layout.text(";").render(1)).append('\n');
        }
        out.append("};\n");
    }

    private void function(CDecl.Function f) {
        f.doc().ifPresent(doc -> doc(doc, 0));
        String modifiers = f.modifiers().isEmpty() ? "" : String.join(" ", f.modifiers()) + " ";
        CType result = f.result();
        String before = modifiers + result + (f.mustCheck() ? " __must_check" : "");
        String end = f.body().isEmpty() ? ";" : "";
        String joined = before + (result.pointers() > 0 && !f.mustCheck() ? "" : " ") + f.name();
        String whole = parameters(new Layout().text(joined), f.parameters()).text(end).render(0);
        if (whole.lines().anyMatch(line -> columns(line) > Layout.WIDTH)) {
            whole = before + "\n" + parameters(new Layout().text(f.name()), f.parameters()).text(end).render(0);
        }
        out.append(whole).append('\n');
        Optional<List<CStmt>> body = f.body();
        if (body.isEmpty()) {
            return;
        }
        out.append("{\n");
        new StatementPrinter(out).body(body.get(), 1);
        out.append("}\n");
    }

    private static int columns(String line) {
        return line.chars().map(c -> c == '\t' ? Layout.TAB : 1).sum();
    }

    private static Layout parameters(Layout layout, List<CVariable> parameters) {
        layout.text("(").open();
        if (parameters.isEmpty()) {
            layout.text("void");
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (i > 0) {
                layout.text(",").mayBreak(" ");
            }
            layout.text(parameters.get(i).type().declare(parameters.get(i).name()));
        }
        return layout.close().text(")");
    }

    private void doc(CDecl.Doc doc, int tabs) {
        String indent = "\t".repeat(tabs);
        if (doc.lines().size() == 1 && doc.lines().get(0).length() <= Layout.WIDTH - 7) {
            out.append(indent).append(doc.kernelDoc() ? "/** " : "/* ").append(doc.lines().get(0)).append(" */\n");
            return;
        }
        out.append(indent).append(doc.kernelDoc() ? "/**\n" : "/*\n");
        for (String line : doc.lines()) {
            out.append(indent).append(line.isEmpty() ? " *" : " * " + line).append('\n');
        }
        out.append(indent).append(" */\n");
    }
}
