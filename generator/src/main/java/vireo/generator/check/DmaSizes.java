// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;

/** How many bytes the parts of a DMA structure take, and at which multiples they must lie. */
final class DmaSizes {
    private final Program program;

    DmaSizes(Program program) {
        this.program = program;
    }

    /** Bytes of a field; of a variable array, of one element. */
    long size(DmaDecl.Field field) {
        if (field.type() instanceof Type.DmaBytes) {
            return field.count().orElse(0);
        }
        return field.type() instanceof Type.DmaArray array
                ? size(array.element()) * field.count().orElse(1)
                : size(field.type());
    }

    long size(Type type) {
        if (type instanceof Type.Cell cell) {
            return cell.bits() / 8;
        }
        if (type instanceof Type.Dma dma) {
            return program.type(dma.name()).map(t -> t instanceof DmaDecl d ? d.size() : 0).orElse(0);
        }
        return type instanceof Type.DmaArray array ? size(array.element()) : 0;
    }

    /** The natural alignment in C, which puts no padding where offsets are multiples of it. */
    int align(Type type) {
        if (type instanceof Type.Cell cell) {
            return cell.bits() / 8;
        }
        if (type instanceof Type.Dma dma) {
            return program.type(dma.name()).map(t -> t instanceof DmaDecl d ? natural(d) : 1).orElse(1);
        }
        return type instanceof Type.DmaArray array ? align(array.element()) : 1;
    }

    /** The largest alignment among the fields of a structure. */
    int natural(DmaDecl structure) {
        int largest = 1;
        for (DmaDecl.Field field : structure.fields()) {
            largest = Math.max(largest, align(field.type()));
        }
        return largest;
    }
}
