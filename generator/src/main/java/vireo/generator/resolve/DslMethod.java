// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.Type;

/**
 * A method of the dsl, as its class declares it.
 *
 * @param owner the qualified name of its type
 * @param intrinsic the name under which lowering knows it, {@code u16.wrappingAdd}
 * @param cFunction the port's function that it stands for
 * @param cField the field of the receiver's C type that it reads
 * @param parameters erroneous where the dsl declares what only an intrinsic can check: a class literal, a format
 * @param result {@link Type.Void} for none; erroneous where it depends on a class literal
 * @param throwing declares DriverException
 * @param discardable its result may be ignored
 * @param errors the names of the errors that it fails with
 */
public record DslMethod(
        String owner,
        String name,
        Optional<String> intrinsic,
        Optional<String> cFunction,
        Optional<String> cField,
        boolean isStatic,
        List<DslParameter> parameters,
        Type result,
        boolean throwing,
        boolean movesReceiver,
        boolean discardable,
        Set<String> errors) {

    /** A parameter; {@code moves} where the argument is consumed. */
    public record DslParameter(String name, Type type, boolean moves) {}

    public DslMethod {
        parameters = List.copyOf(parameters);
        errors = Set.copyOf(errors);
    }
}
