// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.AccessTrace;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.CallSite;
import vireo.dsl.jvm.RangeCheck;
import vireo.dsl.jvm.register.RegisterOrdering;

/**
 * The device-visible memory of a simulated machine. It is a world of its own: a device reaches what was allocated
 * here by physical address, and nothing else of the driver.
 *
 * <p>Every region is zeroed, aligned to what was asked for (64 bytes at least) and to no more, lies above 4 GiB, has
 * unallocated space on both sides, and its addresses are never used again. For one thread.
 */
public final class Arena implements DmaAllocator, RegisterOrdering, DmaDeviceView {
    private static final long FIRST_ADDRESS = 0x1_0000_0000L;
    private static final long GUARD = 4096;
    private static final long CACHE_LINE = 64;
    private static final long NEVER = -1;

    private final AccessTrace trace;
    private final MemoryOrdering ordering;
    private final TreeMap<Long, Region> regions = new TreeMap<>();
    private final List<MemoryFault> faults = new ArrayList<>();
    private final List<Runnable> devices = new ArrayList<>();
    private Runnable interruption = () -> { };
    private boolean deviceRuns;
    private long next = FIRST_ADDRESS;
    private long allocationsToFailure = NEVER;

    /**
     * Memory without regions.
     *
     * @param trace where the driver's accesses are recorded
     */
    public Arena(MemoryOrder order, AccessTrace trace) {
        this.trace = trace;
        this.ordering = MemoryOrdering.of(order);
    }

    /** {@inheritDoc} The sizes and alignments that the declaration excludes are an IllegalArgumentException. */
    @Override
    public DmaMemory allocate(long size, long align) throws DriverException {
        RangeCheck.within(size, 1, 0x4000_0000, "DmaAllocator.", "allocate (size)");
        RangeCheck.within(align, 1, 65536, "DmaAllocator.", "allocate (align)");
        if (Long.bitCount(align) != 1) {
            throw new IllegalArgumentException("DmaAllocator.allocate: the alignment " + align + " is no power of two");
        }
        if (allocationsToFailure == 0) {
            allocationsToFailure = NEVER;
            throw new DriverException(Errno.ENOMEM);
        }
        allocationsToFailure -= allocationsToFailure > 0 ? 1 : 0;
        long step = Math.max(align, CACHE_LINE);
        long physical = (next + GUARD + step - 1) / step * step;
        if (physical % (2 * step) == 0) {
            physical += step; // A driver that relies on more than it asked for is found out.
        }
        next = physical + size;
        Region region = new Region(physical, (int) size, CallSite.outside(Arena.class));
        regions.put(physical, region);
        trace.add(Kind.ALLOCATE, (int) align, physical, size);
        return new ArenaMemory(this, region);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where it was freed before
     */
    @Override
    public void free(DmaMemory memory) {
        if (!(memory instanceof ArenaMemory own) || own.arena() != this) {
            throw new IllegalArgumentException("DmaAllocator.free: this memory was not allocated here: " + memory);
        }
        String site = CallSite.outside(Arena.class);
        Region region = own.region();
        if (!region.live()) {
            throw new IllegalStateException("double free at " + site + " of " + region);
        }
        ordering.retire(region);
        region.free(site);
        trace.add(Kind.FREE, 0, region.physical, region.size());
    }

    /**
     * Makes one allocation fail with {@link Errno#ENOMEM}.
     *
     * @param successes allocations that succeed before it
     */
    public void failAllocationAfter(int successes) {
        allocationsToFailure = RangeCheck.within(successes, 0, Integer.MAX_VALUE, "Arena.", "failAllocationAfter");
    }

    /** Lets a device run beside the driver, as {@link vireo.dsl.jvm.Simulation#concurrently} says. */
    public void concurrently(Runnable step) {
        devices.add(step);
    }

    /** Whether a device runs beside the driver. */
    public boolean hasDevices() {
        return !devices.isEmpty();
    }

    /** Says what may come before each access of the driver: the delivery of an interrupt. */
    public void beforeEachAccess(Runnable step) {
        interruption = step;
    }

    @Override
    public void beforeAccess() {
        interruption.run();
    }

    /** Now, in the order of the device's stores. */
    public long moment() {
        return ordering.moment();
    }

    /** A message of the device has arrived that it sent at a moment, behind all that it had stored. */
    public void afterMessage(long moment) {
        ordering.afterMessage(moment);
    }

    /** Bytes that are allocated. */
    public long liveBytes() {
        return regions.values().stream().filter(Region::live).mapToLong(Region::size).sum();
    }

    /** What is allocated and not freed, one line a region, with where it was allocated. */
    public List<String> leaks() {
        return regions.values().stream().filter(Region::live).map(region -> "never freed: " + region).toList();
    }

    /**
     * Fails a test in which memory was not given back.
     *
     * @throws AssertionError naming each region
     */
    public void assertAllFreed() {
        List<String> leaks = leaks();
        if (!leaks.isEmpty()) {
            throw new AssertionError(String.join("\n", leaks));
        }
    }

    /** Each access to memory that was not there, by a device or by the driver, oldest first. */
    public List<MemoryFault> faults() {
        return List.copyOf(faults);
    }

    /** Forgets and returns the {@link #faults} of a test that expected them. */
    public List<MemoryFault> takeFaults() {
        List<MemoryFault> taken = faults();
        faults.clear();
        return taken;
    }

    /** The driver's full barrier. */
    public void fence() {
        letDevicesRun();
        beforeAccess();
        ordering.fence();
        trace.add(Kind.FENCE, 0, 0, 0);
    }

    /** The driver's breath: some stores become visible, and devices run. */
    public void relax() {
        ordering.relax();
        runDevices();
    }

    /** Makes every store of the driver visible, for a test that looks at memory after the driver is done. */
    public void settle() {
        ordering.fence();
    }

    @Override
    public void beforeRegisterWrite() {
        ordering.beforeRegisterWrite();
    }

    @Override
    public void afterRegisterRead() {
        ordering.afterRegisterRead();
    }

    /** The driver loads a number. */
    long load(Region region, long offset, int width, boolean acquire) {
        int at = driverAccess(region, offset, width, acquire ? "observe" : "load");
        checkNatural(region, offset, width);
        long value = ordering.load(region, at, width, acquire);
        trace.add(acquire ? Kind.OBSERVE : Kind.LOAD, width, region.physical + offset, value);
        return value;
    }

    /** The driver stores a number. */
    void store(Region region, long offset, int width, long value, boolean release) {
        int at = driverAccess(region, offset, width, release ? "publish" : "store");
        checkNatural(region, offset, width);
        ordering.store(region, at, width, value, release);
        trace.add(release ? Kind.PUBLISH : Kind.STORE, width, region.physical + offset, value);
    }

    /** The driver copies from here. A copy of nothing is no access. */
    void loadBytes(Region region, long offset, byte[] to, int toOffset, int length) {
        int at = driverAccess(region, offset, length, "copy from");
        if (length == 0) {
            return;
        }
        for (int done = 0; done < length; ) {
            int width = chunk(region, at + done, length - done);
            LittleEndianBytes.put(ordering.load(region, at + done, width, false), to, toOffset + done, width);
            done += width;
        }
        trace.add(Kind.READ_BYTES, length, region.physical + offset, AccessTrace.hash(to, toOffset, length));
    }

    /** The driver copies to here. */
    void storeBytes(Region region, long offset, byte[] from, int fromOffset, int length) {
        int at = driverAccess(region, offset, length, "copy to");
        if (length == 0) {
            return;
        }
        storeChunks(region, at, from, fromOffset, length);
        trace.add(Kind.WRITE_BYTES, length, region.physical + offset, AccessTrace.hash(from, fromOffset, length));
    }

    /** The driver stores zeros. */
    void zeroBytes(Region region, long offset, int length) {
        int at = driverAccess(region, offset, length, "zeroing");
        if (length == 0) {
            return;
        }
        storeChunks(region, at, new byte[length], 0, length);
        trace.add(Kind.ZERO_BYTES, length, region.physical + offset, 0);
    }

    /** {@inheritDoc} A store of the driver is there once it has left the driver's store buffer. */
    @Override
    public byte[] readBytes(long address, int length) {
        Region region = deviceAccess(address, length, "read");
        int offset = (int) (address - region.physical);
        return Arrays.copyOfRange(region.bytes, offset, offset + length);
    }

    @Override
    public void writeBytes(long address, byte[] bytes) {
        Region region = deviceAccess(address, bytes.length, "write");
        int offset = (int) (address - region.physical);
        ordering.beforeDeviceStore(region, offset, bytes.length);
        System.arraycopy(bytes, 0, region.bytes, offset, bytes.length);
    }

    private void storeChunks(Region region, int at, byte[] from, int fromOffset, int length) {
        for (int done = 0; done < length; ) {
            int width = chunk(region, at + done, length - done);
            long value = LittleEndianBytes.number(from, fromOffset + done, width);
            ordering.store(region, at + done, width, value, false);
            done += width;
        }
    }

    /** The widest naturally aligned access of at most 8 bytes: what a copy is made of. */
    private static int chunk(Region region, int offset, int length) {
        int width = 8;
        while (width > length || (region.physical + offset) % width != 0) {
            width /= 2;
        }
        return width;
    }

    private int driverAccess(Region region, long offset, int length, String what) {
        if (!region.live()) {
            throw fault("use after free: the driver's " + place(what, offset, length, region));
        }
        if (offset < 0 || offset > region.size() - (long) length) {
            throw fault("out of bounds: the driver's " + place(what, offset, length, region));
        }
        letDevicesRun();
        if (length != 0) {
            beforeAccess();
        }
        return (int) offset;
    }

    private static String place(String what, long offset, int length, Region region) {
        return what + " of " + length + " bytes at offset " + offset + " in " + region;
    }

    private void checkNatural(Region region, long offset, int width) {
        if ((region.physical + offset) % width != 0) {
            throw fault("not one access: " + width + " bytes at offset " + offset + " in " + region
                    + " are not aligned to their width");
        }
    }

    private Region deviceAccess(long address, int length, String what) {
        ordering.beforeDeviceAccess();
        var below = regions.floorEntry(address);
        Region region = below == null ? null : below.getValue();
        String access = "a device's " + what + " of " + length + " bytes at 0x" + Long.toHexString(address);
        if (region == null || !region.contains(address)) {
            throw fault(access + " meets no memory that the driver allocated for devices"
                    + (region == null ? "" : "; the nearest below is " + region));
        }
        if (!region.live()) {
            throw fault(access + " comes after the driver freed " + region);
        }
        if (length > region.size() - (address - region.physical)) {
            throw fault(access + " runs beyond " + region);
        }
        return region;
    }

    private MemoryFault fault(String message) {
        MemoryFault fault = new MemoryFault(message);
        faults.add(fault);
        return fault;
    }

    private void letDevicesRun() {
        if (!deviceRuns && !devices.isEmpty() && ordering.deviceRunsNow()) {
            runDevices();
        }
    }

    private void runDevices() {
        if (deviceRuns) {
            return;
        }
        deviceRuns = true;
        try {
            devices.forEach(Runnable::run);
        } finally {
            deviceRuns = false;
        }
    }
}
