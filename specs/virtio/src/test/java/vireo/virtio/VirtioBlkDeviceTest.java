// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Text;
import vireo.dsl.Uint64;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.BlockModel;

/** The block driver against a transport without registers, so that the device's answers are the test's. */
class VirtioBlkDeviceTest {
    private Simulation machine;
    private KernelDma dma;
    private MockTransport transport;
    private VirtioBlkDevice disk;
    private DmaRegion buffer;

    @BeforeEach
    void makeMachine() {
        machine = Simulation.sequential();
        dma = new KernelDma(machine.arena());
        transport = new MockTransport(machine);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        if (buffer != null) {
            disk.releaseBuffer(buffer);
        }
        if (disk != null) {
            disk.release();
        }
        assertThat(dma.held()).as("regions that were not given back").isZero();
        assertThat(transport.violations()).isEmpty();
        machine.close();
    }

    @Test
    @Conforms("drv.basic.conf.3")
    void aReadBringsTheDisksBytes() throws DriverException {
        open(4096);
        disk.read(3, buffer, 4096);
        assertThat(bytes(buffer, 4096)).isEqualTo(transport.block().disk().read(3, 4096));
        assertThat(transport.block().served()).containsExactly("read 3+8");
    }

    @Test
    void aWriteReachesTheDisk() throws DriverException {
        open(1024);
        byte[] data = random(1024);
        view(buffer, 1024).copyFrom(0, data, 0, 1024);
        disk.write(5, buffer, 1024);
        assertThat(transport.block().disk().read(5, 1024)).isEqualTo(data);
    }

    @Test
    void aTransferUsesOnlyAsMuchOfTheBufferAsItIsTold() throws DriverException {
        open(4096);
        disk.read(0, buffer, 512);
        assertThat(bytes(buffer, 4096)).endsWith(new byte[3584]);
        Refusal.expect(Errno.EINVAL, () -> disk.read(0, buffer, 4096 + 512));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 65536, 66048, 131072, 200704})
    void bytesAreCopiedInBothDirectionsWhateverTheirLength(int length) throws DriverException {
        transport.block().capacity(1000);
        open(512);
        byte[] data = random(length);
        disk.writeBytes(7, data);
        assertThat(transport.block().disk().read(7, length)).isEqualTo(data);
        byte[] back = new byte[length];
        disk.readBytes(7, back);
        assertThat(back).isEqualTo(data);
    }

    @Test
    @Conforms("drv.blk.op.4")
    @Conforms("drv.blk.op.5")
    @Conforms("drv.blk.init.1")
    @Conforms("drv.blk.init.3")
    void aFlushCarriesNeitherSectorNorData() throws DriverException {
        open(512);
        disk.flush();
        assertThat(transport.block().served()).containsExactly("flush");
    }

    @Test
    @Conforms("drv.blk.init.2")
    @Conforms("drv.basic.feat.9")
    void aFlushWithoutTheFeatureHasNothingToDo() throws DriverException {
        transport.block().features(1L << 32);
        open(512);
        disk.flush();
        assertThat(transport.block().served()).isEmpty();
    }

    @Test
    @Conforms("drv.basic.feat.1")
    @Conforms("drv.basic.feat.4")
    @Conforms("drv.basic.feat.11")
    @Conforms("drv.basic.resfeat.1")
    @Conforms("drv.basic.feat.2")
    @Conforms("drv.basic.feat.3")
    @Conforms("drv.basic.init.5")
    void onlyImplementedFeaturesAreAcceptedHoweverManyAreOffered() throws DriverException {
        transport.block().features(-1L);
        open(512);
        assertThat(transport.accepted()).isEqualTo(1L << 32 | BlockModel.RO | BlockModel.BLK_SIZE | BlockModel.FLUSH);
    }

    @Test
    @Conforms("drv.basic.init.1")
    @Conforms("drv.basic.status.1")
    void initialisationTakesTheSpecificationsStepsInOrder() throws DriverException {
        open(512);
        assertThat(transport.statusHistory()).containsExactly(
                0, DeviceStatus.ACKNOWLEDGE, DeviceStatus.DRIVER, DeviceStatus.FEATURES_OK, DeviceStatus.DRIVER_OK);
    }

    @Test
    @Conforms("drv.basic.resfeat.2")
    @Conforms("drv.basic.feat.10")
    @Conforms("drv.basic.init.13")
    void aDeviceWithoutVersion1IsGivenUp() {
        transport.block().features(BlockModel.FLUSH);
        Refusal.expect(Errno.EOPNOTSUPP, () -> open(512));
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FAILED);
    }

    @Test
    @Conforms("drv.basic.init.7")
    @Conforms("drv.basic.init.14")
    void aDeviceThatRefusesTheFeaturesIsGivenUp() {
        transport.refuseFeatures();
        Refusal.expect(Errno.EOPNOTSUPP, () -> open(512));
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FEATURES_OK, DeviceStatus.FAILED);
    }

    @Test
    void aDeviceThatDoesNotResetIsLeftAlone() {
        transport.ignoreReset();
        Refusal.expect(Errno.ETIMEDOUT, () -> open(512));
        assertThat(transport.statusHistory()).containsExactly(0);
    }

    @ParameterizedTest
    @CsvSource({"1, EIO", "2, EOPNOTSUPP", "3, EPROTO", "255, EPROTO"})
    void theDevicesStatusBecomesAnError(int status, Errno errno) throws DriverException {
        open(512);
        transport.block().failWith(status);
        Refusal.expect(errno, () -> disk.read(0, buffer, 512));
        Refusal.expect(errno, () -> disk.write(0, buffer, 512));
        Refusal.expect(errno, () -> disk.flush());
        transport.block().failWith(0);
        disk.read(0, buffer, 512);
    }

    @Test
    @Conforms("drv.split.used.1")
    @Conforms("drv.split.used.2")
    void successWithoutAllTheDataIsNoSuccess() throws DriverException {
        open(1024);
        transport.block().misbehave((queue, chain) -> queue.putUsed(chain.head(), transport.block().work(chain) - 512));
        Refusal.expect(Errno.EPROTO, () -> disk.read(0, buffer, 1024));
    }

    @Test
    void anAnswerWithoutAStatusIsNoAnswer() throws DriverException {
        open(512);
        transport.block().misbehave((queue, chain) -> queue.putUsed(chain.head(), 0));
        Refusal.expect(Errno.EPROTO, () -> disk.read(0, buffer, 512));
    }

    @Test
    void anErrorNeedsOnlyTheStatusByte() throws DriverException {
        open(512);
        transport.block().failWith(1);
        transport.block().misbehave((queue, chain) -> {
            transport.block().work(chain);
            queue.putUsed(chain.head(), 1);
        });
        Refusal.expect(Errno.EIO, () -> disk.read(0, buffer, 512));
    }

    @Test
    @Conforms("drv.blk.op.3")
    void aReadOnlyDiskRefusesWritesAndReadsOn() throws DriverException {
        transport.block().features(1L << 32 | BlockModel.RO);
        open(512);
        assertThat(disk.isReadOnly()).isTrue();
        Refusal.expect(Errno.EROFS, () -> disk.write(0, buffer, 512));
        Refusal.expect(Errno.EROFS, () -> disk.writeBytes(0, new byte[512]));
        Refusal.expect(Errno.EROFS, () -> disk.submitWrite(0, buffer, 512));
        disk.read(0, buffer, 512);
        assertThat(transport.block().served()).containsExactly("read 0+1");
    }

    @ParameterizedTest
    @CsvSource({"64, 512", "63, 1024", "0, 33280", "-1, 512", "-1, 1024", "9223372036854775807, 512", "-9223372036854775808, 512"})
    @Conforms("drv.blk.op.2")
    void nothingReachesPastTheEnd(long sector, int length) throws DriverException {
        open(65536);
        Refusal.expect(Errno.ERANGE, () -> disk.read(sector, buffer, length));
        Refusal.expect(Errno.ERANGE, () -> disk.write(sector, buffer, length));
        Refusal.expect(Errno.ERANGE, () -> disk.readBytes(sector, new byte[length]));
        Refusal.expect(Errno.ERANGE, () -> disk.submitRead(sector, buffer, length));
        assertThat(transport.block().served()).isEmpty();
        disk.read(63, buffer, 512);
        disk.read(0, buffer, 32768);
    }

    @Test
    void aDiskOfAllSectorsThereAreIsReadToItsEnd() throws DriverException {
        transport.block().capacity(Uint64.MAX);
        open(1024);
        disk.read(-2L, buffer, 512);
        disk.read(0x1_0000_0000L, buffer, 1024);
        assertThat(transport.block().served()).containsExactly("read 18446744073709551614+1", "read 4294967296+2");
        assertThat(bytes(buffer, 512)).isEqualTo(transport.block().disk().read(0x1_0000_0000L, 512));
        Refusal.expect(Errno.ERANGE, () -> disk.read(-2L, buffer, 1024));
        Refusal.expect(Errno.ERANGE, () -> disk.read(-1L, buffer, 512));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 511, 513, 1023, 0x8000_0000L, 0xFFFF_FE00L})
    @Conforms("drv.blk.op.6")
    @Conforms("drv.split.desc.1")
    void lengthsThatAreNoSectorsAreRefused(long length) throws DriverException {
        open(4096);
        Refusal.expect(Errno.EINVAL, () -> disk.read(0, buffer, length));
        Refusal.expect(Errno.EINVAL, () -> disk.write(0, buffer, length));
        assertThat(transport.block().served()).isEmpty();
    }

    @Test
    void noBytesAreNoTransfer() throws DriverException {
        open(512);
        Refusal.expect(Errno.EINVAL, () -> disk.readBytes(0, new byte[0]));
        Refusal.expect(Errno.EINVAL, () -> disk.writeBytes(0, new byte[100]));
    }

    @Test
    void aDiskOf4096ByteBlocksTakesWholeBlocksOnly() throws DriverException {
        transport.block().blockSize(4096);
        open(8192);
        assertThat(disk.blockSize()).isEqualTo(4096);
        disk.read(8, buffer, 8192);
        assertThat(bytes(buffer, 8192)).isEqualTo(transport.block().disk().read(8, 8192));
        Refusal.expect(Errno.EINVAL, () -> disk.read(0, buffer, 512));
        Refusal.expect(Errno.EINVAL, () -> disk.read(1, buffer, 4096));
        Refusal.expect(Errno.EINVAL, () -> disk.writeBytes(4, new byte[4096]));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 256, 511, 513, 1000, 3072, 4097, 8192, 65536, 0xFFFF_FFFFL})
    void aBlockSizeThatCannotBeIsReported(long blockSize) {
        transport.block().blockSize(blockSize);
        Refusal.expect(Errno.EOPNOTSUPP, () -> open(512));
        assertThat(machine.log().lines().toString()).contains("blocks of " + blockSize + " bytes");
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FAILED);
    }

    @Test
    @Conforms("drv.basic.cfg.4")
    void aBlockSizeThatWasNotOfferedIsNotRead() throws DriverException {
        transport.block().features(1L << 32).blockSize(77);
        open(512);
        assertThat(disk.blockSize()).isEqualTo(512);
    }

    @ParameterizedTest
    @CsvSource({"64, 512, false", "65, 512, true", "64, 1024, true", "0, 4096, true"})
    void aDiskThatChangesIsSeenToChange(long capacity, int blockSize, boolean changed) throws DriverException {
        open(512);
        assertThat(disk.refresh()).as("nothing has changed since it was opened").isFalse();
        transport.block().capacity(capacity).blockSize(blockSize);
        assertThat(disk.refresh()).as("the device has not said so").isFalse();
        transport.changeConfiguration();
        assertThat(disk.refresh()).isEqualTo(changed);
        assertThat(disk.capacity()).isEqualTo(capacity);
        assertThat(disk.blockSize()).isEqualTo(blockSize);
        assertThat(disk.refresh()).isFalse();
    }

    @Test
    void aChangeThatCouldNotBeReadIsNotForgotten() throws DriverException {
        open(512);
        transport.block().capacity(7);
        transport.changeConfiguration();
        machine.addressMap().failMappingAfter(0);
        Refusal.expect(Errno.ENOMEM, () -> disk.refresh());
        assertThat(disk.capacity()).isEqualTo(64);
        assertThat(disk.refresh()).isTrue();
        assertThat(disk.capacity()).isEqualTo(7);
    }

    @Test
    void aReleasedDiskIsResetBeforeItsMemoryGoes() throws DriverException {
        open(512);
        disk.releaseBuffer(buffer);
        buffer = null;
        disk.release();
        disk = null;
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.DRIVER_OK, 0);
    }

    @Test
    void aLegacyDisksEmptyConfigurationIsReadTwiceToo() throws DriverException {
        transport.asLegacy();
        transport.block().capacity(0);
        open(512);
        assertThat(disk.capacity()).isZero();
        long reads = machine.trace().accesses().stream().filter(access -> access.kind() == Kind.REGISTER_READ).count();
        assertThat(reads).as("registers that were read").isEqualTo(6);
    }

    @Test
    void aConfigurationThatNeverRestsIsGivenUp() {
        transport.churn();
        Refusal.expect(Errno.EAGAIN, () -> open(512));
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "5, 4", "128, 128", "256, 256", "1024, 256", "32768, 256", "65535, 256"})
    @Conforms("drv.pci.common.3")
    @Conforms("drv.pci.common.2")
    void theQueueIsTheLargestThatBothSidesSupport(int offered, int taken) throws DriverException {
        transport.queueOf(offered);
        open(512);
        assertThat(transport.queue().size()).isEqualTo(taken);
        disk.read(0, buffer, 512);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aQueueTooSmallForARequestIsRefused(int size) {
        transport.queueOf(size);
        Refusal.expect(Errno.EOPNOTSUPP, () -> open(512));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whicheverAllocationFailsNothingIsLeftBehind(int successes) {
        machine.arena().failAllocationAfter(successes);
        Refusal.expect(Errno.ENOMEM, () -> open(512));
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FAILED);
        assertThat(dma.held()).isZero();
    }

    @Test
    void aQueueThatCannotBeEnabledLeavesNothingBehind() {
        transport.failEnable(Errno.ERANGE);
        Refusal.expect(Errno.ERANGE, () -> open(512));
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FAILED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 16 + 512 + 1, 0xFFFF_FFFFL})
    @Conforms("drv.blk.legacy.2")
    void howMuchALegacyDiskSaysItHasWrittenDoesNotMatter(long counted) throws DriverException {
        transport.asLegacy();
        transport.block().misbehave((queue, chain) -> {
            transport.block().work(chain);
            queue.putUsed(chain.head(), counted);
        });
        open(512);
        disk.read(3, buffer, 512);
        assertThat(bytes(buffer, 512)).isEqualTo(transport.block().disk().read(3, 512));
        disk.write(4, buffer, 512);
        disk.flush();
        assertThat(transport.block().disk().read(4, 512)).isEqualTo(bytes(buffer, 512));
        transport.block().failWith(1);
        Refusal.expect(Errno.EIO, () -> disk.read(3, buffer, 512));
    }

    @Test
    void aLegacyDiskThatAnswersNothingIsNotBelieved() throws DriverException {
        transport.asLegacy();
        transport.block().misbehave((queue, chain) -> queue.putUsed(chain.head(), 512 + 1));
        open(512);
        Refusal.expect(Errno.EPROTO, () -> disk.read(3, buffer, 512));
    }

    @Test
    void seventyThousandReadsGoThroughOneSmallQueue() throws DriverException {
        transport.queueOf(4);
        open(512);
        for (int i = 0; i < 70_000; i++) {
            disk.read(i % 64, buffer, 512);
            machine.trace().clear();
        }
        assertThat(bytes(buffer, 512)).isEqualTo(transport.block().disk().read((70_000 - 1) % 64, 512));
    }

    private void open(long bufferSize) throws DriverException {
        disk = new VirtioBlkDevice(transport, dma, new PollingWait(transport), Text.format("virtio-blk0"));
        buffer = disk.allocateBuffer(bufferSize);
    }

    private static DmaBytes view(DmaRegion region, int length) throws DriverException {
        return region.memory().bytes(0, length);
    }

    private static byte[] bytes(DmaRegion region, int length) throws DriverException {
        byte[] copy = new byte[length];
        view(region, length).copyTo(0, copy, 0, length);
        return copy;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
