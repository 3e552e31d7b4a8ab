// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.EnumConstant;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.Node;
import vireo.generator.syntax.ast.Parameter;
import vireo.generator.syntax.ast.Pattern;
import vireo.generator.syntax.ast.RecordComponent;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.SwitchCase;
import vireo.generator.syntax.ast.TypeDeclaration;
import vireo.generator.syntax.ast.TypeName;
import vireo.generator.syntax.ast.TypeParameter;
import vireo.generator.syntax.ast.VariableDeclarator;

/** Walks over every node of a tree, parents before children, in the order of the source. */
abstract class AstWalker {
    private final Deque<Node> path = new ArrayDeque<>();

    /** Called for every node; {@link #parent} answers for it. */
    abstract void visit(Node node);

    /** The node around the one that is visited; empty for the root. */
    final Optional<Node> parent() {
        return ancestor(1);
    }

    /** The node that many levels around the one that is visited. */
    final Optional<Node> ancestor(int levels) {
        return path.stream().skip(levels).findFirst();
    }

    /** The nearest declaration of a type around the node that is visited. */
    final Optional<TypeDeclaration> enclosingType() {
        return path.stream().skip(1).filter(TypeDeclaration.class::isInstance).map(TypeDeclaration.class::cast).findFirst();
    }

    /** Whether the node that is visited stands inside an annotation. */
    final boolean inAnnotation() {
        return path.stream().anyMatch(Annotation.class::isInstance);
    }

    final void walk(Node node) {
        path.push(node);
        visit(node);
        if (node instanceof Expression expression) {
            expression(expression);
        } else if (node instanceof Statement statement) {
            statement(statement);
        } else if (node instanceof Member member) {
            member(member);
        } else {
            part(node);
        }
        path.pop();
    }

    private void all(Collection<? extends Node> nodes) {
        nodes.forEach(this::walk);
    }

    private void some(Optional<? extends Node> node) {
        node.ifPresent(this::walk);
    }

    private void modifiers(Modifiers modifiers) {
        all(modifiers.modifiers());
        all(modifiers.annotations());
    }

    private void part(Node node) {
        if (node instanceof CompilationUnit n) {
            some(n.packageName());
            all(n.imports());
            all(n.types());
        } else if (node instanceof CompilationUnit.PackageName n) {
            all(n.annotations());
        } else if (node instanceof Annotation n) {
            all(n.arguments());
        } else if (node instanceof Annotation.Argument n) {
            walk(n.value());
        } else if (node instanceof TypeName n) {
            all(n.annotations());
            all(n.arguments());
        } else if (node instanceof TypeParameter n) {
            all(n.annotations());
            all(n.bounds());
        } else if (node instanceof Parameter n) {
            modifiers(n.modifiers());
            walk(n.type());
        } else if (node instanceof RecordComponent n) {
            modifiers(n.modifiers());
            walk(n.type());
        } else if (node instanceof EnumConstant n) {
            modifiers(n.modifiers());
            all(n.arguments());
            n.body().ifPresent(this::all);
        } else if (node instanceof VariableDeclarator n) {
            some(n.initializer());
        } else if (node instanceof SwitchCase n) {
            all(n.values());
            all(n.patterns());
            some(n.guard());
            all(n.body());
        } else if (node instanceof Pattern.OfType n) {
            modifiers(n.modifiers());
            walk(n.type());
        } else if (node instanceof Pattern.OfRecord n) {
            walk(n.type());
            all(n.components());
        } else if (node instanceof Statement.Resource n) {
            some(n.declaration());
            some(n.existing());
        } else if (node instanceof Statement.CatchClause n) {
            modifiers(n.modifiers());
            all(n.types());
            walk(n.body());
        }
    }

    private void member(Member member) {
        if (member instanceof Member.Field n) {
            modifiers(n.modifiers());
            walk(n.type());
            all(n.declarators());
        } else if (member instanceof Member.Method n) {
            modifiers(n.modifiers());
            all(n.typeParameters());
            walk(n.result());
            all(n.parameters());
            all(n.thrown());
            some(n.body());
            some(n.defaultValue());
        } else if (member instanceof Member.Constructor n) {
            modifiers(n.modifiers());
            all(n.typeParameters());
            all(n.parameters());
            all(n.thrown());
            walk(n.body());
        } else if (member instanceof Member.Initializer n) {
            walk(n.body());
        } else if (member instanceof TypeDeclaration n) {
            modifiers(n.modifiers());
            all(n.typeParameters());
            head(n);
            all(n.members());
        }
    }

    private void head(TypeDeclaration type) {
        if (type instanceof TypeDeclaration.ClassType n) {
            some(n.superclass());
            all(n.interfaces());
            all(n.permitted());
        } else if (type instanceof TypeDeclaration.RecordType n) {
            all(n.components());
            all(n.interfaces());
        } else if (type instanceof TypeDeclaration.InterfaceType n) {
            all(n.interfaces());
            all(n.permitted());
        } else if (type instanceof TypeDeclaration.EnumType n) {
            all(n.interfaces());
            all(n.constants());
        }
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Block n) {
            all(n.statements());
        } else if (statement instanceof Statement.LocalVariable n) {
            modifiers(n.modifiers());
            walk(n.type());
            all(n.declarators());
        } else if (statement instanceof Statement.LocalType n) {
            walk(n.type());
        } else if (statement instanceof Statement.Evaluate n) {
            walk(n.expression());
        } else if (statement instanceof Statement.If n) {
            walk(n.condition());
            walk(n.then());
            some(n.otherwise());
        } else if (statement instanceof Statement.While n) {
            walk(n.condition());
            walk(n.body());
        } else if (statement instanceof Statement.DoWhile n) {
            walk(n.body());
            walk(n.condition());
        } else if (statement instanceof Statement.For n) {
            all(n.initialization());
            some(n.condition());
            all(n.update());
            walk(n.body());
        } else if (statement instanceof Statement.ForEach n) {
            modifiers(n.modifiers());
            walk(n.type());
            walk(n.iterable());
            walk(n.body());
        } else if (statement instanceof Statement.Switch n) {
            walk(n.subject());
            all(n.cases());
        } else if (statement instanceof Statement.Return n) {
            some(n.value());
        } else if (statement instanceof Statement.Yield n) {
            walk(n.value());
        } else if (statement instanceof Statement.Throw n) {
            walk(n.exception());
        } else if (statement instanceof Statement.Try n) {
            all(n.resources());
            walk(n.body());
            all(n.catches());
            some(n.finallyBlock());
        } else if (statement instanceof Statement.Labeled n) {
            walk(n.body());
        } else if (statement instanceof Statement.Synchronized n) {
            walk(n.lock());
            walk(n.body());
        } else if (statement instanceof Statement.Assert n) {
            walk(n.condition());
            some(n.message());
        }
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.FieldAccess n) {
            walk(n.target());
        } else if (expression instanceof Expression.ArrayAccess n) {
            walk(n.array());
            walk(n.index());
        } else if (expression instanceof Expression.Call n) {
            some(n.target());
            all(n.typeArguments());
            all(n.arguments());
        } else if (expression instanceof Expression.New n) {
            some(n.outer());
            walk(n.type());
            all(n.arguments());
            n.body().ifPresent(this::all);
        } else if (expression instanceof Expression.NewArray n) {
            walk(n.type());
            all(n.lengths());
            some(n.elements());
        } else if (expression instanceof Expression.ArrayLiteral n) {
            all(n.elements());
        } else if (expression instanceof Expression.AnnotationValue n) {
            walk(n.annotation());
        } else if (expression instanceof Expression.Unary n) {
            walk(n.operand());
        } else if (expression instanceof Expression.Step n) {
            walk(n.target());
        } else if (expression instanceof Expression.Binary n) {
            walk(n.left());
            walk(n.right());
        } else if (expression instanceof Expression.Assign n) {
            walk(n.target());
            walk(n.value());
        } else if (expression instanceof Expression.CompoundAssign n) {
            walk(n.target());
            walk(n.value());
        } else if (expression instanceof Expression.Conditional n) {
            walk(n.condition());
            walk(n.then());
            walk(n.otherwise());
        } else if (expression instanceof Expression.Cast n) {
            walk(n.type());
            all(n.furtherTypes());
            walk(n.operand());
        } else if (expression instanceof Expression.InstanceOf n) {
            walk(n.operand());
            some(n.type());
            some(n.pattern());
        } else if (expression instanceof Expression.Switch n) {
            walk(n.subject());
            all(n.cases());
        } else if (expression instanceof Expression.This n) {
            some(n.outer());
        } else if (expression instanceof Expression.Super n) {
            some(n.outer());
        } else if (expression instanceof Expression.ClassLiteral n) {
            walk(n.type());
        } else if (expression instanceof Expression.Lambda n) {
            all(n.parameters());
            walk(n.body());
        }
    }
}
