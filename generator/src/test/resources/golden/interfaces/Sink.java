// SPDX-License-Identifier: MIT OR GPL-2.0-only
package interfaces;

import vireo.dsl.DriverException;
import vireo.dsl.U32;

/** Where numbers go. Two classes implement it, so it is called through a table. */
public interface Sink {
    /**
     * Takes a number.
     *
     * @throws DriverException ENOSPC where it is full
     */
    void take(@U32 long number) throws DriverException;
}
