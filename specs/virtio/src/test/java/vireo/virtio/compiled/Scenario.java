// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;

/** What happens to a driver, and what is expected of it, whichever life it has. */
@FunctionalInterface
interface Scenario {
    /**
     * Plays it on a new machine. The devices that it leaves are released afterwards.
     *
     * @throws DriverException where a call of the driver fails that should not
     */
    void play(Machine machine) throws DriverException;
}
