// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What changes while the guest runs reaches its drivers: a network card's link goes down and up, a disk grows. On every machine and
 * behind every transport, whether the drivers wait for interrupts or look by themselves.
 */
class ConfigurationChangeTest {

    private static final long SECTORS_BEFORE = 64;
    private static final long SECTORS_AFTER = 200;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicContainer> theDriversSeeWhatHasChanged() {
        List<DynamicContainer> containers = new ArrayList<>();
        for (Machine machine : Machine.values()) {
            for (TransportKind transport : TransportKind.values()) {
                if (Absence.of(machine, transport).isEmpty()) {
                    for (Waiting waiting : Cell.WAITINGS) {
                        containers.add(container(machine, transport, waiting));
                    }
                }
            }
        }
        return containers.stream();
    }

    private DynamicContainer container(Machine machine, TransportKind transport, Waiting waiting) {
        String name = machine.label() + ", " + transport.label() + ", " + waiting.label();
        Path place = folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-"));
        Booting booting = Booting.of(() -> boot(machine, transport, waiting, place));
        return dynamicContainer(name, Stream.of(
                dynamicTest(name + ": the link goes down and up", () -> {
                    booting.run().requireResultsOf(DeviceKind.NET);
                    requireInterrupts(booting.run(), waiting, "link.down");
                    requireInterrupts(booting.run(), waiting, "link.up");
                }),
                dynamicTest(name + ": the disk grows", () -> {
                    GuestRun run = booting.run();
                    run.requireResultsOf(DeviceKind.BLK);
                    requireInterrupts(run, waiting, "grow");
                    run.require(run.count("sectors.before") == SECTORS_BEFORE && run.count("sectors.after") == SECTORS_AFTER,
                            "the disk grows from " + run.fact("sectors.before") + " to " + run.fact("sectors.after"));
                }),
                dynamicTest(name + ": the guest ended well", () -> booting.run().requireGoodEnd())));
    }

    private static void requireInterrupts(GuestRun run, Waiting waiting, String change) {
        long interrupts = run.count(change + ".interrupts");
        run.require((interrupts > 0) == (waiting == Waiting.INTERRUPTS), interrupts + " interrupts told of the change " + change);
    }

    private static GuestRun boot(Machine machine, TransportKind transport, Waiting waiting, Path place) {
        try (Qmp monitor = Qmp.in(place);
                RunningGuest guest = machine(machine, transport, waiting, place, monitor).start()) {
            guest.awaitSaid("# fact link=down");
            monitor.execute("set_link", "\"name\":\"nic0\",\"up\":false");
            guest.awaitSaid("# fact link=up");
            monitor.execute("set_link", "\"name\":\"nic0\",\"up\":true");
            guest.awaitSaid("# fact grow=now");
            monitor.execute("block_resize",
                    "\"node-name\":\"disk\",\"size\":" + SECTORS_AFTER * SectorPattern.SECTOR);
            return guest.end();
        }
    }

    private static QemuMachine machine(
            Machine machine, TransportKind transport, Waiting waiting, Path place, Qmp monitor) {
        DiskImage image = DiskImage.seeded(place.resolve("disk.img"), SECTORS_BEFORE, new SectorPattern(1));
        return QemuMachine.of(machine, GuestProgram.DEVICES.elf(machine.architecture()), place)
                .word("scenario=changes")
                .word("devices=2")
                .word("probe=" + machine.probeFor(transport))
                .word(waiting.word())
                .arguments(machine.argumentsFor(transport))
                .arguments(transport.arguments())
                .arguments(monitor.arguments())
                .arguments(Disk.raw("disk", image.file()).arguments(transport.device("virtio-blk", "")))
                .arguments(List.of("-netdev", "user,id=net0,restrict=on"))
                .device(transport.device("virtio-net", "id=nic0,netdev=net0" + transport.withoutRom()));
    }
}
