// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names in C follow from Java's by one rule. */
class CNamesTest {
    @Test
    void aMethodIsNamedAfterItsTypeAndItself() {
        assertThat(CNames.function("vireo.virtio.VirtQueue", "pollUsed")).isEqualTo("virt_queue_poll_used");
    }

    @Test
    void aRunOfCapitalsIsOneWord() {
        assertThat(CNames.snake("DMAError")).isEqualTo("dma_error");
        assertThat(CNames.snake("readPCIConfig")).isEqualTo("read_pci_config");
        assertThat(CNames.snake("Pl031Clock")).isEqualTo("pl031_clock");
        assertThat(CNames.snake("MAX_SIZE")).isEqualTo("max_size");
    }

    @Test
    void constantsAndRegistersAreMacros() {
        assertThat(CNames.macro("p.VirtQueue", "MAX_SIZE")).isEqualTo("VIRT_QUEUE_MAX_SIZE");
        assertThat(CNames.macro("p.CommonCfg", "deviceStatus")).isEqualTo("COMMON_CFG_DEVICE_STATUS");
    }

    @Test
    void aNameThatCHasTakenGetsAnUnderscore() {
        assertThat(CNames.variable("register")).isEqualTo("register_");
        assertThat(CNames.variable("u8")).isEqualTo("u8_");
        assertThat(CNames.variable("queueSize")).isEqualTo("queue_size");
    }

    @Test
    void theReceiverIsTheLastWordOfItsType() {
        assertThat(CNames.receiver("p.VirtQueue")).isEqualTo("queue");
        assertThat(CNames.receiver("p.DeviceRegister")).isEqualTo("self");
    }
}
