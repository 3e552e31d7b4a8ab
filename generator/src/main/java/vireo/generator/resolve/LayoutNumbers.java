// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.RecordComponent;

/** Reads the numbers of layout annotations: sizes, offsets, counts. */
final class LayoutNumbers {
    private LayoutNumbers() {}

    /** A number that has to be there and not negative. */
    static Optional<Integer> required(Annotation annotation, String argument, SourceType type, World world) {
        if (annotation.argument(argument).isEmpty()) {
            world.findings()
                    .declaration(
                            annotation.span(),
                            "`@" + annotation.simpleName() + "` without `" + argument + "`",
                            "Give the number that the specification gives.");
            return Optional.empty();
        }
        Optional<BigInteger> value = world.types().number(annotation, argument, type);
        if (value.isPresent() && (value.get().signum() < 0 || value.get().bitLength() > 31)) {
            world.findings()
                    .mismatch(
                            annotation.span(),
                            "`" + argument + "` is " + value.get() + ", outside of 0 to 2147483647",
                            "Give the number that the specification gives.");
            return Optional.empty();
        }
        return value.map(BigInteger::intValue);
    }

    /** The offset of a component that has to have one. */
    static Optional<Integer> at(RecordComponent component, SourceType type, World world) {
        Optional<Annotation> at = component.modifiers().annotation("At");
        if (at.isEmpty()) {
            world.findings()
                    .declaration(
                            component.nameSpan(),
                            "component `" + component.name() + "` has no offset",
                            "Write `@At(offset)` before it.");
            return Optional.empty();
        }
        return required(at.get(), "value", type, world);
    }
}
