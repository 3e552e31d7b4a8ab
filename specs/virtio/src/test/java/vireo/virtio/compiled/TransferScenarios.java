// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import vireo.dsl.Errno;
import vireo.virtio.compiled.Disk.Buffer;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.VirtioPciModel;

/** Requests, one after the other. */
final class TransferScenarios {
    private static final long BEYOND_LONG = Long.MIN_VALUE;

    private TransferScenarios() {}

    static void addTo(Map<String, Scenario> all) {
        all.put("a read brings the disk's bytes", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            Buffer buffer = disk.allocateBuffer(4096);
            disk.read(3, buffer, 4096);
            assertThat(machine.bytes(buffer, 4096)).isEqualTo(model.block().disk().read(3, 4096));
            disk.releaseBuffer(buffer);
        });
        all.put("a write reaches the disk", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            Buffer buffer = disk.allocateBuffer(1024);
            machine.fill(buffer, random(1024));
            disk.write(5, buffer, 1024);
            assertThat(model.block().disk().read(5, 1024)).isEqualTo(random(1024));
            disk.releaseBuffer(buffer);
        });
        all.put("a flush reaches the disk", machine -> {
            VirtioPciModel model = machine.disk();
            machine.open().flush();
            assertThat(model.block().served()).containsExactly("flush");
        });
        all.put("a flush without the feature has nothing to do", machine -> {
            VirtioPciModel model = machine.disk();
            model.block().features(1L << 32);
            machine.open().flush();
            assertThat(model.block().served()).isEmpty();
        });
        all.put("bytes are copied in both directions whatever their length", machine -> {
            VirtioPciModel model = machine.disk();
            model.block().capacity(1000);
            Disk disk = machine.open();
            for (int length : new int[] {512, 1024, 65536, 66048, 131072, 200704}) {
                disk.writeBytes(7, random(length));
                assertThat(model.block().disk().read(7, length)).isEqualTo(random(length));
                byte[] back = new byte[length];
                disk.readBytes(7, back);
                assertThat(back).isEqualTo(random(length));
            }
        });
        all.put("every sector has its own bytes", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            for (int sector = 0; sector < 64; sector++) {
                byte[] bytes = new byte[512];
                disk.readBytes(sector, bytes);
                assertThat(bytes).as("sector %d", sector).isEqualTo(model.block().disk().read(sector, 512));
            }
        });
        all.put("a read-only disk refuses writes and reads on", machine -> {
            machine.disk().block().features(1L << 32 | BlockModel.RO);
            Disk disk = machine.open();
            assertThat(disk.isReadOnly()).isTrue();
            Buffer buffer = disk.allocateBuffer(512);
            machine.refused(Errno.EROFS, () -> disk.write(0, buffer, 512));
            machine.refused(Errno.EROFS, () -> disk.writeBytes(0, new byte[512]));
            machine.refused(Errno.EROFS, () -> disk.submitWrite(0, buffer, 512));
            disk.read(0, buffer, 512);
            disk.releaseBuffer(buffer);
        });
        all.put("nothing reaches past the end", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            Buffer buffer = disk.allocateBuffer(65536);
            for (long sector : new long[] {64, 65, -1, -2, Long.MAX_VALUE, BEYOND_LONG}) {
                machine.refused(Errno.ERANGE, () -> disk.read(sector, buffer, 512));
                machine.refused(Errno.ERANGE, () -> disk.write(sector, buffer, 1024));
                machine.refused(Errno.ERANGE, () -> disk.readBytes(sector, new byte[512]));
                machine.refused(Errno.ERANGE, () -> disk.writeBytes(sector, new byte[512]));
                machine.refused(Errno.ERANGE, () -> disk.submitRead(sector, buffer, 512));
            }
            machine.refused(Errno.ERANGE, () -> disk.read(63, buffer, 1024));
            machine.refused(Errno.ERANGE, () -> disk.read(0, buffer, 33280));
            assertThat(model.block().served()).isEmpty();
            disk.read(63, buffer, 512);
            disk.read(0, buffer, 32768);
            disk.releaseBuffer(buffer);
        });
        all.put("a disk of all sectors there are is read to its end", machine -> {
            machine.disk().block().capacity(-1);
            Disk disk = machine.open();
            assertThat(disk.capacity()).isEqualTo(-1);
            Buffer buffer = disk.allocateBuffer(1024);
            disk.read(-2, buffer, 512);
            disk.read(0x1_0000_0000L, buffer, 1024);
            machine.refused(Errno.ERANGE, () -> disk.read(-2, buffer, 1024));
            machine.refused(Errno.ERANGE, () -> disk.read(-1, buffer, 512));
            disk.releaseBuffer(buffer);
        });
        all.put("lengths that are no sectors, or not in the buffer, are refused", machine -> {
            machine.disk();
            Disk disk = machine.open();
            Buffer buffer = disk.allocateBuffer(4096);
            for (long length : new long[] {0, 1, 511, 513, 1023, 4608, 0x4000_0200L, 0x8000_0000L, 0xFFFF_FE00L, 0xFFFF_FFFFL}) {
                machine.refused(Errno.EINVAL, () -> disk.read(0, buffer, length));
                machine.refused(Errno.EINVAL, () -> disk.submitWrite(0, buffer, length));
            }
            machine.refused(Errno.EINVAL, () -> disk.readBytes(0, new byte[0]));
            machine.refused(Errno.EINVAL, () -> disk.writeBytes(0, new byte[100]));
            disk.releaseBuffer(buffer);
        });
        all.put("a disk of 4096-byte blocks takes whole blocks only", machine -> {
            VirtioPciModel model = machine.disk();
            model.block().blockSize(4096);
            Disk disk = machine.open();
            assertThat(disk.blockSize()).isEqualTo(4096);
            Buffer buffer = disk.allocateBuffer(8192);
            disk.read(8, buffer, 8192);
            assertThat(machine.bytes(buffer, 8192)).isEqualTo(model.block().disk().read(8, 8192));
            machine.refused(Errno.EINVAL, () -> disk.read(0, buffer, 512));
            machine.refused(Errno.EINVAL, () -> disk.read(1, buffer, 4096));
            machine.refused(Errno.EINVAL, () -> disk.writeBytes(4, new byte[4096]));
            disk.writeBytes(16, random(4096));
            disk.releaseBuffer(buffer);
        });
        all.put("the device's status becomes an error, and the next request is another one", machine -> {
            VirtioPciModel model = machine.disk();
            Disk disk = machine.open();
            Buffer buffer = disk.allocateBuffer(512);
            Map<Integer, Errno> errors = Map.of(1, Errno.EIO, 2, Errno.EOPNOTSUPP, 3, Errno.EPROTO, 255, Errno.EPROTO);
            for (int status : new int[] {1, 2, 3, 255}) {
                model.block().failWith(status);
                machine.refused(errors.get(status), () -> disk.read(0, buffer, 512));
                machine.refused(errors.get(status), () -> disk.write(0, buffer, 512));
                machine.refused(errors.get(status), disk::flush);
                machine.refused(errors.get(status), () -> disk.readBytes(0, new byte[512]));
            }
            model.block().failWith(0);
            disk.read(0, buffer, 512);
            disk.releaseBuffer(buffer);
        });
        all.put("queues of any size work", machine -> {
            for (int size : new int[] {4, 8, 128, 256, 1024, 32768}) {
                machine.disk(size % 27 << 3).maxQueueSize(size);
            }
            assertThat(machine.probe()).isEqualTo(6);
            for (Disk disk : machine.disks()) {
                disk.readBytes(9, new byte[1024]);
            }
        });
        all.put("a doorbell with an offset rings at its place", machine -> {
            machine.disk().notifyOffset(7);
            machine.open().flush();
        });
        all.put("seventy thousand reads go through one small queue", machine -> {
            VirtioPciModel model = machine.disk().maxQueueSize(4);
            Disk disk = machine.open();
            Buffer buffer = disk.allocateBuffer(512);
            machine.condense();
            for (int i = 0; i < 70_000; i++) {
                disk.read(i % 64, buffer, 512);
            }
            machine.expand();
            assertThat(machine.bytes(buffer, 512)).isEqualTo(model.block().disk().read(69_999 % 64, 512));
            disk.releaseBuffer(buffer);
        });
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
