// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vireo.dsl.DriverException;
import vireo.virtio.compiled.Driver.Holdings;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.ConsoleModel;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.NetModel;
import vireo.virtio.model.RngModel;
import vireo.virtio.model.TransportModel;
import vireo.virtio.model.VirtioPciModel;

/** What interrupts do that nobody hopes for: they are shared, spurious, lost, refused, or in the way. */
final class InterruptScenarios {
    /** No device of any type asks the kernel for more. */
    private static final int MOST_ANSWERS = 14;

    private static final int MOST_OBJECTS = 4;

    private InterruptScenarios() {}

    static void addTo(Map<String, Scenario> all) {
        for (Bus bus : Bus.values()) {
            all.put("two devices on " + bus + " share a line", machine -> shareALine(machine, bus));
            all.put("interrupts on " + bus + " that nobody sent do no harm", machine -> spurious(machine, bus));
            all.put("a disk on " + bus + " whose interrupts are lost is asked before it is given up", machine -> {
                Plug plug = new Plug(machine, bus, Wiring.LINE);
                TransportModel transport = plug.plug(new BlockModel(plug.memory()));
                Disk disk = plug.open(Disk.class);
                transport.loseInterrupts();
                try {
                    disk.readBytes(0, new byte[512]);
                } finally {
                    machine.note("at " + machine.simulation().clock().elapsed() / 1_000_000 + " ms");
                }
            });
        }
        for (int events = 0; events < 3; events++) {
            int room = events;
            all.put("a device with room for " + room + " vectors' events finds another way", machine -> {
                Plug plug = new Plug(machine, Bus.PCI, Wiring.VECTORS);
                NetModel model = new NetModel(plug.memory());
                VirtioPciModel transport = (VirtioPciModel) plug.plug(model);
                transport.interrupts().line(machine.simulation().interrupts(), Plugs.FIRST_LINE).acceptVectors(room);
                Network card = plug.open(Network.class);
                model.loopBack();
                card.send(new byte[100]);
                assertThat(card.awaitFrame(100)).isTrue();
                plug.check();
            });
        }
        all.put("a function without vectors and line is left alone or polled", machine -> {
            Plug plug = new Plug(machine, Bus.PCI, Wiring.POLLED);
            plug.plug(new BlockModel(plug.memory()));
            machine.driver().useInterrupts();
            machine.probe();
            for (Disk disk : machine.disks()) {
                disk.readBytes(0, new byte[512]);
            }
        });
        for (Wiring wiring : List.of(Wiring.VECTORS, Wiring.LINE)) {
            for (Kind kind : Kind.values()) {
                all.put(kind + " " + wiring + " gives all back wherever the kernel refuses", machine -> {
                    long found = 0;
                    for (int successes = 0; successes < MOST_ANSWERS; successes++) {
                        int before = successes;
                        found = refused(machine, kind, wiring, successes, () -> machine.driver().refuseAfter(before));
                    }
                    assertThat(found).as("devices that need no more answers").isEqualTo(1);
                });
            }
        }
    }

    static void addCompiledOnlyTo(Map<String, Scenario> some) {
        for (Kind kind : Kind.values()) {
            some.put(kind + " gives all back wherever the kernel refuses anything", machine -> {
                long found = 0;
                for (int successes = 0; successes < MOST_ANSWERS + MOST_OBJECTS; successes++) {
                    int before = successes;
                    found = refused(machine, kind, Wiring.VECTORS, successes,
                            () -> CompiledDriver.refuseAnythingAfter(before));
                }
                assertThat(found).as("devices that need no more answers").isEqualTo(1);
            });
        }
    }

    private static long refused(Machine machine, Kind kind, Wiring wiring, int slot, Runnable order) {
        machine.driver().useInterrupts();
        machine.plugs().plug(Bus.PCI, slot, wiring, kind.of(machine));
        order.run();
        long found = machine.probe();
        machine.driver().refuseNothing();
        if (found == 0) {
            assertThat(machine.logged()).contains("ENOMEM, skipped");
            assertThat(machine.driver().holdings()).isEqualTo(Holdings.NONE);
        }
        machine.releaseUnits();
        assertThat(machine.driver().holdings()).isEqualTo(Holdings.NONE);
        machine.simulation().pci().remove(slot << 3);
        return found;
    }

    private static void shareALine(Machine machine, Bus bus) throws DriverException {
        machine.plugs().shareLines();
        Plug first = new Plug(machine, bus, Wiring.LINE);
        BlockModel diskModel = new BlockModel(first.memory());
        ConsoleModel consoleModel = new ConsoleModel(first.memory());
        first.plug(diskModel);
        first.plugNext(consoleModel);
        machine.driver().useInterrupts();
        if (bus.isPci()) {
            assertThat(machine.probe()).isEqualTo(2);
        } else {
            first.open(Disk.class);
            first.openNext(Console.class);
        }
        Disk disk = machine.the(Disk.class);
        Console console = machine.the(Console.class);
        byte[] sector = new byte[512];
        Arrays.fill(sector, (byte) 7);
        for (int i = 0; i < 3; i++) {
            disk.writeBytes(i, sector);
            console.write(new byte[] {1, 2, 3});
            Disk.Request request = disk.submitRead(i, disk.allocateBuffer(512), 512);
            disk.kick();
            console.write(new byte[] {4});
            disk.releaseBuffer(disk.complete(request));
        }
        assertThat(consoleModel.written()).hasSize(12);
        first.check();
    }

    private static void spurious(Machine machine, Bus bus) throws DriverException {
        Plug plug = new Plug(machine, bus, Wiring.LINE);
        plug.plug(new BlockModel(plug.memory()));
        Disk disk = plug.open(Disk.class);
        for (int i = 0; i < 3; i++) {
            machine.simulation().interrupts().raise(plug.line());
            disk.readBytes(i, new byte[512]);
        }
        machine.simulation().interrupts().raise(plug.line());
        machine.simulation().interrupts().deliver();
        assertThat(machine.simulation().interrupts().spurious(plug.line())).isPositive();
    }

    private enum Kind {
        DISK("a disk"),
        NETWORK("a network card"),
        CONSOLE("a console"),
        ENTROPY("a source of random bytes");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        DeviceModel of(Machine machine) {
            var memory = machine.driver().memory();
            return switch (this) {
                case DISK -> new BlockModel(memory);
                case NETWORK -> new NetModel(memory);
                case CONSOLE -> new ConsoleModel(memory);
                case ENTROPY -> new RngModel(memory);
            };
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
