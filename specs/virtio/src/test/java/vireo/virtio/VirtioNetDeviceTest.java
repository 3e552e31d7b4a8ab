// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.virtio.model.NetModel;

/** How a network card comes up, what it says of itself, and its link. */
class VirtioNetDeviceTest {
    @Test
    @Conforms("drv.net.cfg.2")
    @Conforms("drv.net.featdep.1")
    @Conforms("drv.net.featdep.2")
    @Conforms("drv.net.featdep.3")
    @Conforms("drv.net.featdep.4")
    @Conforms("drv.net.featdep.5")
    @Conforms("drv.net.featdep.6")
    @Conforms("drv.net.featdep.7")
    @Conforms("drv.net.featdep.8")
    @Conforms("drv.net.featdep.9")
    @Conforms("drv.net.featdep.10")
    @Conforms("drv.net.featdep.11")
    @Conforms("drv.net.featdep.12")
    @Conforms("drv.net.featdep.13")
    @Conforms("drv.net.featdep.14")
    @Conforms("drv.net.featdep.15")
    @Conforms("drv.net.featdep.16")
    @Conforms("drv.net.featdep.17")
    @Conforms("drv.net.featdep.18")
    @Conforms("drv.net.featdep.19")
    @Conforms("drv.net.featdep.20")
    @Conforms("drv.net.featdep.21")
    @Conforms("drv.net.featdep.22")
    @Conforms("drv.net.featdep.23")
    @Conforms("drv.net.featdep.24")
    @Conforms("drv.net.featdep.25")
    @Conforms("drv.net.featdep.26")
    @Conforms("drv.net.cfg.13")
    @Conforms("drv.net.cfg.14")
    void onlyImplementedFeaturesAreAcceptedHoweverManyAreOffered() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            machine.model().features(-1L);
            machine.open();
            assertThat(machine.transport().accepted()).isEqualTo(NetModel.VERSION_1 | NetModel.MAC | NetModel.STATUS);
        }
    }

    @Test
    @Conforms("drv.basic.resfeat.14")
    void ofALegacyDeviceTheLayoutIsAcceptedToo() throws DriverException {
        try (NetMachine machine = new NetMachine().legacy()) {
            machine.model().features(-1L);
            machine.open();
            assertThat(machine.transport().accepted()).isEqualTo(NetModel.ANY_LAYOUT | NetModel.MAC | NetModel.STATUS);
        }
    }

    @Test
    @Conforms("drv.net.legacy-framing.1")
    void aLegacyDeviceThatWantsHeadersApartIsGivenUp() {
        try (NetMachine machine = new NetMachine().legacy()) {
            machine.model().features(NetModel.MAC | NetModel.STATUS);
            Refusal.expect(Errno.EOPNOTSUPP, machine::open);
            assertThat(machine.transport().statusHistory()).endsWith(DeviceStatus.FAILED);
        }
    }

    @Test
    @Conforms("drv.net.ctrl-rx.1")
    @Conforms("drv.net.ctrl-rx.2")
    @Conforms("drv.net.ctrl-mac.1")
    @Conforms("drv.net.hashtun.1")
    @Conforms("drv.net.rss.1")
    @Conforms("drv.net.rssctx.1")
    @Conforms("drv.net.coal.2")
    @Conforms("drv.net.coal.3")
    void aControlQueueIsLeftAloneSoThatNothingIsEverCommanded() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            machine.model().features(-1L).queues(3);
            VirtioNetDevice card = machine.open();
            card.send(NetMachine.frame(1, 60), 60);
            assertThat(machine.model().queue(2)).isNull();
        }
    }

    @Test
    void initialisationTakesTheSpecificationsStepsInOrder() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            machine.open();
            assertThat(machine.transport().statusHistory()).containsExactly(
                    0, DeviceStatus.ACKNOWLEDGE, DeviceStatus.DRIVER, DeviceStatus.FEATURES_OK, DeviceStatus.DRIVER_OK);
            assertThat(machine.model().receiveBuffers()).isEqualTo(NetQueue.MAX_BUFFERS);
        }
    }

    @Test
    @Conforms("drv.net.cfg.3")
    @Conforms("drv.net.cfg.1")
    void theAddressIsTheDevices() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            machine.model().address(0x00, 0x1B, 0xC5, 0x80, 0xFF, 0x7F);
            MacAddress address = machine.open().address();
            assertThat(address.bits()).isEqualTo(0x001B_C580_FF7FL);
            assertThat(new int[] {address.octet(0), address.octet(1), address.octet(2), address.octet(3), address.octet(4),
                address.octet(5)}).containsExactly(0x00, 0x1B, 0xC5, 0x80, 0xFF, 0x7F);
            assertThat(address.isLocallyAdministered()).isFalse();
        }
    }

    @Test
    @Conforms("drv.net.cfg.4")
    @Conforms("drv.net.cfg.5")
    @Conforms("drv.basic.cfg.4")
    void aCardWithoutAddressOrStatusIsNotAskedForThem() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            machine.model().features(NetModel.VERSION_1).status(0);
            VirtioNetDevice card = machine.open();
            assertThat(machine.model().configReads()).isEmpty();
            assertThat(card.isLinkUp()).isTrue();
            assertThat(card.address().isLocallyAdministered()).isTrue();
            assertThat(card.address().octet(0)).as("locally administered, one receiver").isEqualTo(0x02);
            machine.transport().changeConfiguration();
            assertThat(card.refresh()).isFalse();
            assertThat(machine.model().configReads()).isEmpty();
        }
    }

    @Test
    @Conforms("drv.net.cfg.4")
    void aMadeUpAddressFollowsFromTheName() throws DriverException {
        long first = madeUpAddress("virtio-net at 00:04.0");
        assertThat(madeUpAddress("virtio-net at 00:04.0")).isEqualTo(first);
        assertThat(madeUpAddress("virtio-net at 00:05.0")).isNotEqualTo(first);
    }

    @Test
    @Conforms("drv.basic.cfg.6")
    void ofACardWithAnAddressOnlyNothingBehindItIsRead() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            machine.model().features(NetModel.VERSION_1 | NetModel.MAC);
            machine.open();
            assertThat(machine.model().configReads()).containsExactly(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    @Conforms("drv.basic.cfg.2")
    @Conforms("drv.basic.cfg.3")
    void anAddressThatChangesWhileItIsReadIsReadAgain() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            machine.model().address(1, 1, 1, 1, 1, 1);
            afterReads(machine, 5, () -> {
                machine.model().address(2, 2, 2, 2, 2, 2);
                machine.transport().changeConfiguration();
            });
            assertThat(machine.open().address().bits()).isEqualTo(0x0202_0202_0202L);
        }
    }

    @Test
    @Conforms("drv.basic.cfg.7")
    void ofALegacyCardTwoReadingsOfTheAddressHaveToAgree() throws DriverException {
        try (NetMachine machine = new NetMachine().legacy()) {
            machine.model().address(1, 1, 1, 1, 1, 1);
            afterReads(machine, 5, () -> machine.model().address(2, 2, 2, 2, 2, 2));
            assertThat(machine.open().address().bits()).isEqualTo(0x0202_0202_0202L);
        }
    }

    @Test
    void anAddressThatNeverRestsIsGivenUp() {
        try (NetMachine machine = new NetMachine()) {
            machine.transport().churn();
            Refusal.expect(Errno.EAGAIN, machine::open);
            assertThat(machine.transport().statusHistory()).endsWith(DeviceStatus.FAILED);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Conforms("drv.net.cfg.6")
    @Conforms("drv.net.cfg.15")
    void theLinkGoesDownAndUp(boolean legacy) throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            if (legacy) {
                machine.legacy();
            }
            VirtioNetDevice card = machine.open();
            assertThat(card.isLinkUp()).isTrue();
            assertThat(card.refresh()).as("nothing has changed").isFalse();
            setLink(machine, 0);
            assertThat(card.isLinkUp()).as("nobody has looked yet").isTrue();
            assertThat(card.refresh()).isTrue();
            assertThat(card.isLinkUp()).isFalse();
            assertThat(card.refresh()).isFalse();
            setLink(machine, 0xFFFE);
            assertThat(card.refresh()).as("the other bits are not the link").isFalse();
            setLink(machine, 1);
            assertThat(card.refresh()).isTrue();
            assertThat(card.isLinkUp()).isTrue();
        }
    }

    @Test
    void theLinkIsNotLookedAtWhereNothingHasChanged() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            VirtioNetDevice card = machine.open();
            assertThat(card.refresh()).as("the first look, after the device has started").isFalse();
            machine.model().configReads().clear();
            assertThat(card.refresh()).isFalse();
            assertThat(machine.model().configReads()).isEmpty();
            machine.transport().changeConfiguration();
            assertThat(card.refresh()).isFalse();
            assertThat(machine.model().configReads()).containsExactly(6, 7);
        }
    }

    @Test
    void aLinkThatCannotBeReadIsReadLater() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            VirtioNetDevice card = machine.open();
            setLink(machine, 0);
            machine.simulation().addressMap().failMappingAfter(0);
            Refusal.expect(Errno.ENOMEM, card::refresh);
            assertThat(card.isLinkUp()).isTrue();
            assertThat(card.refresh()).isTrue();
            assertThat(card.isLinkUp()).isFalse();
        }
    }

    @Test
    void aCardWhoseLinkIsDownComesUpAllTheSame() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            machine.model().status(0);
            VirtioNetDevice card = machine.open();
            assertThat(card.isLinkUp()).isFalse();
            card.send(NetMachine.frame(0, 60), 60);
            assertThat(machine.model().sent()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "64, 64", "256, 64", "32768, 64"})
    void queuesOfAnySizeWork(int offered, int taken) throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            machine.transport().queueOf(offered);
            VirtioNetDevice card = machine.open();
            assertThat(machine.model().queue(NetModel.RECEIVE).size()).isEqualTo(taken);
            assertThat(machine.model().receiveBuffers()).isEqualTo(taken);
            card.send(NetMachine.frame(1, 100), 100);
            machine.model().deliver(NetMachine.frame(2, 100));
            byte[] received = new byte[100];
            assertThat(card.receive(received)).isEqualTo(100);
            assertThat(received).isEqualTo(NetMachine.frame(2, 100));
        }
    }

    @Test
    void aCardWithoutQueuesIsRefused() {
        try (NetMachine machine = new NetMachine()) {
            machine.transport().queueOf(0);
            Refusal.expect(Errno.EOPNOTSUPP, machine::open);
        }
    }

    @Test
    void whicheverAllocationFailsNothingIsLeftBehind() throws DriverException {
        int failures = 0;
        for (; ; failures++) {
            try (NetMachine machine = new NetMachine()) {
                machine.simulation().arena().failAllocationAfter(failures);
                try {
                    machine.open();
                    break;
                } catch (DriverException e) {
                    assertThat(e.errno()).isEqualTo(Errno.ENOMEM);
                    assertThat(machine.transport().statusHistory()).endsWith(DeviceStatus.FAILED);
                }
            }
        }
        assertThat(failures).as("a ring and buffers for each of two queues").isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whicheverMappingFailsNothingIsLeftBehind(int successes) {
        try (NetMachine machine = new NetMachine()) {
            machine.simulation().addressMap().failMappingAfter(successes);
            Refusal.expect(Errno.ENOMEM, machine::open);
        }
    }

    @Test
    void aQueueThatCannotBeEnabledLeavesNothingBehind() {
        try (NetMachine machine = new NetMachine()) {
            machine.transport().failEnable(Errno.ERANGE);
            Refusal.expect(Errno.ERANGE, machine::open);
            assertThat(machine.transport().statusHistory()).endsWith(DeviceStatus.FAILED);
        }
    }

    @Test
    void aDeviceThatKnowsOfOneQueueIsResetWhereTheOtherCannotBeEnabled() {
        try (NetMachine machine = new NetMachine()) {
            machine.transport().failEnable(NetTransmitter.QUEUE, Errno.EIO);
            Refusal.expect(Errno.EIO, machine::open);
            assertThat(machine.transport().statusHistory()).endsWith(0, DeviceStatus.FAILED);
            assertThat(machine.transport().queue(NetReceiver.QUEUE)).as("a queue whose memory is gone").isNull();
        }
    }

    @Test
    void whereADeviceThatKnowsOfAQueueCannotBeResetItsMemoryIsKept() {
        try (NetMachine machine = new NetMachine()) {
            machine.transport().failEnable(NetTransmitter.QUEUE, Errno.EIO);
            machine.model().afterConfigRead(machine.transport()::ignoreReset);
            Refusal.expect(Errno.EIO, machine::open);
            assertThat(machine.dma().held()).as("regions that the device may use").isEqualTo(4);
            machine.expectLoss();
        }
    }

    @Test
    void aLinkThatGoesDownBeforeTheDeviceStartsIsSeen() throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            VirtioNetDevice card = machine.open();
            // Between the driver's look and DRIVER_OK: the device announces nothing yet.
            machine.model().status(0);
            assertThat(card.refresh()).isTrue();
            assertThat(card.isLinkUp()).isFalse();
            assertThat(card.refresh()).isFalse();
        }
    }

    private static long madeUpAddress(String name) throws DriverException {
        try (NetMachine machine = new NetMachine()) {
            machine.model().features(NetModel.VERSION_1);
            return machine.open(name).address().bits();
        }
    }

    private static void setLink(NetMachine machine, int status) {
        machine.model().status(status);
        machine.transport().changeConfiguration();
    }

    /** Lets something happen after so many bytes of the configuration were read. */
    private static void afterReads(NetMachine machine, int reads, Runnable event) {
        int[] left = {reads};
        machine.model().afterConfigRead(() -> {
            if (--left[0] == 0) {
                event.run();
            }
        });
    }
}
