// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vireo.generator.syntax.ast.Expression;

/** Errors in accesses: another register, another width, another byte order, no ordering. */
final class AccessSeeder implements Seeder {
    private static final Pattern SIZED = Pattern.compile("([a-z]\\w*?)(8|16|32|64)");
    private static final Pattern ARITHMETIC = Pattern.compile("(Uint|U)(8|16|32|64)");
    private static final Pattern CONVERSION = Pattern.compile("(from|to)(Le|Be)(16|32|64)");
    private static final Map<String, String> OTHER_WIDTH = Map.of("8", "16", "16", "32", "32", "16", "64", "32");

    /** Intrinsics that are easily taken for each other. */
    private static final Map<String, String> OTHER_INTRINSIC = Map.ofEntries(Map.entry("wrappingAdd", "wrappingSub"),
            Map.entry("wrappingSub", "wrappingAdd"), Map.entry("checkedAdd", "checkedSub"), Map.entry("checkedSub", "checkedAdd"),
            Map.entry("checkedMul", "wrappingMul"), Map.entry("high32", "low32"), Map.entry("low32", "high32"),
            Map.entry("divide", "remainder"), Map.entry("remainder", "divide"));

    @Override
    public void seed(Tree tree, Vocabulary vocabulary, Proposals proposals) {
        tree.all(Expression.Call.class).forEach(call -> call(call, vocabulary, proposals));
        tree.all(Expression.Name.class).forEach(name -> {
            Matcher matcher = ARITHMETIC.matcher(name.identifier());
            if (matcher.matches() && !tree.inAnnotation(name)) {
                proposals.replaceType(Operator.WIDTH, name, name.span(), matcher.group(1) + OTHER_WIDTH.get(matcher.group(2)));
            }
        });
    }

    private static void call(Expression.Call call, Vocabulary vocabulary, Proposals proposals) {
        Matcher conversion = CONVERSION.matcher(call.name());
        Matcher sized = SIZED.matcher(call.name());
        if (conversion.matches()) {
            String other = conversion.group(2).equals("Le") ? "Be" : "Le";
            proposals.replace(Operator.ENDIANNESS, call, call.nameSpan(), conversion.group(1) + other + conversion.group(3));
            proposals.replace(Operator.ENDIANNESS, call, call.arguments().get(0).span().text());
        } else if (sized.matches() && call.target().isPresent() && !OTHER_INTRINSIC.containsKey(call.name())) {
            proposals.replace(Operator.WIDTH, call, call.nameSpan(), sized.group(1) + OTHER_WIDTH.get(sized.group(2)));
        }
        if (OTHER_INTRINSIC.containsKey(call.name())) {
            proposals.replace(Operator.OPERATOR, call, call.nameSpan(), OTHER_INTRINSIC.get(call.name()));
        }
        switch (call.name()) {
            case "lessThan" -> proposals.replace(Operator.OFF_BY_ONE, call, call.nameSpan(), "atMost");
            case "atMost" -> proposals.replace(Operator.OFF_BY_ONE, call, call.nameSpan(), "lessThan");
            case "publish" -> withoutOrder(call, "set", vocabulary, proposals);
            case "observe" -> withoutOrder(call, "get", vocabulary, proposals);
            case "acknowledge" -> withoutOrder(call, "write", vocabulary, proposals);
            case "get" -> raw(call, "raw", vocabulary, proposals);
            case "set" -> raw(call, "setRaw", vocabulary, proposals);
            default -> { }
        }
        if (call.target().isPresent() && call.arguments().isEmpty()) {
            vocabulary.neighbour(call.name()).ifPresent(other -> proposals.replace(Operator.ACCESS, call, call.nameSpan(), other));
        }
    }

    private static void withoutOrder(Expression.Call call, String name, Vocabulary vocabulary, Proposals proposals) {
        if (isOnPart(call, vocabulary)) {
            proposals.replace(name.equals("write") ? Operator.ACCESS : Operator.DROPPED_BARRIER, call, call.nameSpan(), name);
        }
    }

    private static void raw(Expression.Call call, String name, Vocabulary vocabulary, Proposals proposals) {
        if (isOnPart(call, vocabulary)) {
            proposals.replace(Operator.ENDIANNESS, call, call.nameSpan(), name);
        }
    }

    /** Whether the receiver is a register or cell: {@code block.part()} or {@code ring.part().at(index)}. */
    private static boolean isOnPart(Expression.Call call, Vocabulary vocabulary) {
        if (call.target().isEmpty() || !(call.target().get() instanceof Expression.Call receiver)) {
            return false;
        }
        return vocabulary.isPart(receiver.name()) || receiver.name().equals("at") && isOnPart(receiver, vocabulary);
    }
}
