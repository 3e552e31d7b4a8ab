// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;
import vireo.dsl.jvm.Binders;
import vireo.dsl.jvm.RegisterBinder;

/**
 * A mapped range of one device. Once unmapped it is poisoned: every use of it or its registers says where it was
 * unmapped.
 */
final class MappedWindow implements Window, RegisterDevice {
    private final AddressMap map;
    private final TracedDevice device;
    private final long physical;
    private final long length;
    private final String mappedAt;
    private String unmappedAt;

    MappedWindow(AddressMap map, TracedDevice device, long physical, long length, String mappedAt) {
        this.map = map;
        this.device = device;
        this.physical = physical;
        this.length = length;
        this.mappedAt = mappedAt;
    }

    AddressMap map() {
        return map;
    }

    long physical() {
        return physical;
    }

    long mappedLength() {
        return length;
    }

    boolean live() {
        return unmappedAt == null;
    }

    void end(String site) {
        checkOwned("unmap at " + site);
        unmappedAt = site;
    }

    @Override
    public long length() {
        checkOwned("length");
        return length;
    }

    @Override
    public <T> T bind(Class<T> type, long offset) throws DriverException {
        checkOwned("bind");
        RegisterBinder<T> binder = Binders.registers(type);
        if (Long.compareUnsigned(offset, length) > 0 || Long.compareUnsigned(binder.size(), length - offset) > 0) {
            throw new DriverException(Errno.ERANGE);
        }
        if (Long.remainderUnsigned(offset, binder.align()) != 0) {
            throw new DriverException(Errno.EINVAL);
        }
        return binder.bind(new DeviceRegisters(this), offset);
    }

    @Override
    public long read(long offset, int width) {
        checkAccess("read", offset, width);
        return device.read(physical + offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        checkAccess("write", offset, width);
        device.write(physical + offset, width, value);
    }

    private void checkAccess(String operation, long offset, int width) {
        checkOwned("register " + operation);
        if (width == 8 && AddressMap.isPort(physical)) {
            throw new IllegalStateException("a register " + operation + " of 8 bytes at offset " + offset + ": ports"
                    + " have at most 4, in " + this);
        }
        if (Long.compareUnsigned(offset, length) >= 0 || Long.compareUnsigned(width, length - offset) > 0) {
            throw new IndexOutOfBoundsException(
                    "a register " + operation + " of " + width + " bytes at offset " + offset + " leaves " + this);
        }
    }

    private void checkOwned(String operation) {
        if (!live()) {
            throw new IllegalStateException("Window: " + operation + " after it was moved: " + this);
        }
    }

    /** What and where it is, and what became of it. */
    @Override
    public String toString() {
        return "the window of " + Long.toUnsignedString(length) + " bytes at 0x" + Long.toHexString(physical) + " on "
                + device.range() + ", mapped at " + mappedAt + (live() ? "" : ", unmapped at " + unmappedAt);
    }
}
