// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.Optional;

/**
 * That a record stands for something that a device has reached.
 *
 * @param from the qualified name of the stage before; empty for the first
 * @param tells bits that were told to the device before the record is made
 * @param confirms bits that the device was seen to have accepted
 * @param abandons bits that are told where a stage is given up
 */
public record Stage(Optional<String> from, long tells, long confirms, long abandons) {}
