// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.TypeDeclaration;

/** Other constants: literals and names. */
final class ConstantSeeder implements Seeder {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** Of the dsl, whose constants are not among the sources. */
    private static final String ERRNO = "Errno";

    @Override
    public void seed(Tree tree, Vocabulary vocabulary, Proposals proposals) {
        tree.all(Expression.IntLiteral.class).filter(l -> !isOffset(tree, l)).forEach(literal -> literal(literal, proposals));
        tree.all(Expression.CharLiteral.class).forEach(l -> proposals.replace(Operator.CONSTANT, l, "'" + next(l.value()) + "'"));
        tree.all(Expression.StringLiteral.class).filter(l -> isNumber(tree, l)).forEach(l -> word(l, proposals));
        tree.all(Expression.BooleanLiteral.class).forEach(l -> proposals.replace(Operator.CONSTANT, l, Boolean.toString(!l.value())));
        tree.all(Expression.FieldAccess.class).forEach(access -> {
            if (access.target() instanceof Expression.Name type && CONSTANT.matcher(access.name()).matches()) {
                other(type.identifier(), access.name(), vocabulary)
                        .ifPresent(name -> proposals.replace(Operator.CONSTANT, access, access.nameSpan(), name));
            }
        });
        tree.all(Expression.Name.class).filter(n -> CONSTANT.matcher(n.identifier()).matches()).forEach(name ->
                tree.around(name, TypeDeclaration.class).flatMap(t -> vocabulary.otherConstant(t.name(), name.identifier()))
                        .ifPresent(constant -> proposals.replace(Operator.CONSTANT, name, constant)));
    }

    private static Optional<String> other(String type, String name, Vocabulary vocabulary) {
        return type.equals(ERRNO) ? Optional.of(name.equals("EIO") ? "EINVAL" : "EIO") : vocabulary.otherConstant(type, name);
    }

    /** Whether a text stands for a number: what {@code Text.word} is given. Other texts are what people read. */
    private static boolean isNumber(Tree tree, Expression.StringLiteral literal) {
        return tree.parent(literal) instanceof Expression.Call call && call.name().equals("word");
    }

    private static void word(Expression.StringLiteral literal, Proposals proposals) {
        String text = literal.value();
        if (!text.isEmpty() && !literal.textBlock() && literal.span().text().length() == text.length() + 2) {
            int last = text.length() - 1;
            proposals.replace(Operator.CONSTANT, literal, '"' + text.substring(0, last) + next(text.charAt(last)) + '"');
            proposals.replace(Operator.CONSTANT, literal, '"' + text.substring(0, last) + '"');
        }
    }

    /** The character that follows in ASCII, but for those that a literal would have to escape. */
    private static char next(char character) {
        char next = (char) (character + 1);
        return next == '\'' || next == '"' || next == '\\' ? (char) (next + 1) : next;
    }

    private static boolean isOffset(Tree tree, Expression.IntLiteral literal) {
        return tree.around(literal, Annotation.class).filter(a -> a.simpleName().equals("At")).isPresent();
    }

    private static void literal(Expression.IntLiteral literal, Proposals proposals) {
        proposals.replace(Operator.CONSTANT, literal, written(literal, literal.value().add(BigInteger.ONE)));
        if (literal.hexadecimal() && literal.value().signum() > 0) {
            proposals.replace(Operator.CONSTANT, literal, written(literal, literal.value().shiftLeft(1)));
        } else if (literal.value().signum() > 0) {
            proposals.replace(Operator.CONSTANT, literal, written(literal, literal.value().subtract(BigInteger.ONE)));
        }
    }

    /** A number as the other one is written: hexadecimal, or with the letter of a long. */
    static String written(Expression.IntLiteral like, BigInteger value) {
        String digits = like.hexadecimal() && value.signum() >= 0 ? "0x" + value.toString(16).toUpperCase(java.util.Locale.ROOT) : value.toString();
        return digits + (like.isLong() ? "L" : "");
    }
}
