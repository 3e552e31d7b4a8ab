// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.virtio.compiled.Disk.Buffer;
import vireo.virtio.compiled.Disk.Request;
import vireo.virtio.model.BlockModel.Fault;
import vireo.virtio.model.VirtioPciModel;

/** Devices that do not answer, or not what they should. */
final class HostileScenarios {
    /** The clock of a machine that waits runs fast, or the transcript would be long. */
    private static final long MILLISECONDS_A_BREATH = 20;

    private static final long NANOSECONDS = 1_000_000;

    private HostileScenarios() {}

    static void addTo(Map<String, Scenario> all) {
        all.put("a device that hangs is reset before its memory is given back", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            model.block().keep(true);
            hurry(machine);
            List<Request> requests = submitReads(disk, 2);
            disk.kick();
            machine.refused(Errno.ETIMEDOUT, () -> disk.complete(requests.get(0)));
            assertThat(model.statusHistory()).endsWith(0);
            machine.refused(Errno.EIO, () -> disk.complete(requests.get(1)));
            for (Request request : requests) {
                disk.releaseBuffer(disk.reclaim(request));
            }
            assertDead(machine, disk);
        });
        all.put("a blocking read on a hung device ends and leaves the buffer to its owner", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            model.block().keep(true);
            hurry(machine);
            Buffer buffer = disk.allocateBuffer(512);
            machine.refused(Errno.ETIMEDOUT, () -> disk.read(0, buffer, 512));
            disk.releaseBuffer(buffer);
            assertDead(machine, disk);
        });
        all.put("memory of a device that ignores its reset is never used again", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            model.block().keep(true);
            model.resetAfterReads(Integer.MAX_VALUE);
            hurry(machine);
            machine.expectKeptMemory();
            Buffer buffer = disk.allocateBuffer(512);
            machine.refused(Errno.ETIMEDOUT, () -> disk.read(0, buffer, 512));
            disk.releaseBuffer(buffer);
            machine.refused(Errno.ESHUTDOWN, () -> disk.allocateBuffer(512));
            assertThat(disk.regionsHeld()).isEqualTo(3);
        });
        all.put("a device that needs a reset is not waited for without end", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            model.needReset();
            hurry(machine);
            machine.refused(Errno.ETIMEDOUT, disk::flush);
            assertThat(machine.logged()).contains("device status 0x4f");
        });
        for (long id : new long[] {1, 127, 128, 255, 256, 65_535, 65_536, 0x8000_0000L, 0xFFFF_FFFFL}) {
            breaks(all, "gives back chain " + id + ", which it does not have", Errno.EPROTO,
                    model -> (queue, chain) -> queue.putUsed(id, 1));
        }
        for (long length : new long[] {514, 0x8000_0000L, 0xFFFF_FFFFL}) {
            breaks(all, "claims to have written " + length + " bytes of 513", Errno.EPROTO,
                    model -> (queue, chain) -> {
                        model.block().work(chain);
                        queue.putUsed(chain.head(), length);
                    });
        }
        for (int ahead : new int[] {2, 129, 32_768, 65_535}) {
            breaks(all, "moves its index on by " + ahead + " for one request", Errno.EPROTO,
                    model -> (queue, chain) -> {
                        queue.stageUsed(chain.head(), model.block().work(chain));
                        queue.publishUsed(ahead);
                    });
        }
        for (long length : new long[] {0, 1, 512}) {
            all.put("success with " + length + " bytes written of 513 is no success", machine -> {
                VirtioPciModel model = machine.disk();
                Disk disk = machine.open();
                Buffer buffer = disk.allocateBuffer(512);
                model.block().misbehave((queue, chain) -> {
                    model.block().work(chain);
                    queue.putUsed(chain.head(), length);
                });
                machine.refused(Errno.EPROTO, () -> disk.read(0, buffer, 512));
                model.block().misbehave(null);
                disk.read(0, buffer, 512);
                disk.releaseBuffer(buffer);
            });
        }
        all.put("a request that is answered twice is believed once", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            List<Request> requests = submitReads(disk, 2);
            List<Integer> answered = new ArrayList<>();
            model.block().misbehave((queue, chain) -> {
                answered.add(chain.head());
                queue.putUsed(answered.get(0), model.block().work(chain));
            });
            disk.kick();
            disk.releaseBuffer(disk.complete(requests.get(0)));
            machine.refused(Errno.EPROTO, () -> disk.complete(requests.get(1)));
            disk.releaseBuffer(disk.reclaim(requests.get(1)));
            assertDead(machine, disk);
        });
        all.put("a device that offers all features gets what the driver knows", machine -> {
            VirtioPciModel model = machine.disk();
            model.block().features(-1);
            machine.open();
            machine.note("features " + Long.toHexString(model.driverFeatures()));
        });
        for (long size : new long[] {0, 1, 511, 513, 1000, 4097, 8192, 0xFFFF_FFFFL}) {
            all.put("blocks of " + size + " bytes are refused", machine -> {
                machine.disk().block().blockSize(size);
                assertThat(machine.probe()).isZero();
                assertThat(machine.logged()).contains("blocks of " + size + " bytes");
            });
        }
        all.put("a disk that is pulled out is given up, and its memory kept", machine -> {
            machine.disk();
            Disk disk = machine.open();
            Buffer buffer = disk.allocateBuffer(512);
            hurry(machine);
            machine.pullOut();
            machine.expectKeptMemory();
            machine.refused(Errno.ETIMEDOUT, () -> disk.read(0, buffer, 512));
            disk.releaseBuffer(buffer);
        });
        all.put("a disk that is pulled out under requests in flight fails them all", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            model.block().keep(true);
            List<Request> requests = submitReads(disk, 3);
            disk.kick();
            hurry(machine);
            machine.pullOut();
            machine.expectKeptMemory();
            machine.refused(Errno.ETIMEDOUT, () -> disk.complete(requests.get(1)));
            for (Request request : requests) {
                machine.refused(Errno.EIO, () -> disk.complete(request));
                disk.releaseBuffer(disk.reclaim(request));
            }
        });
        all.put("a device that keeps its answers is waited for in vain", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            model.block().misbehave((queue, chain) -> { });
            hurry(machine);
            Buffer buffer = disk.allocateBuffer(512);
            machine.refused(Errno.ETIMEDOUT, () -> disk.write(0, buffer, 512));
            disk.releaseBuffer(buffer);
        });
    }

    /** What a device does to a request, made for a model. */
    private interface Misbehaviour {
        Fault of(VirtioPciModel model);
    }

    private static void breaks(Map<String, Scenario> all, String how, Errno errno, Misbehaviour behaviour) {
        all.put("a device that " + how + " is stopped", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            Buffer buffer = disk.allocateBuffer(512);
            model.block().misbehave(behaviour.of(model));
            machine.refused(errno, () -> disk.read(0, buffer, 512));
            assertThat(model.statusHistory()).endsWith(0);
            disk.releaseBuffer(buffer);
            assertDead(machine, disk);
        });
    }

    private static void hurry(Machine machine) {
        machine.simulation().concurrently(
                () -> machine.simulation().clock().advance(MILLISECONDS_A_BREATH * NANOSECONDS));
    }

    private static List<Request> submitReads(Disk disk, int count) throws DriverException {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(disk.submitRead(i, disk.allocateBuffer(512), 512));
        }
        return requests;
    }

    private static void assertDead(Machine machine, Disk disk) throws DriverException {
        Buffer buffer = disk.allocateBuffer(512);
        machine.refused(Errno.ESHUTDOWN, () -> disk.read(0, buffer, 512));
        machine.refused(Errno.ESHUTDOWN, () -> disk.write(0, buffer, 512));
        machine.refused(Errno.ESHUTDOWN, disk::flush);
        machine.refused(Errno.ESHUTDOWN, () -> disk.submitRead(0, buffer, 512));
        disk.releaseBuffer(buffer);
    }
}
