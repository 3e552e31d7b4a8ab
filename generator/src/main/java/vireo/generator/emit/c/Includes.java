// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;

/** Finds the headers that declare what a file mentions. */
final class Includes {
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Map<String, Unit> declaredBy = new HashMap<>();

    /** What a field points to, by {@link #target}. */
    private final Map<String, String> targets = new HashMap<>();

    Includes(List<Unit> units) {
        for (Unit unit : units) {
            unit.header().forEach(d -> declared(d, unit));
        }
    }

    private void declared(CDecl d, Unit unit) {
        if (d instanceof CDecl.Define x) {
            declaredBy.put(x.name(), unit);
        } else if (d instanceof CDecl.Struct x) {
            declaredBy.put("struct " + x.tag(), unit);
            x.fields().stream().filter(f -> f.type().pointers() == 1).forEach(f ->
                    targets.put(target(x.tag(), f.name()), f.type().base().replace("const ", "")));
        } else if (d instanceof CDecl.Operations x) {
            declaredBy.put("struct " + x.tag(), unit);
        } else if (d instanceof CDecl.Enum x) {
            declaredBy.put("enum " + x.tag(), unit);
            x.constants().forEach(c -> declaredBy.put(c.name(), unit));
        } else if (d instanceof CDecl.Function x) {
            declaredBy.put(x.name(), unit);
        }
    }

    /** What a file needs of others: whole declarations, and structs that it only points to. */
    record Needs(Set<String> whole, Set<String> pointed) {
        Needs() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    /** The headers that a file includes, by path without suffix; a source includes what it points to as well. */
    Set<String> of(List<CDecl> declarations, Unit own, boolean header) {
        Needs needs = needs(declarations);
        Set<String> paths = new TreeSet<>();
        for (String symbol : needs.whole()) {
            add(symbol, paths);
        }
        if (!header) {
            needs.pointed().forEach(symbol -> add(symbol, paths));
            if (!own.header().isEmpty()) {
                paths.add(own.path());
            }
        } else {
            paths.remove(own.path());
        }
        return paths;
    }

    private void add(String symbol, Set<String> paths) {
        Unit unit = declaredBy.get(targets.getOrDefault(symbol, symbol));
        if (unit != null) {
            paths.add(unit.path());
        }
    }

    /** The struct tags that a header declares forward. */
    Set<String> forward(List<CDecl> declarations, Unit own) {
        Needs needs = needs(declarations);
        Set<String> included = of(declarations, own, true);
        Set<String> tags = new TreeSet<>();
        for (String symbol : needs.pointed()) {
            Unit unit = declaredBy.get(symbol);
            boolean here = unit == own;
            if (!here && (unit == null ? !symbol.startsWith("struct vireo_") : !included.contains(unit.path()))) {
                tags.add(symbol.substring("struct ".length()));
            }
        }
        return tags;
    }

    /** Everything that a declaration mentions and does not point to. */
    static Set<String> symbols(CDecl declaration) {
        return needs(List.of(declaration)).whole();
    }

    private static Needs needs(List<CDecl> declarations) {
        Needs needs = new Needs();
        for (CDecl d : declarations) {
            if (d instanceof CDecl.Define x) {
                expression(x.value(), needs);
            } else if (d instanceof CDecl.Struct x) {
                x.fields().forEach(f -> {
                    type(f.type(), needs);
                    words(f.suffix(), needs);
                });
            } else if (d instanceof CDecl.Operations x) {
                x.functions().forEach(f -> {
                    type(f.result(), needs);
                    f.parameters().forEach(p -> type(p.type(), needs));
                });
            } else if (d instanceof CDecl.OperationsTable x) {
                needs.whole().add("struct " + x.tag());
                x.functions().forEach(f -> expression(f.value(), needs));
            } else if (d instanceof CDecl.StaticAssert x) {
                expression(x.condition(), needs);
            } else if (d instanceof CDecl.Function x) {
                function(x, needs);
            }
        }
        return needs;
    }

    private static void function(CDecl.Function f, Needs needs) {
        type(f.result(), needs);
        f.parameters().forEach(p -> type(p.type(), needs));
        f.body().ifPresent(body -> {
            CTrees.forEachExpression(body, e -> leaf(e, needs));
            CTrees.forEachStatement(body, s -> {
                if (s instanceof vireo.generator.emit.c.tree.CStmt.Declare d) {
                    type(d.variable().type(), needs);
                }
            });
        });
    }

    private static void expression(CExpr e, Needs needs) {
        CTrees.forEach(e, x -> leaf(x, needs));
    }

    /** What a field points to, as something that is needed whole. */
    private static String target(String tag, String field) {
        return "target of " + tag + "." + field;
    }

    private static void leaf(CExpr e, Needs needs) {
        if (e instanceof CExpr.Index i && i.array() instanceof CExpr.Member m) {
            needs.whole().add(target(m.tag(), m.field()));
        } else if (e instanceof CExpr.Unary u && u.operator().equals("*") && u.operand() instanceof CExpr.Member m) {
            needs.whole().add(target(m.tag(), m.field()));
        }
        if (e instanceof CExpr.Symbol s) {
            needs.whole().add(s.name());
        } else if (e instanceof CExpr.Member m && !m.tag().isEmpty()) {
            needs.whole().add("struct " + m.tag());
        } else if (e instanceof CExpr.Variable v) {
            variable(v.variable(), needs);
        } else if (e instanceof CExpr.Cast c) {
            type(c.type(), needs);
        } else if (e instanceof CExpr.Compound c) {
            type(c.type(), needs);
        } else if (e instanceof CExpr.SizeOfType s) {
            type(s.type(), needs);
        } else if (e instanceof CExpr.OffsetOf o) {
            type(o.type(), needs);
        }
    }

    private static void variable(CVariable v, Needs needs) {
        type(v.type(), needs);
    }

    private static void type(CType type, Needs needs) {
        String base = type.base().replace("const ", "");
        if (base.startsWith("enum ") || base.startsWith("struct ") && type.pointers() == 0) {
            needs.whole().add(base);
        } else if (base.startsWith("struct ")) {
            needs.pointed().add(base);
        }
    }

    private static void words(String text, Needs needs) {
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            needs.whole().add(m.group());
        }
    }
}
