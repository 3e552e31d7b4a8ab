// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DeviceSays;
import vireo.dsl.TellsDevice;
import vireo.dsl.U8;

/** What is told bits of its status; the cases share it. */
public interface Announcing {
    /** The status. */
    @DeviceSays
    @U8 int status();

    /** Adds bits to it. */
    @TellsDevice
    void announce(@U8 int bits);
}
