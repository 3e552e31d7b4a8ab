// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vireo.dsl.DriverException;
import vireo.virtio.compiled.Disk.Buffer;
import vireo.virtio.compiled.Disk.Request;
import vireo.virtio.model.VirtioPciModel;

/** What nobody thought of: random calls, random answers, random configuration spaces. A seed gives the same scenario always. */
final class RandomScenarios {
    private static final int CALL_SEEDS = 24;
    private static final int CALLS = 200;
    private static final int CONFIGURATION_SEEDS = 48;
    private static final long BREATH_NANOSECONDS = 100_000_000;
    private static final int CAPABILITIES = 0x40;
    private static final int CAPABILITIES_END = 0x84;

    private RandomScenarios() {}

    static void addTo(Map<String, Scenario> all) {
        for (int seed = 0; seed < CALL_SEEDS; seed++) {
            int fixed = seed;
            all.put("random calls " + seed, machine -> new RandomCalls(machine, fixed).play());
        }
        all.put("random configuration spaces", machine -> {
            machine.expectNonsense();
            for (int seed = 0; seed < CONFIGURATION_SEEDS; seed++) {
                spoil(machine.disk(seed << 3), new Random(seed));
            }
            machine.probe(CONFIGURATION_SEEDS / 32);
        });
    }

    /** Overwrites a few bytes of the capabilities. */
    private static void spoil(VirtioPciModel model, Random random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            int offset = CAPABILITIES + random.nextInt(CAPABILITIES_END - CAPABILITIES);
            int[] values = {0, 1, 4, 9, 0x40, 0x50, 0x64, 0x74, 0x7F, 0x80, 0xFC, 0xFF, random.nextInt(256)};
            model.function().put(offset, 1, values[random.nextInt(values.length)]);
        }
    }

    /** A disk, and a caller without a plan. */
    private static final class RandomCalls {
        private static final int[] QUEUES = {4, 8, 16, 64, 256};

        private final Machine machine;
        private final Random random;
        private final VirtioPciModel model;
        private final Disk disk;
        private final List<Buffer> buffers = new ArrayList<>();
        private final List<Request> requests = new ArrayList<>();

        RandomCalls(Machine machine, int seed) {
            this.machine = machine;
            this.random = new Random(seed);
            this.model = machine.disk().maxQueueSize(QUEUES[random.nextInt(QUEUES.length)]);
            model.block().capacity(random.nextInt(4) == 0 ? -1L : 1 + random.nextInt(300));
            if (random.nextInt(5) == 0) {
                model.block().blockSize(4096);
            }
            this.disk = machine.open();
            boolean hangs = seed % 6 == 5;
            machine.simulation().concurrently(() -> {
                machine.simulation().clock().advance(BREATH_NANOSECONDS);
                if (!hangs && random.nextInt(4) == 0) {
                    answer();
                }
            });
        }

        void play() throws DriverException {
            for (int i = 0; i < CALLS; i++) {
                try {
                    call();
                } catch (DriverException refused) {
                    // Noted with the call. A caller without a plan goes on.
                }
            }
            model.block().keep(false);
            while (!model.block().kept().isEmpty() && model.queue() != null) {
                answer();
            }
            disk.kick();
            for (Request request : requests) {
                finish(request);
            }
            buffers.forEach(disk::releaseBuffer);
        }

        private void call() throws DriverException {
            switch (random.nextInt(16)) {
                case 0 -> buffers.add(disk.allocateBuffer(1 + random.nextInt(20_000)));
                case 1, 2, 3, 4 -> submit();
                case 5 -> disk.kick();
                case 6, 7, 8 -> complete();
                case 9 -> model.block().keep(random.nextBoolean());
                case 10 -> answer();
                case 11 -> model.block().failWith(random.nextInt(3) == 0 ? random.nextInt(4) : 0);
                case 12 -> disk.readBytes(sector(), new byte[length()]);
                case 13 -> disk.writeBytes(sector(), new byte[length()]);
                case 14 -> disk.flush();
                default -> transfer();
            }
        }

        private void submit() throws DriverException {
            if (buffers.isEmpty()) {
                return;
            }
            Buffer buffer = buffers.get(random.nextInt(buffers.size()));
            requests.add(random.nextBoolean()
                    ? disk.submitRead(sector(), buffer, length())
                    : disk.submitWrite(sector(), buffer, length()));
            buffers.remove(buffer);
        }

        private void complete() throws DriverException {
            if (requests.isEmpty()) {
                return;
            }
            Request request = requests.get(random.nextInt(requests.size()));
            if (random.nextInt(3) == 0) {
                disk.isComplete(request);
            } else {
                requests.remove(request);
                finish(request);
            }
        }

        /** A request that failed keeps its buffer until it is reclaimed. */
        private void finish(Request request) throws DriverException {
            try {
                buffers.add(disk.complete(request));
            } catch (DriverException failed) {
                buffers.add(disk.reclaim(request));
            }
        }

        /** A reset device answers no more. */
        private void answer() {
            if (!model.block().kept().isEmpty() && model.queue() != null) {
                model.block().answerKept(model.queue(), random.nextInt(model.block().kept().size()));
            }
        }

        private void transfer() throws DriverException {
            if (!buffers.isEmpty()) {
                Buffer buffer = buffers.get(random.nextInt(buffers.size()));
                if (random.nextBoolean()) {
                    disk.read(sector(), buffer, length());
                } else {
                    disk.write(sector(), buffer, length());
                }
            }
        }

        private long sector() {
            return switch (random.nextInt(6)) {
                case 0 -> random.nextLong();
                case 1 -> 8L * random.nextInt(40);
                default -> random.nextInt(320);
            };
        }

        private int length() {
            return switch (random.nextInt(6)) {
                case 0 -> random.nextInt(70_000);
                case 1 -> 4096 * random.nextInt(5);
                default -> 512 * random.nextInt(20);
            };
        }
    }
}
