// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.util.ArrayList;
import java.util.List;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.register.RegisterDevice;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.SplitQueueModel;

/** A transport without registers: what the driver asks for is done at once, and the doorbell calls a hook that plays the device. */
final class MockTransport implements Transport {
    private static final long CONFIG_ADDRESS = 0x2_0000;

    private final Simulation machine;
    private final List<String> violations = new ArrayList<>();
    private final List<Integer> statusHistory = new ArrayList<>();
    private final BlockModel block;
    private int status;
    private long accepted;
    private boolean refusesFeatures;
    private boolean ignoresReset;
    private Errno enableFailure;
    private int maxQueueSize = 256;
    private int notifications;
    private int generation;
    private boolean churning;
    private SplitQueueModel queue;
    private Runnable completionHook;

    MockTransport(Simulation machine) {
        this.machine = machine;
        this.block = new BlockModel(machine.deviceMemory());
        this.completionHook = () -> block.serve(queue);
        machine.addressMap().add("mock configuration", CONFIG_ADDRESS, 4096, new RegisterDevice() {
            @Override
            public long read(long offset, int width) {
                long value = 0;
                for (int i = 0; i < width; i++) {
                    value |= (long) block.configByte((int) offset + i) << 8 * i;
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
        return block;
    }

    SplitQueueModel queue() {
        return queue;
    }

    List<String> violations() {
        List<String> all = new ArrayList<>(violations);
        all.addAll(block.violations());
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
        enableFailure = errno;
    }

    void churn() {
        churning = true;
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
        queue = null;
    }

    @Override
    public long offeredFeatures() {
        return block.offeredFeatures();
    }

    @Override
    public void acceptFeatures(long features) {
        if ((status & DeviceStatus.FEATURES_OK) != 0) {
            violations.add("features accepted after FEATURES_OK");
        }
        accepted = features;
    }

    @Override
    public long configGeneration() {
        return churning ? generation++ : generation;
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
        return index == 0 ? maxQueueSize : 0;
    }

    @Override
    public void enableQueue(int index, int size, long descriptorArea, long driverArea, long deviceArea)
            throws DriverException {
        if (enableFailure != null) {
            throw new DriverException(enableFailure);
        }
        queue = new SplitQueueModel(
                machine.deviceMemory(), size, descriptorArea, driverArea, deviceArea, violations);
    }

    @Override
    public void notifyQueue(int index) {
        notifications++;
        if ((status & DeviceStatus.DRIVER_OK) == 0) {
            violations.add("notified before DRIVER_OK");
        }
        machine.arena().settle(); // A doorbell is a register write: earlier stores are visible first.
        completionHook.run();
    }

    @Override
    public int acknowledgeInterrupt() {
        return 0;
    }

    @Override
    public void release() {
        // Nothing is mapped but the configuration, which its user unmaps.
    }
}
