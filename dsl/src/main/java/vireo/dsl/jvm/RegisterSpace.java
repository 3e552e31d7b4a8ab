// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.util.function.LongFunction;
import vireo.dsl.Rc16;
import vireo.dsl.Rc32;
import vireo.dsl.Rc8;
import vireo.dsl.RegisterArray;
import vireo.dsl.Ro16;
import vireo.dsl.Ro32;
import vireo.dsl.Ro64;
import vireo.dsl.Ro8;
import vireo.dsl.RoSplit64;
import vireo.dsl.Rw16;
import vireo.dsl.Rw32;
import vireo.dsl.Rw64;
import vireo.dsl.Rw8;
import vireo.dsl.RwSplit64;
import vireo.dsl.W1c16;
import vireo.dsl.W1c32;
import vireo.dsl.W1c8;
import vireo.dsl.Wo16;
import vireo.dsl.Wo32;
import vireo.dsl.Wo64;
import vireo.dsl.Wo8;
import vireo.dsl.WoSplit64;

/**
 * Device registers by offset, as {@link RegisterBinder binders} ask for them. Offsets are bytes from the start of the
 * space.
 */
public interface RegisterSpace {
    /** The read-only register of 8 bits at an offset. */
    Ro8 ro8(long offset);

    /** The read-only register of 16 bits at an offset. */
    Ro16 ro16(long offset);

    /** The read-only register of 32 bits at an offset. */
    Ro32 ro32(long offset);

    /** The read-only register of 64 bits at an offset. */
    Ro64 ro64(long offset);

    /** The read-write register of 8 bits at an offset. */
    Rw8 rw8(long offset);

    /** The read-write register of 16 bits at an offset. */
    Rw16 rw16(long offset);

    /** The read-write register of 32 bits at an offset. */
    Rw32 rw32(long offset);

    /** The read-write register of 64 bits at an offset. */
    Rw64 rw64(long offset);

    /** The write-only register of 8 bits at an offset. */
    Wo8 wo8(long offset);

    /** The write-only register of 16 bits at an offset. */
    Wo16 wo16(long offset);

    /** The write-only register of 32 bits at an offset. */
    Wo32 wo32(long offset);

    /** The write-only register of 64 bits at an offset. */
    Wo64 wo64(long offset);

    /** The write-1-to-clear register of 8 bits at an offset. */
    W1c8 w1c8(long offset);

    /** The write-1-to-clear register of 16 bits at an offset. */
    W1c16 w1c16(long offset);

    /** The write-1-to-clear register of 32 bits at an offset. */
    W1c32 w1c32(long offset);

    /** The read-with-effect register of 8 bits at an offset. */
    Rc8 rc8(long offset);

    /** The read-with-effect register of 16 bits at an offset. */
    Rc16 rc16(long offset);

    /** The read-with-effect register of 32 bits at an offset. */
    Rc32 rc32(long offset);

    /** The read-only register of 64 bits at an offset, accessed in halves. */
    RoSplit64 roSplit64(long offset);

    /** The read-write register of 64 bits at an offset, accessed in halves. */
    RwSplit64 rwSplit64(long offset);

    /** The write-only register of 64 bits at an offset, accessed in halves. */
    WoSplit64 woSplit64(long offset);

    /**
     * Registers of one kind, one after the other.
     *
     * @param count registers
     * @param stride bytes from one to the next
     * @param register makes the register at an offset, such as {@code space::rw32}
     */
    <T> RegisterArray<T> array(long offset, int count, long stride, LongFunction<T> register);
}
