// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vireo.generator.source.SourceFile;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.Node;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.TypeDeclaration;

/** A file's nodes in the order of the source, each with the node around it. */
public final class Tree {
    private final CompilationUnit unit;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Node> parents = new IdentityHashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private final Map<Node, Integer> numbers = new IdentityHashMap<>();

    /** Of a parsed file. */
    public Tree(CompilationUnit unit) {
        this.unit = unit;
        add(unit, null);
    }

    private void add(Node node, Node parent) {
        nodes.add(node);
        parents.put(node, parent);
        if (node instanceof Statement statement && canBeCounted(statement, parent)) {
            numbers.put(node, statements.size());
            statements.add(statement);
        }
        parts(node, node);
    }

    /** Syntax trees are records: their parts are their components. */
    private void parts(Object whole, Node around) {
        for (RecordComponent component : whole.getClass().getRecordComponents()) {
            try {
                part(component.getAccessor().invoke(whole), around);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component + " of a syntax tree", e);
            }
        }
    }

    private void part(Object part, Node around) {
        if (part instanceof Node node) {
            add(node, around);
        } else if (part instanceof Optional<?> some) {
            some.ifPresent(value -> part(value, around));
        } else if (part instanceof Collection<?> several) {
            several.forEach(value -> part(value, around));
        } else if (part instanceof Modifiers modifiers) {
            parts(modifiers, around);
        }
    }

    /** Whether another statement may stand before it, which notes that it is reached. */
    private static boolean canBeCounted(Statement statement, Node parent) {
        return parent instanceof Statement.Block && !(statement instanceof Statement.Remark) && !(statement instanceof Statement.LocalType);
    }

    /** The file. */
    public SourceFile file() {
        return unit.file();
    }

    /** The root. */
    public CompilationUnit unit() {
        return unit;
    }

    /** All nodes of a kind, in the order of the source. */
    public <N extends Node> Stream<N> all(Class<N> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The node around it; null for the root. */
    public Node parent(Node node) {
        return parents.get(node);
    }

    /** The nearest node around it, or itself, of a kind. */
    public <N extends Node> Optional<N> around(Node node, Class<N> kind) {
        return find(node, kind::isInstance).map(kind::cast);
    }

    private Optional<Node> find(Node node, Predicate<Node> wanted) {
        for (Node at = node; at != null; at = parents.get(at)) {
            if (wanted.test(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Statements that can be counted, by their number. */
    public List<Statement> statements() {
        return List.copyOf(statements);
    }

    /** The number of the innermost counted statement around a node; -1 outside of methods. */
    public int statementOf(Node node) {
        return find(node, numbers::containsKey).map(numbers::get).orElse(-1);
    }

    /** The method around a node with its type's name, or the type's name alone. */
    public String placeOf(Node node) {
        String type = around(node, TypeDeclaration.class).map(TypeDeclaration::name).orElse("");
        Optional<String> method = around(node, Member.Method.class).map(Member.Method::name);
        boolean constructor = around(node, Member.Constructor.class).isPresent();
        return method.map(name -> type + "." + name).orElse(constructor ? type + ".new" : type);
    }

    /** Whether a node stands inside an annotation. */
    public boolean inAnnotation(Node node) {
        return around(node, vireo.generator.syntax.ast.Annotation.class).isPresent();
    }

    /** Whether a node lies in a statement that writes to the log: what people read is no part of what a driver does. */
    public boolean isLogging(Node node) {
        return around(node, Statement.Evaluate.class).map(Statement.Evaluate::expression).filter(Expression.Call.class::isInstance)
                .flatMap(call -> ((Expression.Call) call).target())
                .filter(target -> target instanceof Expression.Name name && name.identifier().equals("Log")).isPresent();
    }

    /** The calls inside a node, itself included. */
    public static List<Expression.Call> calls(Node node) {
        List<Expression.Call> calls = new ArrayList<>();
        new Tree(node, calls);
        return calls;
    }

    private Tree(Node node, List<Expression.Call> calls) {
        this.unit = null;
        add(node, null);
        nodes.stream().filter(Expression.Call.class::isInstance).forEach(n -> calls.add((Expression.Call) n));
    }
}
