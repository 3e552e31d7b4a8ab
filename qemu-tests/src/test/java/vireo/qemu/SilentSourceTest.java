// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source of random bytes that has none: its driver gives up in time, and the guest goes on. A disk that hangs is in
 * {@link RefusingTest}; QEMU's console never hangs, it throws away what nobody reads.
 */
class SilentSourceTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicContainer> aSourceThatNeverAnswersEndsInATimeout() {
        List<DynamicContainer> containers = Cell.WAITINGS.stream().map(this::container).toList();
        return containers.stream();
    }

    private DynamicContainer container(Waiting waiting) {
        Path place = folder.resolve(waiting.label());
        Booting booting = Booting.of(() -> boot(waiting, place));
        String name = waiting.label() + ": ";
        return dynamicContainer(waiting.label(), Stream.of(
                dynamicTest(name + "the request ends in time", () -> booting.run().requireResultsOf(DeviceKind.RNG)),
                dynamicTest(name + "the log says which device is silent", () ->
                        booting.run().requireLogged("virtio-rng0 at 00:05.0: no answer within")),
                dynamicTest(name + "the guest ended well", () -> booting.run().requireGoodEnd())));
    }

    private static GuestRun boot(Waiting waiting, Path place) {
        try (SlowPeer entropy = SlowPeer.deaf(place.resolve("entropy"))) {
            return QemuMachine.of(GuestProgram.DEVICES.elf(), place)
                    .word("scenario=silent")
                    .word("probe=pci")
                    .word(waiting.word())
                    .arguments(entropy.arguments("entropy0"))
                    .arguments(List.of("-object", "rng-egd,id=rng0,chardev=entropy0"))
                    .device("virtio-rng-pci,rng=rng0,addr=05.0")
                    .boot();
        }
    }
}
