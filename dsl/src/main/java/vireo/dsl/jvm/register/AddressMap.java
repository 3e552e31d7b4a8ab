// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import java.util.ArrayList;
import java.util.List;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;
import vireo.dsl.jvm.AccessTrace;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.CallSite;
import vireo.dsl.jvm.RangeCheck;

/**
 * Which device answers at which physical address and at which I/O port, and the driver's mapper for both. For one
 * thread.
 *
 * <p>To traces and models, a port has an address too: {@link #PORTS} and its number.
 */
public final class AddressMap implements WindowMapper {
    /** The address of port 0, where no memory of a device can be: bit 63. */
    public static final long PORTS = 1L << 63;

    private static final long PORTS_LENGTH = 65536;

    private final AccessTrace trace;
    private final RegisterOrdering ordering;
    private final List<DeviceRange> ranges = new ArrayList<>();
    private final List<MappedWindow> windows = new ArrayList<>();
    private long mappingsToFailure = -1;

    /**
     * A map without devices.
     *
     * @param trace where the driver's accesses are recorded
     * @param ordering what register accesses mean for memory
     */
    public AddressMap(AccessTrace trace, RegisterOrdering ordering) {
        this.trace = trace;
        this.ordering = ordering;
    }

    /**
     * Puts a device into the map.
     *
     * @param name for messages
     * @param physical the address of its first byte
     * @param length bytes, at least 1
     * @throws IllegalArgumentException where another device answers already, or where ports are
     */
    public void add(String name, long physical, long length, RegisterDevice device) {
        DeviceRange range = new DeviceRange(name, physical, length, device);
        if (range.overlaps(new DeviceRange("ports", PORTS, PORTS_LENGTH, device))) {
            throw new IllegalArgumentException(range + " lies where ports are; use addPorts");
        }
        put(range);
    }

    /**
     * Puts a device at I/O ports.
     *
     * @param name for messages
     * @param port its first port
     * @param length ports, at least 1
     * @throws IllegalArgumentException where another device answers already
     */
    public void addPorts(String name, int port, long length, RegisterDevice device) {
        RangeCheck.u16(port, "AddressMap.", "addPorts (port)");
        RangeCheck.within(length, 1, PORTS_LENGTH - port, "AddressMap.", "addPorts (length)");
        put(new DeviceRange(name, PORTS | port, length, device));
    }

    /** Whether an address is that of a port. */
    static boolean isPort(long address) {
        long port = address - PORTS;
        return port >= 0 && port < PORTS_LENGTH;
    }

    private void put(DeviceRange range) {
        ranges.stream().filter(range::overlaps).findAny().ifPresent(other -> {
            throw new IllegalArgumentException(range + " overlaps " + other);
        });
        ranges.add(range);
    }

    /**
     * Reads as the bus does, outside any window and unrecorded: for a test that runs compiled C against these devices.
     *
     * @throws IllegalArgumentException where no device answers
     */
    public long busRead(long address, int width) {
        DeviceRange range = answering(address, width);
        return range.device().read(address - range.physical(), width);
    }

    /**
     * Writes as the bus does; see {@link #busRead}.
     *
     * @throws IllegalArgumentException where no device answers
     */
    public void busWrite(long address, int width, long value) {
        DeviceRange range = answering(address, width);
        range.device().write(address - range.physical(), width, value);
    }

    /** Whether one device answers in all of a range of addresses, so that it can be mapped. */
    public boolean answers(long physical, long length) {
        return ranges.stream().anyMatch(range -> range.contains(physical, length));
    }

    /** The errno with which mapping some ports fails now, or null where it does not. */
    public Errno portsRefused(int port, long length) {
        if (ranges.stream().noneMatch(range -> isPort(range.physical()))) {
            return Errno.EOPNOTSUPP;
        }
        return answers(PORTS | port, length) ? null : Errno.EINVAL;
    }

    /** {@inheritDoc} The range has to lie within one device. */
    @Override
    public Window map(long physical, long length) throws DriverException {
        refuseIfTold();
        if (isPort(physical)) {
            throw new DriverException(Errno.EINVAL);
        }
        return window(physical, length);
    }

    /** {@inheritDoc} The range has to lie within one device; a map without any ports has none at all. */
    @Override
    public Window mapPorts(int port, long length) throws DriverException {
        RangeCheck.u16(port, "WindowMapper.", "mapPorts (port)");
        RangeCheck.within(length, 1, PORTS_LENGTH, "WindowMapper.", "mapPorts (length)");
        refuseIfTold();
        Errno refused = portsRefused(port, length);
        if (refused != null) {
            throw new DriverException(refused);
        }
        return window(PORTS | port, length);
    }

    private void refuseIfTold() throws DriverException {
        if (mappingsToFailure == 0) {
            mappingsToFailure = -1;
            throw new DriverException(Errno.ENOMEM);
        }
        mappingsToFailure -= mappingsToFailure > 0 ? 1 : 0;
    }

    private Window window(long physical, long length) throws DriverException {
        for (DeviceRange range : ranges) {
            if (range.contains(physical, length)) {
                var device = new TracedDevice(range, trace, ordering);
                var window = new MappedWindow(this, device, physical, length, CallSite.outside(AddressMap.class));
                windows.add(window);
                trace.add(Kind.MAP, 0, physical, length);
                return window;
            }
        }
        throw new DriverException(Errno.EINVAL);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where it was unmapped before
     */
    @Override
    public void unmap(Window window) {
        if (!(window instanceof MappedWindow own) || own.map() != this) {
            throw new IllegalArgumentException("WindowMapper.unmap: this window was not mapped here: " + window);
        }
        own.end(CallSite.outside(AddressMap.class));
        trace.add(Kind.UNMAP, 0, own.physical(), own.mappedLength());
    }

    /**
     * Makes one mapping fail with {@link Errno#ENOMEM}.
     *
     * @param successes mappings that succeed before it, at least 0
     */
    public void failMappingAfter(int successes) {
        mappingsToFailure = successes;
    }

    /** What is mapped and not unmapped, one line a window, with where it was mapped. */
    public List<String> leaks() {
        return windows.stream().filter(MappedWindow::live).map(window -> "never unmapped: " + window).toList();
    }

    /**
     * Fails a test in which a window was not given back.
     *
     * @throws AssertionError naming each window
     */
    public void assertAllUnmapped() {
        List<String> leaks = leaks();
        if (!leaks.isEmpty()) {
            throw new AssertionError(String.join("\n", leaks));
        }
    }

    private DeviceRange answering(long address, int width) {
        return ranges.stream().filter(range -> range.contains(address, width)).findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no device answers for " + width + " bytes at 0x" + Long.toHexString(address)));
    }
}
