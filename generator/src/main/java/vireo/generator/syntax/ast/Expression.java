// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/** An expression. Parentheses have done their work in the tree's shape and are not kept. */
public sealed interface Expression extends Node {

    /**
     * A whole number. The minus before a decimal literal is part of it: {@code -1} is one literal.
     *
     * @param value as Java sees it: {@code 0xFFFFFFFF} is -1
     * @param isLong ends in L; the value is in the range of its type
     * @param hexadecimal written as {@code 0x} or {@code 0b}: bits rather than a quantity
     */
    record IntLiteral(BigInteger value, boolean isLong, boolean hexadecimal, String text, Span span) implements Expression {}

    /** Outside the subset. */
    record FloatLiteral(String text, Span span) implements Expression {}

    /** true or false. */
    record BooleanLiteral(boolean value, Span span) implements Expression {}

    /** Outside the subset. */
    record CharLiteral(char value, Span span) implements Expression {}

    /** A string, escapes resolved. */
    record StringLiteral(String value, boolean textBlock, Span span) implements Expression {}

    /** null. */
    record NullLiteral(Span span) implements Expression {}

    /** A simple name: a variable, a field, a constant, or the first part of a type's or package's name. */
    record Name(String identifier, Span span) implements Expression {}

    /** {@code target.name}: a field, a constant, or a part of a type's or package's name. */
    record FieldAccess(Expression target, String name, Span nameSpan, Span span) implements Expression {}

    /** {@code array[index]}. */
    record ArrayAccess(Expression array, Expression index, Span span) implements Expression {}

    /**
     * A call.
     *
     * @param target empty for a call by simple name
     * @param name {@code this} or {@code super} for a call of another constructor
     */
    record Call(
            Optional<Expression> target,
            List<TypeName> typeArguments,
            String name,
            Span nameSpan,
            List<Expression> arguments,
            Span span)
            implements Expression {
        public Call {
            typeArguments = List.copyOf(typeArguments);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A new object.
     *
     * @param outer what stands before {@code .new}
     * @param body the members of an anonymous class
     */
    record New(
            Optional<Expression> outer, TypeName type, List<Expression> arguments, Optional<List<Member>> body, Span span)
            implements Expression {
        public New {
            arguments = List.copyOf(arguments);
            body = body.map(List::copyOf);
        }
    }

    /**
     * A new array.
     *
     * @param type the whole type, with all of its dimensions
     * @param lengths of the first dimensions; none where {@code elements} are given
     */
    record NewArray(TypeName type, List<Expression> lengths, Optional<ArrayLiteral> elements, Span span) implements Expression {
        public NewArray {
            lengths = List.copyOf(lengths);
        }
    }

    /** Values between braces: the initializer of an array, or an annotation's argument. */
    record ArrayLiteral(List<Expression> elements, Span span) implements Expression {
        public ArrayLiteral {
            elements = List.copyOf(elements);
        }
    }

    /** An annotation as the argument of another one. */
    record AnnotationValue(Annotation annotation, Span span) implements Expression {}

    /** An operator before its operand. */
    record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

    /** {@code ++} or {@code --}. */
    record Step(Expression target, boolean increment, boolean prefix, Span span) implements Expression {}

    /** An operator between its operands. */
    record Binary(BinaryOperator operator, Expression left, Expression right, Span operatorSpan, Span span)
            implements Expression {}

    /** {@code target = value}. */
    record Assign(Expression target, Expression value, Span span) implements Expression {}

    /** {@code target op= value}, with Java's hidden cast to the target's type. */
    record CompoundAssign(BinaryOperator operator, Expression target, Expression value, Span operatorSpan, Span span)
            implements Expression {}

    /** {@code condition ? then : otherwise}. */
    record Conditional(Expression condition, Expression then, Expression otherwise, Span span) implements Expression {}

    /**
     * A cast.
     *
     * @param furtherTypes those behind {@code &}
     */
    record Cast(TypeName type, List<TypeName> furtherTypes, Expression operand, Span span) implements Expression {
        public Cast {
            furtherTypes = List.copyOf(furtherTypes);
        }
    }

    /** Outside the subset. Exactly one of type and pattern is there. */
    record InstanceOf(Expression operand, Optional<TypeName> type, Optional<Pattern> pattern, Span span)
            implements Expression {}

    /** A switch for its value. */
    record Switch(Expression subject, List<SwitchCase> cases, Span span) implements Expression {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /** {@code this}; {@code outer} for {@code Outer.this}. */
    record This(Optional<Expression> outer, Span span) implements Expression {}

    /** Outside the subset. {@code outer} for {@code Outer.super}. */
    record Super(Optional<Expression> outer, Span span) implements Expression {}

    /** {@code Type.class}. */
    record ClassLiteral(TypeName type, Span span) implements Expression {}

    /** Outside the subset. The body is an {@link Statement.Evaluate} for an expression, or a block. */
    record Lambda(List<Parameter> parameters, Statement body, Span span) implements Expression {
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** Outside the subset. {@code name} is {@code new} for a constructor. */
    record MethodReference(Span target, String name, Span span) implements Expression {}

    /** Operators before an operand. */
    enum UnaryOperator {
        PLUS("+"),
        NEGATE("-"),
        COMPLEMENT("~"),
        NOT("!");

        private final String symbol;

        UnaryOperator(String symbol) {
            this.symbol = symbol;
        }

        /** As it is written. */
        public String symbol() {
            return symbol;
        }
    }

    /** Operators between two operands. */
    enum BinaryOperator {
        MULTIPLY("*"),
        DIVIDE("/"),
        REMAINDER("%"),
        ADD("+"),
        SUBTRACT("-"),
        SHIFT_LEFT("<<"),
        SHIFT_RIGHT(">>"),
        SHIFT_RIGHT_LOGICAL(">>>"),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        BIT_AND("&"),
        BIT_XOR("^"),
        BIT_OR("|"),
        AND("&&"),
        OR("||");

        private final String symbol;

        BinaryOperator(String symbol) {
            this.symbol = symbol;
        }

        /** As it is written. */
        public String symbol() {
            return symbol;
        }
    }
}
