// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vireo.dsl.Text;

/** What people read of a device. */
class DeviceNamesTest {
    @ParameterizedTest
    @CsvSource({"1, virtio-net7 at home", "2, virtio-blk7 at home", "3, virtio-console7 at home", "4, virtio-rng7 at home"})
    void aDeviceIsCalledAfterItsTypeNumberAndPlace(long type, String name) {
        assertThat(DeviceBringUp.isSupported(type)).isTrue();
        assertThat(DeviceBringUp.nameOf(type, 7, Text.format("home")).toString()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"0", "5", "16", "4294967297", "4294967298"})
    void otherTypesHaveNoDriver(long type) {
        assertThat(DeviceBringUp.isSupported(type)).isFalse();
    }
}
