// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/** A statement. */
public sealed interface Statement extends Node {

    /**
     * A comment in its place among the statements: before the statement that it speaks of, also where the author wrote it inside that
     * statement or behind it on the same line; at the end of a block where no statement follows.
     */
    record Remark(Comment comment, Span span) implements Statement {}

    /** Statements between braces. */
    record Block(List<Statement> statements, Span span) implements Statement {
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /** Declares local variables of one type; {@code var} where it is inferred. */
    record LocalVariable(Modifiers modifiers, TypeName type, List<VariableDeclarator> declarators, Span span)
            implements Statement {
        public LocalVariable {
            declarators = List.copyOf(declarators);
        }
    }

    /** A class, record, interface or enum declared inside a block. */
    record LocalType(TypeDeclaration type, Span span) implements Statement {}

    /** An expression for its effect: a call, an assignment, an increment, or {@code new}. */
    record Evaluate(Expression expression, Span span) implements Statement {}

    /** A branch; {@code else if} is an If in {@code otherwise}. */
    record If(Expression condition, Statement then, Optional<Statement> otherwise, Span span) implements Statement {}

    /** Tests before each round. */
    record While(Expression condition, Statement body, Span span) implements Statement {}

    /** Tests after each round. */
    record DoWhile(Statement body, Expression condition, Span span) implements Statement {}

    /**
     * The three-part loop.
     *
     * @param initialization one LocalVariable, or Evaluates
     * @param condition empty for one that is always true
     */
    record For(
            List<Statement> initialization,
            Optional<Expression> condition,
            List<Expression> update,
            Statement body,
            Span span)
            implements Statement {
        public For {
            initialization = List.copyOf(initialization);
            update = List.copyOf(update);
        }
    }

    /** The loop over an array. */
    record ForEach(
            Modifiers modifiers, TypeName type, String name, Span nameSpan, Expression iterable, Statement body, Span span)
            implements Statement {}

    /** A switch for its effect. */
    record Switch(Expression subject, List<SwitchCase> cases, Span span) implements Statement {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /** Leaves a loop, switch or labelled statement. */
    record Break(Optional<String> label, Span span) implements Statement {}

    /** Goes on with the next round. */
    record Continue(Optional<String> label, Span span) implements Statement {}

    /** Leaves the method. */
    record Return(Optional<Expression> value, Span span) implements Statement {}

    /** Gives a switch expression its value. */
    record Yield(Expression value, Span span) implements Statement {}

    /** Throws. */
    record Throw(Expression exception, Span span) implements Statement {}

    /** Try, with all of its parts. */
    record Try(
            List<Resource> resources, Block body, List<CatchClause> catches, Optional<Block> finallyBlock, Span span)
            implements Statement {
        public Try {
            resources = List.copyOf(resources);
            catches = List.copyOf(catches);
        }
    }

    /** What try closes: a declaration of one variable, or the name of one that exists already. Exactly one of both is there. */
    record Resource(Optional<LocalVariable> declaration, Optional<Expression> existing, Span span) implements Node {}

    /**
     * A catch clause.
     *
     * @param types more than one for {@code A | B}
     */
    record CatchClause(Modifiers modifiers, List<TypeName> types, String name, Span nameSpan, Block body, Span span)
            implements Node {
        public CatchClause {
            types = List.copyOf(types);
        }
    }

    /** A label with its statement. */
    record Labeled(String label, Span labelSpan, Statement body, Span span) implements Statement {}

    /** A lone semicolon. */
    record Empty(Span span) implements Statement {}

    /** Outside the subset. */
    record Synchronized(Expression lock, Block body, Span span) implements Statement {}

    /** Outside the subset. */
    record Assert(Expression condition, Optional<Expression> message, Span span) implements Statement {}
}
