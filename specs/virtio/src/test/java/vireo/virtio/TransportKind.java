// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.DriverException;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.PciInterruptModel;
import vireo.virtio.model.TransportModel;
import vireo.virtio.model.VirtioLegacyPciModel;
import vireo.virtio.model.VirtioMmioModel;
import vireo.virtio.model.VirtioPciModel;

/** The ways to a device: each puts one into a machine, and opens it. */
enum TransportKind {
    PCI {
        @Override
        TransportModel plug(TestKernel kernel, DeviceModel device) {
            Simulation machine = kernel.machine();
            VirtioPciModel model = kernel.watch(new VirtioPciModel(machine.deviceMemory(), 0x8_0000_0000L, device));
            machine.addressMap().add("PCI device", 0x8_0000_0000L, VirtioPciModel.BAR_SIZE, model);
            machine.pci().add(ADDRESS, model.function(), interrupting(machine, model.interrupts()));
            return model;
        }

        @Override
        Transport open(TestKernel kernel) throws DriverException {
            return new VirtioPciTransport(new PciFunction(kernel.machine().pci(), ADDRESS), kernel.mapper());
        }
    },
    LEGACY_PCI {
        @Override
        TransportModel plug(TestKernel kernel, DeviceModel device) {
            Simulation machine = kernel.machine();
            VirtioLegacyPciModel model = kernel.watch(new VirtioLegacyPciModel(machine.deviceMemory(), 0xC000, device));
            machine.addressMap().addPorts("legacy PCI device", 0xC000, VirtioLegacyPciModel.BAR_SIZE, model);
            machine.pci().add(ADDRESS, model.function(), interrupting(machine, model.interrupts()));
            return model;
        }

        @Override
        Transport open(TestKernel kernel) throws DriverException {
            return new VirtioLegacyPciTransport(new PciFunction(kernel.machine().pci(), ADDRESS), kernel.mapper());
        }
    },
    MMIO {
        @Override
        TransportModel plug(TestKernel kernel, DeviceModel device) {
            return place(kernel, device, 2);
        }

        @Override
        Transport open(TestKernel kernel) throws DriverException {
            return new VirtioMmioTransport(PLACE, kernel.mapper());
        }
    },
    LEGACY_MMIO {
        @Override
        TransportModel plug(TestKernel kernel, DeviceModel device) {
            return place(kernel, device, 1);
        }

        @Override
        Transport open(TestKernel kernel) throws DriverException {
            return new VirtioLegacyMmioTransport(PLACE, kernel.mapper());
        }
    };

    /** The line of the device, whatever the transport. */
    static final int LINE = 33;

    private static final int ADDRESS = 5 << 3;
    private static final MmioPlace PLACE = new MmioPlace(0xA00_0000L, VirtioMmioModel.SIZE, LINE);

    /** Puts a device into a machine. */
    abstract TransportModel plug(TestKernel kernel, DeviceModel device);

    /** Opens the device. */
    abstract Transport open(TestKernel kernel) throws DriverException;

    /** Brings up a disk that was put in. */
    long probe(TestKernel kernel, KernelServices services) {
        return isPci()
                ? VirtioPci.probePciDevices(kernel.machine().pci(), 0, services, kernel)
                : VirtioMmio.probeDevice(PLACE.base(), PLACE.size(), PLACE.interrupt(), services, kernel);
    }

    boolean isPci() {
        return this == PCI || this == LEGACY_PCI;
    }

    boolean isLegacy() {
        return this == LEGACY_PCI || this == LEGACY_MMIO;
    }

    /** Features that a device of this kind offers beside its own. */
    long features() {
        return isLegacy() ? 0 : 1L << Feature.VERSION_1;
    }

    private static PciInterruptModel interrupting(Simulation machine, PciInterruptModel interrupts) {
        return interrupts.table(machine.interrupts(), 16).line(machine.interrupts(), LINE);
    }

    private static TransportModel place(TestKernel kernel, DeviceModel device, int version) {
        Simulation machine = kernel.machine();
        VirtioMmioModel model = kernel.watch(new VirtioMmioModel(machine.deviceMemory(), device, version));
        machine.addressMap().add("device in memory", PLACE.base(), PLACE.size(), model);
        return model.line(machine.interrupts(), LINE);
    }
}
