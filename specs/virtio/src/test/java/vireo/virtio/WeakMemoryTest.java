// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import java.util.stream.LongStream;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.VirtioPciModel;

/** A device that works beside the driver, on a machine that orders no more than it is asked to. */
class WeakMemoryTest {
    private static final int REQUESTS = 60;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Conforms("drv.split.barrier.1")
    @Conforms("drv.split.barrier.2")
    void blockingTransfersSeeTheirOwnDataAndNoneIsForgotten(long seed) throws DriverException {
        Random random = new Random(seed);
        try (PciMachine machine = new PciMachine(Simulation.weaklyOrdered(seed))) {
            VirtioPciModel model = open(machine);
            VirtioBlkDevice disk = machine.attached().get(0).disk();
            byte[][] expected = new byte[8][];
            for (int i = 0; i < REQUESTS; i++) {
                int sector = random.nextInt(8);
                byte[] data = new byte[512];
                if (expected[sector] == null || random.nextBoolean()) {
                    random.nextBytes(data);
                    disk.writeBytes(sector, data);
                    expected[sector] = data;
                } else {
                    disk.readBytes(sector, data);
                    assertThat(data).as("request %d, sector %d", i, sector).isEqualTo(expected[sector]);
                }
            }
            assertThat(model.block().served()).hasSize(REQUESTS);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pipelinedReadsEachBringTheirOwnSectors(long seed) throws DriverException {
        Random random = new Random(seed);
        try (PciMachine machine = new PciMachine(Simulation.weaklyOrdered(seed))) {
            VirtioPciModel model = open(machine);
            VirtioBlkDevice disk = machine.attached().get(0).disk();
            for (int batch = 0; batch < 6; batch++) {
                List<BlockRequest> requests = new ArrayList<>();
                List<Integer> sectors = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    int sector = random.nextInt(64);
                    sectors.add(sector);
                    requests.add(disk.submitRead(sector, disk.allocateBuffer(512), 512));
                    if (random.nextInt(3) == 0) {
                        disk.kick();
                    }
                }
                for (int i = 0; i < requests.size(); i++) {
                    DmaRegion buffer = disk.complete(requests.get(i));
                    byte[] data = new byte[512];
                    buffer.memory().bytes(0, 512).copyTo(0, data, 0, 512);
                    assertThat(data).isEqualTo(model.block().disk().read(sectors.get(i), 512));
                    disk.releaseBuffer(buffer);
                }
            }
        }
    }

    private static VirtioPciModel open(PciMachine machine) {
        VirtioPciModel model = machine.disk();
        model.serveBeside();
        assertThat(machine.probe()).as(machine.logged()).isEqualTo(1);
        machine.simulation().concurrently(model::step);
        return model;
    }
}
