// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.ArrayList;
import java.util.List;
import vireo.dsl.Interrupts;
import vireo.dsl.jvm.AccessTrace.Access;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.memory.DmaDeviceView;
import vireo.virtio.BlockUnit;
import vireo.virtio.ConsoleUnit;
import vireo.virtio.DeviceHandler;
import vireo.virtio.EntropyUnit;
import vireo.virtio.KernelPhysMapper;
import vireo.virtio.KernelServices;
import vireo.virtio.NetworkUnit;
import vireo.virtio.VirtioMmio;
import vireo.virtio.VirtioPci;

/** The drivers' sources, as javac compiled them. */
final class JvmDriver implements Driver {
    private final Simulation machine;
    private final JvmKernel kernel;
    private final List<Unit> units = new ArrayList<>();
    private Interrupts interrupts;

    JvmDriver(Simulation machine) {
        this.machine = machine;
        this.kernel = new JvmKernel(machine);
    }

    @Override
    public DmaDeviceView memory() {
        return machine.deviceMemory();
    }

    @Override
    public void useInterrupts() {
        interrupts = kernel.interrupts();
    }

    @Override
    public void deliverAnywhere(long seed) {
        machine.interrupts().deliverAnywhere(seed);
    }

    @Override
    public long probe(int lastBus) {
        Attached attached = new Attached();
        long found = VirtioPci.probePciDevices(machine.pci(), lastBus, services(), attached);
        units.addAll(attached.byType());
        return found;
    }

    @Override
    public long probeMmio(long base, long size, long interrupt) {
        Attached attached = new Attached();
        long found = VirtioMmio.probeDevice(base, size, interrupt, services(), attached);
        units.addAll(attached.byType());
        return found;
    }

    private KernelServices services() {
        return new KernelServices(new KernelPhysMapper(kernel.mapper()), kernel.allocator(), interrupts);
    }

    @Override
    public List<Unit> units() {
        return units;
    }

    @Override
    public void refuseAfter(int successes) {
        kernel.refuseAfter(successes);
    }

    @Override
    public void refuseNothing() {
        kernel.refuseAfter(-1);
    }

    @Override
    public List<Access> takeTrace() {
        List<Access> taken = machine.trace().accesses();
        machine.trace().clear();
        return taken;
    }

    @Override
    public Holdings holdings() {
        return new Holdings(machine.arena().liveBytes(), machine.addressMap().leaks().size(), 0,
                machine.interrupts().leaks().size() + machine.pci().leaks().size());
    }

    /** What one probe found. */
    private static final class Attached implements DeviceHandler {
        private final List<Unit> disks = new ArrayList<>();
        private final List<Unit> networks = new ArrayList<>();
        private final List<Unit> consoles = new ArrayList<>();
        private final List<Unit> entropies = new ArrayList<>();

        List<Unit> byType() {
            List<Unit> all = new ArrayList<>(disks);
            all.addAll(networks);
            all.addAll(consoles);
            all.addAll(entropies);
            return all;
        }

        @Override
        public void attachBlock(BlockUnit unit) {
            disks.add(new JvmDisk(unit));
        }

        @Override
        public void attachNetwork(NetworkUnit unit) {
            networks.add(new JvmNetwork(unit));
        }

        @Override
        public void attachConsole(ConsoleUnit unit) {
            consoles.add(new JvmConsole(unit));
        }

        @Override
        public void attachEntropy(EntropyUnit unit) {
            entropies.add(new JvmEntropy(unit));
        }
    }
}
