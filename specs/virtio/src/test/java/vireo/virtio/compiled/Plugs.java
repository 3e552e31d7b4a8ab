// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.ArrayList;
import java.util.List;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.memory.DmaDeviceView;
import vireo.dsl.jvm.register.RegisterDevice;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.PciFunctionModel;
import vireo.virtio.model.PciInterruptModel;
import vireo.virtio.model.TransportModel;
import vireo.virtio.model.VirtioLegacyPciModel;
import vireo.virtio.model.VirtioMmioModel;
import vireo.virtio.model.VirtioPciModel;

/** Where a machine's devices are, by bus and slot. */
final class Plugs {
    private static final long FIRST_BAR = 0x9_0000_0000L;
    private static final int FIRST_PORT = 0xC000;
    private static final long FIRST_MMIO = 0x0A00_0000L;
    /** The number of the first slot's line. */
    static final int FIRST_LINE = 32;

    private final Simulation simulation;
    private final DmaDeviceView memory;
    private final List<TransportModel> models = new ArrayList<>();
    private boolean shared;

    /**
     * Nothing plugged in.
     *
     * @param memory the driver's, as devices see it
     */
    Plugs(Simulation simulation, DmaDeviceView memory) {
        this.simulation = simulation;
        this.memory = memory;
    }

    /** What was plugged in. */
    List<TransportModel> models() {
        return models;
    }

    /** Where an MMIO device is. */
    static long mmioAddress(int slot) {
        return FIRST_MMIO + (long) slot * VirtioMmioModel.SIZE;
    }

    /** The number of a slot's line. */
    long line(int slot) {
        return FIRST_LINE + (shared ? 0 : slot);
    }

    /** Gives all slots the same line from now on. */
    void shareLines() {
        shared = true;
    }

    /** Plugs a device in. */
    TransportModel plug(Bus bus, int slot, Wiring wiring, DeviceModel device) {
        TransportModel model = switch (bus) {
            case PCI -> pci(slot, wiring, device);
            case LEGACY_PCI -> legacyPci(slot, wiring, device);
            case MMIO -> mmio(slot, wiring, device, 2);
            case LEGACY_MMIO -> mmio(slot, wiring, device, 1);
        };
        models.add(model);
        return model;
    }

    private TransportModel pci(int slot, Wiring wiring, DeviceModel device) {
        long bar = FIRST_BAR + slot * VirtioPciModel.BAR_SIZE;
        var model = new VirtioPciModel(memory, bar, device);
        simulation.addressMap().add("slot " + slot, bar, VirtioPciModel.BAR_SIZE, model);
        add(slot, wiring, model.function(), model.interrupts());
        return model;
    }

    private TransportModel legacyPci(int slot, Wiring wiring, DeviceModel device) {
        int port = FIRST_PORT + slot * VirtioLegacyPciModel.BAR_SIZE;
        var model = new VirtioLegacyPciModel(memory, port, device);
        simulation.addressMap().addPorts("slot " + slot, port, VirtioLegacyPciModel.BAR_SIZE, model);
        add(slot, wiring, model.function(), model.interrupts());
        return model;
    }

    private TransportModel mmio(int slot, Wiring wiring, DeviceModel device, int version) {
        var model = new VirtioMmioModel(memory, device, version);
        if (wiring == Wiring.LINE) {
            model.line(simulation.interrupts(), line(slot));
        }
        simulation.addressMap().add("slot " + slot, mmioAddress(slot), VirtioMmioModel.SIZE, (RegisterDevice) model);
        return model;
    }

    private void add(int slot, Wiring wiring, PciFunctionModel function, PciInterruptModel interrupts) {
        if (wiring.vectors() != 0) {
            interrupts.table(simulation.interrupts(), Wiring.VECTORS.vectors());
            simulation.pci().grantAtMost(wiring.vectors());
        }
        if (wiring == Wiring.LINE) {
            interrupts.line(simulation.interrupts(), line(slot));
        }
        simulation.pci().add(slot << 3, function, interrupts);
    }
}
