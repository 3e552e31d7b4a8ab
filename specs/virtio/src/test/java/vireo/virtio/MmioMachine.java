// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.virtio.model.BlockModel;
import vireo.virtio.model.DeviceTreeBlob;
import vireo.virtio.model.VirtioMmioModel;

/** A machine with places for virtio devices in memory, and a kernel that looks there. */
final class MmioMachine implements AutoCloseable {
    /** The first place. */
    static final long BASE = 0xA00_0000L;

    /** From one place to the next. */
    static final long STEP = 0x200;

    private final TestKernel kernel = new TestKernel();

    TestKernel kernel() {
        return kernel;
    }

    /** Puts a disk at a place, version 2. Its line is 48 and the place's number. */
    VirtioMmioModel disk(int place) {
        return disk(place, 2);
    }

    VirtioMmioModel disk(int place, int version) {
        BlockModel block = new BlockModel(kernel.machine().deviceMemory());
        if (version == 1) {
            block.features(BlockModel.BLK_SIZE);
        }
        VirtioMmioModel model = kernel.watch(new VirtioMmioModel(kernel.machine().deviceMemory(), block, version))
                .line(kernel.machine().interrupts(), 48 + place);
        kernel.machine().addressMap().add("place " + place, BASE + place * STEP, VirtioMmioModel.SIZE, model);
        return model;
    }

    /** A place's address. */
    static long address(int place) {
        return BASE + place * STEP;
    }

    long probe(int place) {
        return VirtioMmio.probeDevice(address(place), STEP, 48 + place, kernel.interrupting(), kernel);
    }

    long probeTree(byte[] blob) {
        return VirtioMmio.probeDeviceTree(blob, kernel.interrupting(), kernel);
    }

    long probeTree(DeviceTreeBlob tree) {
        return probeTree(tree.blob());
    }

    @Override
    public void close() {
        kernel.close();
    }
}
