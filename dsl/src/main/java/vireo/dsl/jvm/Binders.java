// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.util.Map;
import java.util.function.BiFunction;
import vireo.dsl.Be16;
import vireo.dsl.Be32;
import vireo.dsl.Be64;
import vireo.dsl.Le16;
import vireo.dsl.Le32;
import vireo.dsl.Le64;
import vireo.dsl.Octet;

/**
 * Finds the binder that the generator wrote for a record: the class of the record's name with {@code Binder} at its
 * end.
 */
public final class Binders {
    private static final Map<Class<?>, DmaBinder<?>> CELLS = Map.of(
            Octet.class, new CellBinder<>(1, DmaSpace::octet),
            Le16.class, new CellBinder<>(2, DmaSpace::le16),
            Le32.class, new CellBinder<>(4, DmaSpace::le32),
            Le64.class, new CellBinder<>(8, DmaSpace::le64),
            Be16.class, new CellBinder<>(2, DmaSpace::be16),
            Be32.class, new CellBinder<>(4, DmaSpace::be32),
            Be64.class, new CellBinder<>(8, DmaSpace::be64));

    private Binders() {}

    /**
     * The binder of a register block.
     *
     * @throws IllegalArgumentException where there is none
     */
    @SuppressWarnings("unchecked") // The generator gives RBinder the type argument R.
    public static <R> RegisterBinder<R> registers(Class<R> type) {
        return (RegisterBinder<R>) find(type, RegisterBinder.class);
    }

    /**
     * The binder of a structure, of a ring, or of a type of cell.
     *
     * @throws IllegalArgumentException where there is none
     */
    @SuppressWarnings("unchecked") // The generator gives RBinder the type argument R.
    public static <R> DmaBinder<R> dma(Class<R> type) {
        DmaBinder<?> cell = CELLS.get(type);
        return (DmaBinder<R>) (cell != null ? cell : find(type, DmaBinder.class));
    }

    private static <B> B find(Class<?> type, Class<B> kind) {
        String name = type.getName() + "Binder";
        try {
            Class<?> found = Class.forName(name, true, type.getClassLoader());
            return kind.cast(found.getConstructor().newInstance());
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException("there is no " + name + " on the class path; the generator writes it"
                    + " for a record marked @RegisterBlock, @DmaStruct or @Ring: run it before the compiler", missing);
        } catch (ClassCastException other) {
            throw new IllegalArgumentException(name + " is no " + kind.getSimpleName()
                    + "; registers are bound from a Window, structures and rings from DmaMemory", other);
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalArgumentException(
                    name + " cannot be made; it needs to be public, with a public constructor without parameters",
                    unusable);
        }
    }

    private record CellBinder<R>(int width, BiFunction<DmaSpace, Long, R> cell) implements DmaBinder<R> {
        @Override
        public long size(int length) {
            return width;
        }

        @Override
        public int align() {
            return width;
        }

        @Override
        public R bind(DmaSpace space, long offset, int length) {
            return cell.apply(space, offset);
        }
    }
}
