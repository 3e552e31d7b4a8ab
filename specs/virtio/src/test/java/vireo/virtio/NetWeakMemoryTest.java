// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.NetKernel.Place;

/** A network card that works beside the driver, on a machine that orders no more than it is asked to. */
class NetWeakMemoryTest {
    private static final int FRAMES = 60;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Conforms("drv.split.barrier.1")
    @Conforms("drv.split.barrier.2")
    void whatIsSentOneByOneComesBackWhole(long seed) throws DriverException {
        Random random = new Random(seed);
        try (NetMachine machine = beside(seed)) {
            VirtioNetDevice card = open(machine, random);
            for (int i = 0; i < FRAMES; i++) {
                int length = 60 + random.nextInt(100);
                card.send(NetMachine.frame(i, length), length);
                assertThat(card.awaitFrame(1000)).as("frame %d comes back", i).isTrue();
                byte[] received = new byte[1514];
                assertThat(card.receive(received)).isEqualTo(length);
                assertThat(Arrays.copyOf(received, length)).as("frame %d", i).isEqualTo(NetMachine.frame(i, length));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoSleepsIsWokenForEveryFrame(long seed) throws DriverException {
        Place place = Place.values()[(int) seed % Place.values().length];
        try (NetKernel kernel = new NetKernel(Simulation.weaklyOrdered(seed), place, (int) seed / 4 % 4)) {
            kernel.transport().limitQueueSize(4);
            VirtioNetDevice card = kernel.open(true);
            kernel.loopBackBeside();
            kernel.machine().interrupts().deliverAnywhere(seed);
            for (int i = 0; i < FRAMES; i++) {
                card.send(NetMachine.frame(i, 60 + i), 60 + i);
                assertThat(card.awaitFrame(1000)).as("frame %d comes back", i).isTrue();
                byte[] received = new byte[60 + i];
                assertThat(card.receive(received)).isEqualTo(60 + i);
                assertThat(received).as("frame %d", i).isEqualTo(NetMachine.frame(i, 60 + i));
            }
            assertThat(kernel.machine().clock().elapsed()).as("nobody slept for long").isLessThan(1_000_000_000L);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void batchesComeBackInOrderAndNoneIsForgotten(long seed) throws DriverException {
        Random random = new Random(seed);
        try (NetMachine machine = beside(seed)) {
            VirtioNetDevice card = open(machine, random);
            int sent = 0;
            int received = 0;
            while (received < FRAMES) {
                int batch = Math.min(1 + random.nextInt(4), FRAMES - sent);
                for (int i = 0; i < batch; i++) {
                    TransmitFrame frame = card.acquire();
                    frame.bytes().copyFrom(0, NetMachine.frame(sent, 60 + sent), 0, 60 + sent);
                    card.submit(frame, 60 + sent);
                    sent++;
                    if (random.nextInt(3) == 0) {
                        card.kick();
                    }
                }
                card.drain();
                while (received < sent) {
                    assertThat(card.awaitFrame(1000)).as("frame %d comes back", received).isTrue();
                    ReceivedFrame frame = card.take();
                    byte[] copy = new byte[frame.length()];
                    frame.bytes().copyTo(0, copy, 0, frame.length());
                    assertThat(copy).as("frame %d", received).isEqualTo(NetMachine.frame(received, 60 + received));
                    card.giveBack(frame);
                    received++;
                }
            }
        }
    }

    private static NetMachine beside(long seed) {
        NetMachine machine = new NetMachine(Simulation.weaklyOrdered(seed));
        machine.model().workBeside();
        machine.model().loopBack();
        machine.simulation().concurrently(machine.model()::step);
        return machine;
    }

    /** Small queues, so that buffers run out and either side sleeps. */
    private static VirtioNetDevice open(NetMachine machine, Random random) throws DriverException {
        machine.transport().queueOf(4 << random.nextInt(3));
        return machine.open();
    }
}
