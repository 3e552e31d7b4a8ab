// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every step that can fail fails in turn; closing the machine shows that nothing was kept, and nothing was given back twice. */
class FailureInjectionTest {
    @Test
    void whicheverAllocationFailsTheRestIsGivenBack() {
        int failures = 0;
        for (; ; failures++) {
            try (PciMachine machine = new PciMachine()) {
                machine.disk();
                machine.simulation().arena().failAllocationAfter(failures);
                if (machine.probe() == 1) {
                    break;
                }
                assertThat(machine.logged()).contains("ENOMEM, skipped");
            }
        }
        assertThat(failures).as("allocations a disk makes").isEqualTo(2);
    }

    @Test
    void whicheverMappingFailsTheRestIsGivenBack() {
        int failures = 0;
        for (; ; failures++) {
            try (PciMachine machine = new PciMachine()) {
                machine.disk();
                machine.simulation().addressMap().failMappingAfter(failures);
                if (machine.probe() == 1) {
                    break;
                }
                assertThat(machine.logged()).contains("ENOMEM, skipped");
            }
        }
        assertThat(failures).as("windows a disk maps").isEqualTo(4);
    }

    @Test
    void aSecondDiskComesUpWhereTheFirstFailed() {
        try (PciMachine machine = new PciMachine()) {
            machine.disk(1 << 3);
            machine.disk(2 << 3);
            machine.simulation().arena().failAllocationAfter(1);
            assertThat(machine.probe()).isEqualTo(1);
            assertThat(machine.names()).containsExactly("virtio-blk0 at 00:02.0");
        }
    }
}
