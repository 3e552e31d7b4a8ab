// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import vireo.dsl.Errno;
import vireo.virtio.compiled.Driver.Holdings;

/** A kernel that has no memory, or no room for windows. */
final class ShortageScenarios {
    /** Four windows, the queue, and the requests' memory. */
    private static final int ASKED_FOR = 6;

    /** In C: the transport, the policy of waiting, and the disk. */
    private static final int OBJECTS = 3;

    private ShortageScenarios() {}

    static void addTo(Map<String, Scenario> all) {
        for (int successes = 0; successes < ASKED_FOR; successes++) {
            int before = successes;
            all.put("where the kernel refuses after " + before + " answers the rest is given back", machine -> {
                machine.disk();
                machine.driver().refuseAfter(before);
                assertThat(machine.probe()).isZero();
                assertThat(machine.logged()).contains("ENOMEM, skipped");
                assertThat(machine.driver().holdings()).isEqualTo(Holdings.NONE);
                machine.open();
            });
        }
        all.put("after " + ASKED_FOR + " answers a disk works, and its first buffer is refused", machine -> {
            machine.disk();
            machine.driver().refuseAfter(ASKED_FOR);
            Disk disk = machine.open();
            machine.refused(Errno.ENOMEM, () -> disk.allocateBuffer(4096));
            Disk.Buffer buffer = disk.allocateBuffer(4096);
            disk.read(0, buffer, 4096);
            disk.releaseBuffer(buffer);
        });
        all.put("a second disk comes up where the first failed", machine -> {
            machine.disk(1 << 3);
            machine.disk(2 << 3);
            machine.driver().refuseAfter(5);
            assertThat(machine.open().name()).isEqualTo("virtio-blk0 at 00:02.0");
        });
    }

    static void addCompiledOnlyTo(Map<String, Scenario> some) {
        for (int successes = 0; successes < ASKED_FOR + OBJECTS; successes++) {
            int before = successes;
            some.put("where the kernel refuses after " + before + " answers, objects included, the rest is given back", machine -> {
                machine.disk(1 << 3);
                machine.disk(2 << 3);
                CompiledDriver.refuseAnythingAfter(before);
                assertThat(machine.open().name()).isEqualTo("virtio-blk0 at 00:02.0");
                assertThat(machine.logged()).contains("virtio-blk0 at 00:01.0: ENOMEM, skipped");
            });
        }
        some.put("a disk's objects are given back with the disk", machine -> {
            machine.disk();
            machine.open();
            assertThat(machine.driver().holdings().objects()).isEqualTo(OBJECTS);
            machine.releaseAll();
            assertThat(machine.driver().holdings().objects()).isZero();
        });
    }
}
