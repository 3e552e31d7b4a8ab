// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.Node;
import vireo.generator.syntax.ast.Parameter;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.TypeDeclaration;

/** Another variable of the same type: the nearest one that is in scope. */
final class VariableSeeder implements Seeder {
    /** A variable that can be named at some place. */
    private record Variable(String name, String type) {}

    @Override
    public void seed(Tree tree, Vocabulary vocabulary, Proposals proposals) {
        tree.all(Expression.Name.class).filter(name -> !tree.inAnnotation(name)).forEach(name -> {
            List<Variable> scope = scope(tree, name);
            Optional<Variable> meant = scope.stream().filter(v -> v.name().equals(name.identifier())).findFirst();
            meant.flatMap(variable -> scope.stream()
                            .filter(v -> !v.name().equals(variable.name()) && v.type().equals(variable.type()))
                            .findFirst())
                    .ifPresent(other -> proposals.replace(Operator.WRONG_VARIABLE, name, other.name()));
        });
    }

    /** What can be named at a node: the nearest declaration first, fields last. */
    private static List<Variable> scope(Tree tree, Node at) {
        List<Variable> scope = new ArrayList<>();
        Node inner = at;
        for (Node around = tree.parent(at); around != null; inner = around, around = tree.parent(around)) {
            if (around instanceof Statement.Block block) {
                locals(block.statements(), inner, scope);
            } else if (around instanceof Statement.For loop) {
                locals(loop.initialization(), inner, scope);
            } else if (around instanceof Member.Method method) {
                parameters(method.parameters(), scope);
            } else if (around instanceof Member.Constructor constructor) {
                parameters(constructor.parameters(), scope);
                // Fields are not all set yet: javac's answer would be about that.
                return scope;
            } else if (around instanceof TypeDeclaration type) {
                fields(type, inner, scope);
                return scope;
            }
        }
        return scope;
    }

    private static void locals(List<Statement> statements, Node before, List<Variable> scope) {
        List<Variable> found = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement == before) {
                break;
            }
            if (statement instanceof Statement.LocalVariable local) {
                local.declarators().forEach(d -> found.add(0, new Variable(d.name(), local.type().text())));
            }
        }
        scope.addAll(found);
    }

    private static void parameters(List<Parameter> parameters, List<Variable> scope) {
        for (int i = parameters.size() - 1; i >= 0; i--) {
            scope.add(new Variable(parameters.get(i).name(), parameters.get(i).type().text()));
        }
    }

    private static void fields(TypeDeclaration type, Node inside, List<Variable> scope) {
        boolean isStatic = inside instanceof Member.Method method && method.modifiers().has(Modifiers.Keyword.STATIC);
        if (isStatic) {
            return;
        }
        if (type instanceof TypeDeclaration.RecordType parts) {
            parts.components().forEach(c -> scope.add(new Variable(c.name(), c.type().text())));
        }
        for (Member member : type.members()) {
            if (member instanceof Member.Field field && !field.modifiers().has(Modifiers.Keyword.STATIC)) {
                field.declarators().forEach(d -> scope.add(new Variable(d.name(), field.type().text())));
            }
        }
    }
}
