// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vireo.generator.source.Span;

/**
 * A structure or ring in device-visible memory.
 *
 * @param size bytes of the fixed part: the whole of a structure, and of a ring what lies before its array
 * @param align bytes, a power of two
 * @param writer who writes it; a structure in a device-written array is device-written through that array
 * @param chain how its elements form chains; empty where they form none
 */
public record DmaDecl(
        String name, boolean ring, int size, int align, Writer writer, List<Field> fields,
        Optional<Chain> chain, List<TypeDecl.ConstantDecl> constants, String doc, Span span)
        implements TypeDecl {

    /**
     * How descriptors form chains.
     *
     * @param flags the component with the bits
     * @param next the component with the number of the next descriptor
     * @param more the bit that says that there is a next one
     * @param written the bit that says that the device writes the memory
     * @param table the bit that says that the memory is a table of descriptors; 0 where there is none
     */
    public record Chain(String flags, String next, long more, long written, long table) {}

    public enum Writer {
        DRIVER,
        DEVICE,
        /** Not declared: handed over as a whole. */
        BOTH
    }

    /**
     * @param offset bytes from the start; empty for a field placed {@code @After} the variable array
     * @param type {@link Type.Cell}, {@link Type.Dma} (nested), or {@link Type.DmaArray}
     * @param count the length of an array of fixed length
     * @param lengthName the name of the length parameter of the variable array
     * @param value what a cell holds, or each cell of an array, in CPU order and with its qualifiers; empty for structures
     * @param published the index that hands entries over: publish and observe only
     */
    public record Field(
            String owner,
            String name,
            OptionalInt offset,
            Type type,
            OptionalInt count,
            Optional<String> lengthName,
            Optional<String> after,
            Optional<Type.Int> value,
            boolean published,
            String doc,
            Span span) {}
}
