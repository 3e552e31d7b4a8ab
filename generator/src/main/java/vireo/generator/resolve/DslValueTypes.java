// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.Optional;
import vireo.generator.ir.Type;

/** What values of a dsl type are in the IR. */
final class DslValueTypes {
    private DslValueTypes() {}

    /** Erroneous where the type has no values of its own: functions, annotations, a generic type without its argument. */
    static Type of(DslType type) {
        return switch (type.shape()) {
            case REGISTER -> new Type.Register(type.access(), type.bits());
            case CELL -> new Type.Cell(type.order(), type.bits());
            case DMA_BYTES -> new Type.DmaBytes(Optional.empty());
            case FOREIGN -> new Type.Foreign(type.name(), type.cType(), type.linear());
            case ERRNO -> new Type.Errno();
            default -> new Type.Erroneous();
        };
    }
}
