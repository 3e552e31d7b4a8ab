// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes statements: tabs, braces as the kernel sets them, no braces around one line. */
final class StatementPrinter {
    private final StringBuilder out;

    StatementPrinter(StringBuilder out) {
        this.out = out;
    }

    /** The statements of one block. Empty lines at its ends and doubled ones go; one separates declarations from statements. */
    void body(List<CStmt> statements, int tabs) {
        CStmt previous = null;
        boolean blank = false;
        for (CStmt s : statements) {
            if (s instanceof CStmt.Blank) {
                blank = previous != null;
                continue;
            }
            boolean declared = previous instanceof CStmt.Declare;
            boolean label = s instanceof CStmt.Label
                    && (previous instanceof CStmt.Return || previous instanceof CStmt.Goto);
            boolean between = blank && !(declared && s instanceof CStmt.Declare);
            if (between || label || declared && !(s instanceof CStmt.Declare)) {
                out.append('\n');
            }
            blank = false;
            if (previous instanceof CStmt.Label && s instanceof CStmt.Declare) {
                text(tabs, ";");
            }
            statement(s, tabs);
            previous = s;
        }
        // C11 has a label stand before a statement: neither the end of a block nor a declaration is one.
        if (previous instanceof CStmt.Label) {
            text(tabs, ";");
        }
    }

    private void statement(CStmt s, int tabs) {
        if (s instanceof CStmt.Do d) {
            line(tabs, l -> {
                new ExpressionPrinter(l).print(d.expression());
                l.text(";");
            });
        } else if (s instanceof CStmt.Declare d) {
            declare(d, tabs);
        } else if (s instanceof CStmt.If i) {
            conditional(i, tabs, "");
        } else if (s instanceof CStmt.While w) {
            head(tabs, "while (", w.condition(), ")", w.body());
        } else if (s instanceof CStmt.DoWhile w) {
            text(tabs, "do {");
            body(w.body(), tabs + 1);
            line(tabs, l -> {
                l.text("} while (").open();
                new ExpressionPrinter(l).print(w.condition());
                l.close().text(");");
            });
        } else if (s instanceof CStmt.For f) {
            loop(f, tabs);
        } else if (s instanceof CStmt.Switch w) {
            choice(w, tabs);
        } else if (s instanceof CStmt.Break) {
            text(tabs, "break;");
        } else if (s instanceof CStmt.Continue) {
            text(tabs, "continue;");
        } else if (s instanceof CStmt.Return r) {
            line(tabs, l -> {
                l.text("return");
                r.value().ifPresent(value -> {
                    l.text(" ").open();
                    new ExpressionPrinter(l).print(value);
                    l.close();
                });
                l.text(";");
            });
        } else if (s instanceof CStmt.Goto g) {
            text(tabs, "goto " + g.label() + ";");
        } else if (s instanceof CStmt.Label l) {
            text(0, l.name() + ":");
        } else if (s instanceof CStmt.Block b) {
            text(tabs, "{");
            body(b.body(), tabs + 1);
            text(tabs, "}");
        } else if (s instanceof CStmt.Comment c) {
            out.append(CommentText.plain(c.text(), tabs));
        } else if (s instanceof CStmt.Line l) {
            out.append("#line ").append(l.line()).append(" \"").append(l.path()).append("\"\n");
        } else {
            throw new IllegalStateException("not a shape to print: " + s);
        }
    }

    private void declare(CStmt.Declare d, int tabs) {
        CVariable v = d.variable();
        line(tabs, l -> {
            l.text(v.type().declare(v.name()));
            d.value().ifPresent(value -> {
                l.text(" = ");
                if (value instanceof CExpr.Compound c && c.type().equals(v.type())) {
                    l.text("{ ");
                    new ExpressionPrinter(l).initializers(c.fields());
                    l.text(" }");
                } else {
                    new ExpressionPrinter(l).assigned(value);
                }
            });
            l.text(";");
        });
    }

    private void conditional(CStmt.If i, int tabs, String before) {
        boolean otherwise = !i.otherwise().isEmpty();
        Optional<CStmt.If> chained = otherwise && i.otherwise().size() == 1 && i.otherwise().get(0) instanceof CStmt.If next
                ? Optional.of(next)
                : Optional.empty();
        boolean braces = before.startsWith("}") || chainNeedsBraces(i);
        line(tabs, l -> {
            l.text(before + "if (").open();
            new ExpressionPrinter(l).print(i.condition());
            l.close().text(braces ? ") {" : ")");
        });
        body(i.then(), tabs + 1);
        if (chained.isPresent()) {
            conditional(chained.get(), tabs, braces ? "} else " : "else ");
            return;
        }
        if (otherwise) {
            text(tabs, braces ? "} else {" : "else");
            body(i.otherwise(), tabs + 1);
        }
        if (braces) {
            text(tabs, "}");
        }
    }

    private boolean chainNeedsBraces(CStmt.If i) {
        return needsBraces(i.then())
                || (i.otherwise().size() == 1 && i.otherwise().get(0) instanceof CStmt.If next
                        ? chainNeedsBraces(next)
                        : !i.otherwise().isEmpty() && needsBraces(i.otherwise()))
                || !i.otherwise().isEmpty() && endsInIf(i.then());
    }

    private static boolean endsInIf(List<CStmt> body) {
        return !body.isEmpty() && body.get(body.size() - 1) instanceof CStmt.If;
    }

    /** A body of one simple statement that fits on one line goes without braces. */
    private boolean needsBraces(List<CStmt> body) {
        if (body.size() != 1) {
            return true;
        }
        CStmt s = body.get(0);
        boolean simple = s instanceof CStmt.Do || s instanceof CStmt.Return || s instanceof CStmt.Goto
                || s instanceof CStmt.Break || s instanceof CStmt.Continue;
        return !simple;
    }

    private void head(int tabs, String start, CExpr condition, String end, List<CStmt> body) {
        boolean braces = needsBraces(body);
        line(tabs, l -> {
            l.text(start).open();
            new ExpressionPrinter(l).print(condition);
            l.close().text(end + (body.isEmpty() ? ";" : braces ? " {" : ""));
        });
        body(body, tabs + 1);
        if (braces && !body.isEmpty()) {
            text(tabs, "}");
        }
    }

    private void loop(CStmt.For f, int tabs) {
        boolean braces = needsBraces(f.body());
        line(tabs, l -> {
            ExpressionPrinter e = new ExpressionPrinter(l);
            l.text("for (").open();
            f.start().ifPresent(e::group);
            l.text(";");
            if (f.condition().isPresent()) {
                l.mayBreak(" ");
                e.group(f.condition().get());
            }
            l.text(";");
            if (f.step().isPresent()) {
                l.mayBreak(" ");
                e.group(f.step().get());
            }
            l.close().text(")" + (f.body().isEmpty() ? ";" : braces ? " {" : ""));
        });
        body(f.body(), tabs + 1);
        if (braces && !f.body().isEmpty()) {
            text(tabs, "}");
        }
    }

    private void choice(CStmt.Switch w, int tabs) {
        line(tabs, l -> {
            l.text("switch (").open();
            new ExpressionPrinter(l).print(w.subject());
            l.close().text(") {");
        });
        for (CStmt.Case c : w.cases()) {
            for (CExpr value : c.values()) {
                line(tabs, l -> {
                    l.text("case ");
                    new ExpressionPrinter(l).print(value);
                    l.text(":");
                });
            }
            boolean declares = c.body().stream().anyMatch(CStmt.Declare.class::isInstance);
            if (c.values().isEmpty()) {
                text(tabs, "default:" + (declares ? " {" : ""));
            } else if (declares) {
                out.setLength(out.length() - 1);
                out.append(" {\n");
            }
            body(c.body(), tabs + 1);
            if (declares) {
                text(tabs, "}");
            }
        }
        text(tabs, "}");
    }

    private void text(int tabs, String text) {
        out.append("\t".repeat(tabs)).append(text).append('\n');
    }

    private void line(int tabs, Consumer<Layout> write) {
        Layout layout = new Layout();
        write.accept(layout);
        out.append(layout.render(tabs)).append('\n');
    }
}
