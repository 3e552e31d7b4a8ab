// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.register.RegisterDevice;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.SplitQueueModel;

/** A transport without registers: what the driver asks for is done at once, and the doorbell calls a hook that plays the device. */
final class MockTransport implements Transport {
    /** The interrupt line of a transport that has one. */
    static final long LINE = 9;

    private static final int NO_VECTOR = -1;
    private static final long CONFIG_ADDRESS = 0x2_0000;

    private final Simulation machine;
    private final List<String> violations = new ArrayList<>();
    private final List<Integer> statusHistory = new ArrayList<>();
    private final DeviceModel device;
    private final SplitQueueModel[] queues = new SplitQueueModel[MAX_QUEUES];
    private int status;
    private long accepted;
    private boolean refusesFeatures;
    private boolean ignoresReset;
    private Errno enableFailure;
    private int refusedQueue;
    private int maxQueueSize = 256;
    private int notifications;
    private int generation;
    private int changesToCome;
    private boolean legacy;
    private int grantedVectors;
    private int roomForVectors = MAX_VECTORS;
    private boolean hasLine;
    private int reasons;
    private long[] vectors = {};
    private int configVector = NO_VECTOR;
    private final int[] queueVectors = new int[MAX_QUEUES];
    private Runnable completionHook;

    /** A transport to a disk. */
    MockTransport(Simulation machine) {
        this(machine, new BlockModel(machine.deviceMemory()));
    }

    /** A transport to any device. */
    MockTransport(Simulation machine, DeviceModel device) {
        this.machine = machine;
        this.device = device;
        machine.addressMap().add("mock configuration", CONFIG_ADDRESS, 4096, new RegisterDevice() {
            @Override
            public long read(long offset, int width) {
                long value = 0;
                for (int i = 0; i < width; i++) {
                    value |= (long) device.configByte((int) offset + i) << 8 * i;
                }
                return value;
            }

            @Override
            public void write(long offset, int width, long value) {
                violations.add("the configuration is read-only");
            }
        });
    }

    BlockModel block() {
        return (BlockModel) device;
    }

    SplitQueueModel queue() {
        return queues[0];
    }

    SplitQueueModel queue(int index) {
        return queues[index];
    }

    List<String> violations() {
        List<String> all = new ArrayList<>(violations);
        all.addAll(device.violations());
        return all;
    }

    List<Integer> statusHistory() {
        return statusHistory;
    }

    long accepted() {
        return accepted;
    }

    int notifications() {
        return notifications;
    }

    MockTransport queueOf(int size) {
        maxQueueSize = size;
        return this;
    }

    /** Has the interface from before version 1.0. */
    MockTransport asLegacy() {
        legacy = true;
        return this;
    }

    /** Says that the configuration has changed. */
    void changeConfiguration() {
        generation++;
    }

    /** Has an interrupt line, {@link #LINE}. */
    MockTransport withLine() {
        hasLine = true;
        return this;
    }

    /** Gets so many vectors from the kernel at most, of which the device itself has room for some. */
    MockTransport withVectors(int granted, int room) {
        grantedVectors = granted;
        roomForVectors = room;
        return this;
    }

    /** The vectors that the configuration and the queues use, from queue 0. */
    List<Integer> assignedVectors(int queueCount) {
        List<Integer> assigned = new ArrayList<>(List.of(configVector));
        for (int i = 0; i < queueCount; i++) {
            assigned.add(queueVectors[i]);
        }
        return assigned;
    }

    /** Interrupts for a queue, in whatever way the driver has set up. */
    void interruptForQueue(int index) {
        interrupt(queueVectors[index], IsrStatus.QUEUE);
    }

    /** Interrupts for a change of the configuration. */
    void interruptForConfiguration() {
        interrupt(configVector, IsrStatus.CONFIGURATION);
    }

    private void interrupt(int vector, int reason) {
        if (vectors.length > 0) {
            machine.interrupts().raise(vectors[vector]);
        } else {
            reasons |= reason;
            machine.interrupts().setLine(LINE, true);
        }
    }

    /** What happens when the driver rings: by default, the device serves all that is available. */
    void onNotify(Runnable hook) {
        completionHook = hook;
    }

    void refuseFeatures() {
        refusesFeatures = true;
    }

    void ignoreReset() {
        ignoresReset = true;
    }

    void failEnable(Errno errno) {
        failEnable(0, errno);
    }

    /** Refuses a queue, and no queue before it. */
    void failEnable(int index, Errno errno) {
        enableFailure = errno;
        refusedQueue = index;
    }

    /** Changes the configuration each time that somebody asks for its generation. */
    void churn() {
        churn(Integer.MAX_VALUE);
    }

    /** Changes the configuration the next times that somebody asks for its generation. */
    void churn(int times) {
        changesToCome = times;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public void addStatus(int bits) {
        status |= bits;
        if (refusesFeatures) {
            status &= ~DeviceStatus.FEATURES_OK;
        }
        statusHistory.add(bits);
    }

    @Override
    public void reset() throws DriverException {
        statusHistory.add(0);
        if (ignoresReset) {
            throw new DriverException(Errno.ETIMEDOUT);
        }
        status = 0;
        Arrays.fill(queues, null);
        device.reset();
    }

    @Override
    public boolean isLegacy() {
        return legacy;
    }

    @Override
    public long offeredFeatures() {
        return legacy ? device.offeredFeatures() & 0xFFFF_FFFFL : device.offeredFeatures();
    }

    @Override
    public void acceptFeatures(long features) {
        if ((status & DeviceStatus.FEATURES_OK) != 0) {
            violations.add("features accepted after FEATURES_OK");
        }
        accepted = features;
        device.negotiated(features);
    }

    @Override
    public long configGeneration() {
        if (legacy) {
            return 0;
        }
        if (changesToCome > 0) {
            changesToCome--;
            return generation++;
        }
        return generation;
    }

    @Override
    public Window mapConfig(int length) throws DriverException {
        return machine.addressMap().map(CONFIG_ADDRESS, length);
    }

    @Override
    public void unmapConfig(Window config) {
        machine.addressMap().unmap(config);
    }

    @Override
    public int maxQueueSize(int index) {
        return index < device.queues() ? maxQueueSize : 0;
    }

    @Override
    public void enableQueue(int index, int size, long descriptorArea, long driverArea, long deviceArea)
            throws DriverException {
        if (enableFailure != null && index == refusedQueue) {
            throw new DriverException(enableFailure);
        }
        if (legacy && (descriptorArea % 4096 != 0 || deviceArea % 4096 != 0)) {
            violations.add("a legacy device's queue does not lie in pages");
        }
        queues[index] = new SplitQueueModel(
                machine.deviceMemory(), size, descriptorArea, driverArea, deviceArea, violations);
        device.enabled(index, queues[index]);
    }

    @Override
    public void notifyQueue(int index) {
        notifications++;
        if ((status & DeviceStatus.DRIVER_OK) == 0) {
            violations.add("notified before DRIVER_OK");
        }
        machine.arena().settle(); // A doorbell is a register write: earlier stores are visible first.
        if (completionHook != null) {
            completionHook.run();
        } else {
            device.notified(index, queues[index]);
        }
    }

    @Override
    public boolean hasFixedQueueSizes() {
        return false;
    }

    @Override
    public int enableVectors(int wanted) {
        disableVectors();
        int granted = Math.min(wanted, grantedVectors);
        vectors = granted == 0 ? vectors : machine.interrupts().addVectors(granted);
        return granted;
    }

    @Override
    public void disableVectors() {
        machine.interrupts().removeVectors(vectors);
        vectors = new long[0];
        configVector = NO_VECTOR;
        Arrays.fill(queueVectors, NO_VECTOR);
    }

    @Override
    public long interruptNumber(int vector) throws DriverException {
        if (vector < vectors.length) {
            return vectors[vector];
        }
        if (vectors.length == 0 && hasLine) {
            return LINE;
        }
        throw new DriverException(Errno.ENXIO);
    }

    @Override
    public boolean assignConfigVector(int vector) {
        configVector = vector < roomForVectors ? vector : NO_VECTOR;
        return vector < roomForVectors;
    }

    @Override
    public boolean assignQueueVector(int queue, int vector) {
        queueVectors[queue] = vector < roomForVectors ? vector : NO_VECTOR;
        return vector < roomForVectors;
    }

    @Override
    public int acknowledgeInterrupt() {
        int acknowledged = reasons;
        reasons = 0;
        machine.interrupts().setLine(LINE, false);
        return acknowledged;
    }

    @Override
    public void release() {
        // Nothing is mapped but the configuration, which its user unmaps.
    }
}
