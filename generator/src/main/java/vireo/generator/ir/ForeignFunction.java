// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.List;
import java.util.Set;

/**
 * A function of the port, as the dsl method that stands for it declares it.
 *
 * @param cName the C function or macro
 * @param passesReceiver the Java receiver is the first C argument
 * @param throwing returns 0 or a negative errno; the result, if any, goes through a last out parameter
 * @param mustUse its result may not be ignored
 * @param movesReceiver the receiver is consumed
 * @param moved the positions of the parameters that are consumed
 * @param errors the names of the errors that it fails with
 */
public record ForeignFunction(
        String javaName,
        String cName,
        boolean passesReceiver,
        List<Type> parameters,
        Type result,
        boolean throwing,
        boolean mustUse,
        boolean movesReceiver,
        Set<Integer> moved,
        Set<String> errors) {}
