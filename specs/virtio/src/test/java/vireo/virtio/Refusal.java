// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Expects a driver's call to fail for one reason. */
final class Refusal {
    private Refusal() {}

    static void expect(Errno errno, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).as("the call has to fail with %s", errno).isInstanceOf(DriverException.class);
        assertThat(((DriverException) thrown).errno()).isEqualTo(errno);
    }
}
