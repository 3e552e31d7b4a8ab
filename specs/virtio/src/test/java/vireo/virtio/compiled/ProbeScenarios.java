// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.PciFunctionModel;

/** What probing finds and passes over. */
final class ProbeScenarios {
    private ProbeScenarios() {}

    static void addTo(Map<String, Scenario> all) {
        all.put("one disk is found and named by its address", machine -> {
            machine.disk();
            Disk disk = machine.open();
            assertThat(disk.name()).isEqualTo("virtio-blk0 at 00:04.0");
            assertThat(disk.capacity()).isEqualTo(64);
            assertThat(disk.blockSize()).isEqualTo(512);
            assertThat(disk.isReadOnly()).isFalse();
            assertThat(disk.regionsHeld()).isEqualTo(2);
        });
        all.put("an empty bus has no disks", machine -> assertThat(machine.probe()).isZero());
        all.put("two disks on two buses are found", machine -> {
            machine.disk(3 << 3);
            machine.disk(1 << 8 | 31 << 3);
            assertThat(machine.probe(1)).isEqualTo(2);
            assertThat(names(machine)).containsExactly("virtio-blk0 at 00:03.0", "virtio-blk1 at 01:1f.0");
        });
        all.put("functions of a multi-function device are found behind gaps", machine -> {
            machine.disk(3 << 3).function().put(0x0E, 1, 0x80);
            machine.disk(3 << 3 | 5);
            assertThat(machine.probe()).isEqualTo(2);
            assertThat(names(machine)).containsExactly("virtio-blk0 at 00:03.0", "virtio-blk1 at 00:03.5");
        });
        all.put("a bad disk is reported with its reason and the others come up", machine -> {
            machine.disk(1 << 3);
            machine.disk(2 << 3).block().blockSize(1000);
            machine.disk(3 << 3).refuseFeatures();
            machine.disk(4 << 3).function().put(PciFunctionModel.BAR_4, 8, 0xC);
            machine.disk(5 << 3).maxQueueSize(2);
            machine.disk(6 << 3).block().features(BlockModel.FLUSH);
            machine.disk(7 << 3).churn(1000);
            machine.disk(8 << 3);
            assertThat(machine.probe()).isEqualTo(2);
            assertThat(names(machine)).containsExactly("virtio-blk0 at 00:01.0", "virtio-blk1 at 00:08.0");
            assertThat(machine.logged())
                    .contains("virtio-blk1 at 00:02.0: EOPNOTSUPP, skipped")
                    .contains("virtio-blk1 at 00:03.0: EOPNOTSUPP, skipped")
                    .contains("virtio-blk1 at 00:04.0: ENXIO, skipped")
                    .contains("virtio-blk1 at 00:05.0: EOPNOTSUPP, skipped")
                    .contains("virtio-blk1 at 00:06.0: EOPNOTSUPP, skipped")
                    .contains("virtio-blk1 at 00:07.0: EAGAIN, skipped");
        });
        all.put("a disk of another class, vendor or header is none of ours", machine -> {
            machine.disk(1 << 3).function().put(0x0B, 1, 2);
            machine.disk(2 << 3).function().put(0x00, 2, 0x1AF5);
            machine.disk(3 << 3).function().put(0x0E, 1, 1);
            machine.disk(4 << 3).function().put(0x02, 2, 0x1041);
            assertThat(machine.probe()).isZero();
        });
        all.put("a legacy device without registers is skipped", machine -> {
            machine.disk().function().put(0x02, 2, 0x1001).put(0x34, 1, 0);
            assertThat(machine.probe()).isZero();
            assertThat(machine.logged()).contains("ENXIO, skipped");
        });
        all.put("a capability list without end is given up", machine -> {
            machine.disk().function().put(0x75, 1, 0x40).put(0x43, 1, 99).put(0x53, 1, 99).put(0x67, 1, 99).put(0x77, 1, 99);
            assertThat(machine.probe()).isZero();
        });
        all.put("capabilities that lie beyond their BAR are refused", machine -> {
            machine.disk(1 << 3).function().put(0x48, 4, 0xFFFF_F000L);
            machine.disk(2 << 3).function().put(0x4C, 4, 0xFFFF_FFFFL);
            machine.disk(3 << 3).function().put(0x44, 1, 9);
            machine.disk(4 << 3).function().put(0x58, 4, 0x4000);
            machine.disk(5 << 3).function().put(0x60, 4, 0xFFFF_FFFFL);
            machine.disk(6 << 3).function().put(0x4C, 4, 4);
            machine.expectNonsense();
            machine.probe();
        });
        all.put("a reset that takes its time is waited for", machine -> {
            machine.disk().resetAfterReads(50);
            machine.open();
        });
        all.put("a disk that was released is found again", machine -> {
            machine.disk();
            machine.open();
            machine.releaseAll();
            machine.open();
        });
    }

    private static List<String> names(Machine machine) {
        return machine.disks().stream().map(Disk::name).toList();
    }
}
