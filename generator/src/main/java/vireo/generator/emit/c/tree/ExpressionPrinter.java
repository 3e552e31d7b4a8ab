// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes expressions, with the parentheses that C needs and those that compilers and reviewers ask for. */
final class ExpressionPrinter {
    private static final int PRIMARY = 15;
    private static final int UNARY = 14;
    private static final int TERNARY = 3;
    private static final int ASSIGN = 2;
    private static final Map<String, Integer> BINARY = Map.ofEntries(
            Map.entry("*", 13), Map.entry("/", 13), Map.entry("%", 13), Map.entry("+", 12), Map.entry("-", 12),
            Map.entry("<<", 11), Map.entry(">>", 11), Map.entry("<", 10), Map.entry("<=", 10), Map.entry(">", 10),
            Map.entry(">=", 10), Map.entry("==", 9), Map.entry("!=", 9), Map.entry("&", 8), Map.entry("^", 7),
            Map.entry("|", 6), Map.entry("&&", 5), Map.entry("||", 4));
    private static final Set<String> BITWISE = Set.of("&", "|", "^");
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");
    private static final Set<String> SHIFTS = Set.of("<<", ">>");

    private final Layout out;

    ExpressionPrinter(Layout out) {
        this.out = out;
    }

    static String flat(CExpr e) {
        Layout layout = new Layout();
        new ExpressionPrinter(layout).print(e);
        return layout.render(0).replaceAll("\n[\t ]*", " ").strip();
    }

    void print(CExpr e) {
        if (e instanceof CExpr.Number n) {
            out.text(n.text());
        } else if (e instanceof CExpr.Symbol s) {
            out.text(s.name());
        } else if (e instanceof CExpr.Variable v) {
            out.text(v.variable().name());
        } else if (e instanceof CExpr.Member m) {
            operand(m.object(), PRIMARY);
            out.text((m.arrow() ? "->" : ".") + m.field());
        } else if (e instanceof CExpr.Index i) {
            operand(i.array(), PRIMARY);
            out.text("[");
            print(i.index());
            out.text("]");
        } else if (e instanceof CExpr.Unary u) {
            out.text(u.operator());
            boolean twice = u.operand() instanceof CExpr.Unary inner && inner.operator().equals(u.operator());
            parenthesised(u.operand(), twice || precedence(u.operand()) < UNARY);
        } else if (e instanceof CExpr.Postfix p) {
            operand(p.operand(), PRIMARY);
            out.text(p.operator());
        } else if (e instanceof CExpr.Binary b) {
            binary(b);
        } else if (e instanceof CExpr.Ternary t) {
            operand(t.condition(), TERNARY + 1);
            out.text(" ?").mayBreak(" ");
            operand(t.yes(), TERNARY + 1);
            out.text(" :").mayBreak(" ");
            operand(t.no(), TERNARY);
        } else if (e instanceof CExpr.Cast c) {
            out.text("(" + c.type() + ")");
            operand(c.operand(), UNARY);
        } else if (e instanceof CExpr.Call c) {
            operand(c.function(), PRIMARY);
            arguments(c.arguments());
        } else if (e instanceof CExpr.Assign a) {
            print(a.target());
            out.text(" " + a.operator() + " ");
            assigned(a.value());
        } else if (e instanceof CExpr.Text t) {
            out.text(quote(t.text()));
        } else if (e instanceof CExpr.SizeOfType s) {
            out.text("sizeof(" + s.type() + ")");
        } else if (e instanceof CExpr.SizeOf s) {
            out.text("sizeof(");
            print(s.operand());
            out.text(")");
        } else if (e instanceof CExpr.OffsetOf o) {
            out.text("offsetof(" + o.type() + ", " + o.field() + ")");
        } else if (e instanceof CExpr.Compound c) {
            out.text("(" + c.type() + "){ ");
            initializers(c.fields());
            out.text(" }");
        }
    }

    /** The right side of an assignment: continuation lines stand below its start. */
    void assigned(CExpr value) {
        out.open();
        print(value);
        out.close();
    }

    void initializers(List<CExpr.Initializer> fields) {
        out.open();
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.text(",").mayBreak(" ");
            }
            out.text("." + fields.get(i).field() + " = ");
            print(fields.get(i).value());
        }
        out.close();
    }

    private void arguments(List<CExpr> arguments) {
        out.text("(").open();
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0) {
                out.text(",").mayBreak(" ");
            }
            group(arguments.get(i));
        }
        out.close().text(")");
    }

    private void binary(CExpr.Binary b) {
        int own = BINARY.get(b.operator());
        side(b, b.left(), needsParentheses(b.operator(), own, b.left(), false));
        out.text(" " + b.operator()).mayBreak(" ");
        side(b, b.right(), needsParentheses(b.operator(), own, b.right(), true));
    }

    private void side(CExpr.Binary parent, CExpr side, boolean parentheses) {
        boolean chained = side instanceof CExpr.Binary b && b.operator().equals(parent.operator());
        if (parentheses || chained) {
            parenthesised(side, parentheses);
        } else {
            group(side);
        }
    }

    /** Lines end between groups rather than inside them. */
    void group(CExpr e) {
        out.open();
        print(e);
        out.close();
    }

    private static boolean needsParentheses(String operator, int own, CExpr child, boolean right) {
        int inner = precedence(child);
        if (inner < own || right && inner == own) {
            return true;
        }
        if (!(child instanceof CExpr.Binary b) || b.operator().equals(operator)) {
            return false;
        }
        return BITWISE.contains(operator) && !COMPARISONS.contains(operator)
                || SHIFTS.contains(operator)
                || operator.equals("||") && b.operator().equals("&&")
                || COMPARISONS.contains(operator) && COMPARISONS.contains(b.operator());
    }

    private void operand(CExpr e, int least) {
        parenthesised(e, precedence(e) < least);
    }

    private void parenthesised(CExpr e, boolean needed) {
        if (needed) {
            out.text("(").open();
            print(e);
            out.close().text(")");
        } else {
            print(e);
        }
    }

    private static int precedence(CExpr e) {
        if (e instanceof CExpr.Binary b) {
            return BINARY.get(b.operator());
        }
        if (e instanceof CExpr.Ternary) {
            return TERNARY;
        }
        if (e instanceof CExpr.Assign) {
            return ASSIGN;
        }
        if (e instanceof CExpr.Unary || e instanceof CExpr.Cast) {
            return UNARY;
        }
        return e instanceof CExpr.Number n && n.text().startsWith("-") ? UNARY : PRIMARY;
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
