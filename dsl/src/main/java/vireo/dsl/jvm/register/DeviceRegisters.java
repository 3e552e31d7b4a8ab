// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import java.util.Objects;
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
import vireo.dsl.jvm.RegisterSpace;

/**
 * The registers of a device, as binders see them.
 *
 * @param device answers each access, one call an access
 */
public record DeviceRegisters(RegisterDevice device) implements RegisterSpace {
    @Override
    public Ro8 ro8(long offset) {
        return new Register8(device, offset);
    }

    @Override
    public Ro16 ro16(long offset) {
        return new Register16(device, offset);
    }

    @Override
    public Ro32 ro32(long offset) {
        return new Register32(device, offset);
    }

    @Override
    public Ro64 ro64(long offset) {
        return new Register64(device, offset);
    }

    @Override
    public Rw8 rw8(long offset) {
        return new Register8(device, offset);
    }

    @Override
    public Rw16 rw16(long offset) {
        return new Register16(device, offset);
    }

    @Override
    public Rw32 rw32(long offset) {
        return new Register32(device, offset);
    }

    @Override
    public Rw64 rw64(long offset) {
        return new Register64(device, offset);
    }

    @Override
    public Wo8 wo8(long offset) {
        return new Register8(device, offset);
    }

    @Override
    public Wo16 wo16(long offset) {
        return new Register16(device, offset);
    }

    @Override
    public Wo32 wo32(long offset) {
        return new Register32(device, offset);
    }

    @Override
    public Wo64 wo64(long offset) {
        return new Register64(device, offset);
    }

    @Override
    public W1c8 w1c8(long offset) {
        return new Register8(device, offset);
    }

    @Override
    public W1c16 w1c16(long offset) {
        return new Register16(device, offset);
    }

    @Override
    public W1c32 w1c32(long offset) {
        return new Register32(device, offset);
    }

    @Override
    public Rc8 rc8(long offset) {
        return new Register8(device, offset);
    }

    @Override
    public Rc16 rc16(long offset) {
        return new Register16(device, offset);
    }

    @Override
    public Rc32 rc32(long offset) {
        return new Register32(device, offset);
    }

    @Override
    public RoSplit64 roSplit64(long offset) {
        return new SplitRegister64(device, offset);
    }

    @Override
    public RwSplit64 rwSplit64(long offset) {
        return new SplitRegister64(device, offset);
    }

    @Override
    public WoSplit64 woSplit64(long offset) {
        return new SplitRegister64(device, offset);
    }

    @Override
    public <T> RegisterArray<T> array(long offset, int count, long stride, LongFunction<T> register) {
        return index -> register.apply(offset + Objects.checkIndex(index, count) * stride);
    }

    /** Checks that a register of a width may be at an offset: a single access needs its natural alignment. */
    static void checkAligned(long offset, int width) {
        if (offset < 0 || offset % width != 0) {
            throw new IllegalArgumentException("a register of " + width + " bytes at offset " + offset
                    + " cannot be accessed at once: it is not aligned");
        }
    }
}
