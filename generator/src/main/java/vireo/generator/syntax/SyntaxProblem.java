// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * The words for one syntax error.
 *
 * @param behindPrevious the place to point at is the end of the token before: something is missing there
 */
record SyntaxProblem(String what, String fix, boolean behindPrevious) {

    /**
     * @param before the token before {@code found}; null at the start of the file
     * @param expected what the grammar allows instead; empty where that cannot be told
     * @param rules the grammar's rules around the place, the innermost first
     */
    static SyntaxProblem of(Token found, Token before, IntervalSet expected, List<String> rules) {
        String shown = shown(found);
        SyntaxProblem known = known(found, expected, rules);
        if (known != null) {
            return known;
        }
        if (misses(expected, JavaLexer.SEMI, found) && before != null) {
            return new SyntaxProblem("Expected ';' here, before " + shown + ".", "End the statement or declaration with ';'.", true);
        }
        if (isKeyword(found) && expected.contains(JavaLexer.IDENTIFIER) && !expected.contains(JavaLexer.NUMBER)
                && !expected.contains(JavaLexer.INT)) {
            return new SyntaxProblem(shown + " is a word of the language and cannot be a name here.", "Choose another name.", false);
        }
        List<String> words = words(expected);
        if (words.isEmpty()) {
            return new SyntaxProblem(capital(shown) + " does not belong here, in " + place(rules) + ".",
                    "Look at what stands before it: something there is missing or superfluous.", false);
        }
        String wanted = words.size() == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
        return new SyntaxProblem("Expected " + wanted + ", found " + shown + ".",
                words.size() == 1 ? "Write " + words.get(0) + " before " + shown + ", or remove what does not belong."
                        : "Write one of these, or remove what does not belong.",
                false);
    }

    private static SyntaxProblem known(Token found, IntervalSet expected, List<String> rules) {
        boolean inMembers = rules.stream().filter(r -> r.equals("member") || r.equals("statement")).findFirst().orElse("member").equals("member");
        return switch (found.getType()) {
            case JavaLexer.IF, JavaLexer.FOR, JavaLexer.WHILE, JavaLexer.DO, JavaLexer.SWITCH, JavaLexer.TRY, JavaLexer.RETURN,
                    JavaLexer.THROW, JavaLexer.BREAK, JavaLexer.CONTINUE -> inMembers && expected.contains(JavaLexer.CLASS)
                    ? new SyntaxProblem("The statement '" + found.getText() + "' stands outside of any method.",
                            "Move it into a method; perhaps a '}' before it is one too many.", false)
                    : null;
            case JavaLexer.ELSE -> new SyntaxProblem("This 'else' has no 'if'.",
                    "Put the statements of the 'if' before it between '{' and '}'.", false);
            case JavaLexer.CATCH, JavaLexer.FINALLY -> new SyntaxProblem("This '" + found.getText() + "' has no 'try'.",
                    "Put the statements that may throw between 'try {' and '}' before it.", false);
            case JavaLexer.CASE -> new SyntaxProblem("This 'case' is not inside a switch.",
                    "Move it into the braces of a switch.", false);
            case JavaLexer.IMPORT -> new SyntaxProblem("Imports stand before the first type.", "Move the import up.", false);
            case JavaLexer.PACKAGE -> new SyntaxProblem("The package is declared once, at the start of the file.",
                    "Move the declaration up, or remove it.", false);
            case JavaLexer.CONST, JavaLexer.GOTO -> new SyntaxProblem("'" + found.getText() + "' is reserved and has no meaning in Java.",
                    found.getType() == JavaLexer.CONST ? "Write 'static final' for a constant." : "Write a loop with a label, or a method.",
                    false);
            default -> null;
        };
    }

    /** Whether that token alone would have ended what comes before. */
    private static boolean misses(IntervalSet expected, int wanted, Token found) {
        return expected.contains(wanted) && !expected.contains(JavaLexer.IF) && !expected.contains(JavaLexer.CLASS)
                && !closes(found.getType()) && found.getType() != JavaLexer.COMMA
                && !expected.contains(JavaLexer.LBRACE) && !expected.contains(JavaLexer.RBRACE);
    }

    private static boolean closes(int type) {
        return type == JavaLexer.RPAREN || type == JavaLexer.RBRACK;
    }

    private static List<String> words(IntervalSet expected) {
        Set<String> words = new LinkedHashSet<>();
        IntervalSet rest = new IntervalSet(expected);
        boolean starts = expected.contains(JavaLexer.IDENTIFIER);
        if (starts && expected.contains(JavaLexer.WHILE)) {
            words.add("a statement");
            rest = closersOf(rest);
        } else if (starts && expected.contains(JavaLexer.NUMBER)) {
            words.add("an expression");
            rest = closersOf(rest);
        } else if (expected.contains(JavaLexer.CLASS) && expected.contains(JavaLexer.AT)) {
            words.add(starts ? "a field, method or type" : "a class, record, interface or enum");
            rest = closersOf(rest);
        } else if (starts && expected.contains(JavaLexer.INT)) {
            words.add("a type");
            rest = closersOf(rest);
        } else if (starts) {
            words.add("a name");
            rest.remove(JavaLexer.IDENTIFIER);
        }
        boolean afterOperand = expected.contains(JavaLexer.ADD) && !starts;
        boolean canEnd = rest.contains(JavaLexer.SEMI) || rest.contains(JavaLexer.COMMA) || rest.contains(JavaLexer.RPAREN)
                || rest.contains(JavaLexer.ASSIGN);
        for (int type : rest.toList()) {
            boolean unlikely = canEnd && goesOnWithType(type);
            if (isNameWord(type) || afterOperand && isOperator(type) || unlikely || type == Token.EPSILON) {
                continue;
            }
            words.add(type == Token.EOF ? "the end of the file" : symbol(type));
        }
        if (afterOperand) {
            words.add("an operator");
        }
        return words.size() > 6 ? List.of() : new ArrayList<>(words);
    }

    private static IntervalSet closersOf(IntervalSet set) {
        IntervalSet closers = new IntervalSet();
        for (int type : new int[] {JavaLexer.RPAREN, JavaLexer.RBRACE, JavaLexer.RBRACK, Token.EOF}) {
            if (set.contains(type)) {
                closers.add(type);
            }
        }
        return closers;
    }

    private static boolean isNameWord(int type) {
        return type == JavaLexer.IDENTIFIER || type == JavaLexer.UNDERSCORE || type >= JavaLexer.PERMITS && type <= JavaLexer.YIELD;
    }

    /** Tokens that a type could go on with; where it could also end, they are not what an author has forgotten. */
    private static boolean goesOnWithType(int type) {
        return type == JavaLexer.DOT || type == JavaLexer.AT || type == JavaLexer.LBRACK || type == JavaLexer.LT
                || type == JavaLexer.ELLIPSIS;
    }

    private static boolean isOperator(int type) {
        return type >= JavaLexer.ASSIGN && type <= JavaLexer.USHR_ASSIGN || type == JavaLexer.QUESTION || type == JavaLexer.DOT
                || type == JavaLexer.LBRACK || type == JavaLexer.COLONCOLON || type == JavaLexer.INSTANCEOF;
    }

    private static boolean isKeyword(Token token) {
        return token.getType() >= JavaLexer.ABSTRACT && token.getType() <= JavaLexer.NULL;
    }

    private static String symbol(int type) {
        String literal = JavaLexer.VOCABULARY.getLiteralName(type);
        if (literal != null) {
            return literal;
        }
        return type == JavaLexer.NUMBER ? "a number" : "a literal";
    }

    private static String shown(Token found) {
        if (found.getType() == Token.EOF) {
            return "the end of the file";
        }
        String text = found.getText();
        return "'" + (text.length() > 40 ? text.substring(0, 37) + "..." : text) + "'";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static String place(List<String> rules) {
        for (String rule : rules) {
            String place = switch (rule) {
                case "annotation", "elementValue" -> "an annotation";
                case "type", "typeArguments", "classType" -> "a type";
                case "arguments" -> "the arguments of a call";
                case "formalParameters" -> "a parameter list";
                case "recordHeader" -> "the components of a record";
                case "expression", "operation", "lambda", "creator" -> "an expression";
                case "switchBody", "switchGroup" -> "a switch";
                case "statement", "block" -> "a statement";
                case "enumBody" -> "the body of an enum";
                case "member", "typeBody" -> "the body of a type";
                case "importDeclaration" -> "an import";
                default -> null;
            };
            if (place != null) {
                return place;
            }
        }
        return "the file";
    }
}
