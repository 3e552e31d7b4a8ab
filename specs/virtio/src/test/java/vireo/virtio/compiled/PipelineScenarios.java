// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.virtio.VirtioBlkDevice;
import vireo.virtio.compiled.Disk.Buffer;
import vireo.virtio.compiled.Disk.Request;
import vireo.virtio.model.VirtioPciModel;

/** Several requests in flight. */
final class PipelineScenarios {
    private static final int MICROSECOND = 1_000;

    private PipelineScenarios() {}

    static void addTo(Map<String, Scenario> all) {
        all.put("sixteen requests take one doorbell", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            List<Request> requests = submitReads(disk, 16);
            assertThat(model.doorbells()).isZero();
            disk.kick();
            assertThat(model.doorbells()).isEqualTo(1);
            for (int i = 0; i < 16; i++) {
                completeRead(machine, disk, model, requests.get(i), i);
            }
            assertThat(model.doorbells()).isEqualTo(1);
        });
        all.put("requests are completed out of order by the device and by the caller", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            model.block().keep(true);
            List<Request> requests = submitReads(disk, 8);
            disk.kick();
            assertThat(disk.isComplete(requests.get(0))).isFalse();
            for (int rest = 8; rest > 0; rest--) {
                model.block().answerKept(model.queue(), rest * 5 % 7 % rest);
            }
            for (int i : new int[] {3, 7, 0, 6, 1, 5, 2, 4}) {
                completeRead(machine, disk, model, requests.get(i), i);
            }
        });
        all.put("reads and writes share the queue", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            Buffer from = disk.allocateBuffer(1024);
            machine.fill(from, model.block().disk().read(40, 1024));
            Request write = disk.submitWrite(2, from, 1024);
            Request read = disk.submitRead(3, disk.allocateBuffer(512), 512);
            Buffer got = disk.complete(read);
            assertThat(machine.bytes(got, 512)).isEqualTo(model.block().disk().read(41, 512));
            disk.releaseBuffer(got);
            disk.releaseBuffer(disk.complete(write));
        });
        all.put("completion without a kick starts the request", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            completeRead(machine, disk, model, submitReads(disk, 1).get(0), 0);
            assertThat(model.doorbells()).isEqualTo(1);
        });
        all.put("only so many requests fit and the next keeps its buffer", machine -> {
            VirtioPciModel model = machine.disk().maxQueueSize(256);
            Disk disk = machine.open();
            model.block().keep(true);
            List<Request> requests = submitReads(disk, VirtioBlkDevice.MAX_REQUESTS);
            Buffer refused = disk.allocateBuffer(512);
            machine.refused(Errno.ENOSPC, () -> disk.submitRead(0, refused, 512));
            disk.kick();
            model.block().answerKept(model.queue(), 5);
            completeRead(machine, disk, model, requests.remove(5), 5);
            requests.add(disk.submitRead(0, refused, 512));
            model.block().keep(false);
            disk.kick();
            finish(disk, model, requests);
        });
        all.put("a small queue takes fewer requests", machine -> {
            VirtioPciModel model = machine.disk().maxQueueSize(8);
            Disk disk = machine.open();
            model.block().keep(true);
            List<Request> requests = submitReads(disk, 2);
            Buffer refused = disk.allocateBuffer(512);
            machine.refused(Errno.ENOSPC, () -> disk.submitRead(0, refused, 512));
            disk.kick();
            disk.releaseBuffer(refused);
            finish(disk, model, requests);
        });
        all.put("a failed request gives its buffer back by reclaim", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            model.block().keep(true);
            Request request = submitReads(disk, 1).get(0);
            disk.kick();
            machine.refused(Errno.EBUSY, () -> disk.reclaim(request));
            model.block().failWith(1);
            model.block().answerKept(model.queue(), 0);
            machine.refused(Errno.EIO, () -> disk.complete(request));
            machine.refused(Errno.EIO, () -> disk.complete(request));
            disk.releaseBuffer(disk.reclaim(request));
        });
        all.put("an answer that comes later is waited for", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            model.block().keep(true);
            Request request = submitReads(disk, 1).get(0);
            machine.simulation().clock().schedule(
                    100L * MICROSECOND, () -> model.block().answerKept(model.queue(), 0));
            completeRead(machine, disk, model, request, 0);
        });
        all.put("a device that works beside the driver is notified when it sleeps", machine -> {
            VirtioPciModel model = machine.disk();
            model.serveBeside();
            machine.simulation().concurrently(model::step);
            Disk disk = machine.open();
            for (int round = 0; round < 4; round++) {
                List<Request> requests = submitReads(disk, 5);
                for (int i = 4; i >= 0; i--) {
                    completeRead(machine, disk, model, requests.get(i), i);
                }
            }
            machine.note(model.doorbells() + " doorbells");
        });
        all.put("batches go round a small queue many times", machine -> {
            VirtioPciModel model = machine.disk().maxQueueSize(16);
            Disk disk = machine.open();
            List<Buffer> buffers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                buffers.add(disk.allocateBuffer(512));
            }
            machine.condense();
            for (int round = 0; round < 5_000; round++) {
                List<Request> requests = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    requests.add(disk.submitRead(round % 60 + i, buffers.remove(0), 512));
                }
                disk.kick();
                for (int i = 0; i < 5; i++) {
                    buffers.add(disk.complete(requests.get((i + round) % 5)));
                }
            }
            machine.expand();
            assertThat(model.doorbells()).isEqualTo(5_000);
            buffers.forEach(disk::releaseBuffer);
        });
    }

    private static List<Request> submitReads(Disk disk, int count) throws DriverException {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(disk.submitRead(i, disk.allocateBuffer(512), 512));
        }
        return requests;
    }

    private static void completeRead(Machine machine, Disk disk, VirtioPciModel model, Request request, int sector)
            throws DriverException {
        Buffer buffer = disk.complete(request);
        assertThat(machine.bytes(buffer, 512)).as("sector %d", sector).isEqualTo(model.block().disk().read(sector, 512));
        disk.releaseBuffer(buffer);
    }

    private static void finish(Disk disk, VirtioPciModel model, List<Request> requests) throws DriverException {
        while (!model.block().kept().isEmpty()) {
            model.block().answerKept(model.queue(), 0);
        }
        for (Request request : requests) {
            disk.releaseBuffer(disk.complete(request));
        }
    }
}
