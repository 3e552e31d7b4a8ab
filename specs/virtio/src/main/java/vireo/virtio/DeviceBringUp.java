// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.DriverException;
import vireo.dsl.Interrupts;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Nullable;
import vireo.dsl.Probe;
import vireo.dsl.Range;
import vireo.dsl.Text;
import vireo.dsl.U32;

/** Brings devices up, whatever bus they were found on, and hands them to the kernel. */
public final class DeviceBringUp {
    private DeviceBringUp() {}

    /** Whether there is a driver for a type of device. */
    public static boolean isSupported(@TypeNumber @U32 long deviceType) {
        return deviceType == DeviceType.BLOCK
                || deviceType == DeviceType.NETWORK
                || deviceType == DeviceType.CONSOLE
                || deviceType == DeviceType.ENTROPY;
    }

    /**
     * What people call a device: {@code virtio-blk0 at 00:04.0}.
     *
     * @param number how many devices were found before this one
     * @param place where the device is
     */
    public static Text nameOf(@TypeNumber @U32 long deviceType, @U32 long number, Text place) {
        if (deviceType == DeviceType.NETWORK) {
            return Text.format("virtio-net%u at %s", number, place);
        }
        if (deviceType == DeviceType.CONSOLE) {
            return Text.format("virtio-console%u at %s", number, place);
        }
        if (deviceType == DeviceType.ENTROPY) {
            return Text.format("virtio-rng%u at %s", number, place);
        }
        return Text.format("virtio-blk%u at %s", number, place);
    }

    /**
     * Brings one device up. One that fails is reported, and its transport released.
     *
     * @param deviceType a type that {@link #isSupported}
     * @param name for the log, and for people: as {@link #nameOf} makes it
     * @param handler takes the device
     * @return how many devices work: 1 or 0
     */
    @Probe
    public static @Range(max = 1) int attach(
            @Moves Transport transport,
            @TypeNumber @U32 long deviceType,
            Text name,
            KernelServices kernel,
            DeviceHandler handler) {
        try {
            WaitPolicy waiting = waitPolicy(transport, kernel.interrupts());
            try {
                if (deviceType == DeviceType.NETWORK) {
                    NetworkUnit unit = new NetworkUnit(transport, waiting, kernel, name);
                    Log.info("%s: address %s", name, unit.network().address().text());
                    handler.attachNetwork(unit);
                } else if (deviceType == DeviceType.CONSOLE) {
                    ConsoleUnit unit = new ConsoleUnit(transport, waiting, kernel, name);
                    Log.info("%s", name);
                    handler.attachConsole(unit);
                } else if (deviceType == DeviceType.ENTROPY) {
                    EntropyUnit unit = new EntropyUnit(transport, waiting, kernel, name);
                    Log.info("%s", name);
                    handler.attachEntropy(unit);
                } else {
                    BlockUnit unit = new BlockUnit(transport, waiting, kernel, name);
                    Log.info("%s: %u sectors, blocks of %u bytes", name, unit.disk().capacity(), unit.disk().blockSize());
                    handler.attachBlock(unit);
                }
            } catch (DriverException e) {
                waiting.release();
                throw e;
            }
            return 1;
        } catch (DriverException e) {
            Log.error("%s: %s, skipped", name, e.errno());
            transport.release();
            return 0;
        }
    }

    /** Interrupts, where the kernel has any to give and the device one to send; polling otherwise. */
    @Probe
    private static WaitPolicy waitPolicy(Transport transport, @Nullable Interrupts interrupts) throws DriverException {
        if (interrupts == null || !InterruptWait.isPossible(transport)) {
            return new PollingWait(transport);
        }
        return new InterruptWait(transport, interrupts);
    }
}
