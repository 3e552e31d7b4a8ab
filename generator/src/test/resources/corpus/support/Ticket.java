// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Linear;
import vireo.dsl.U16;

/** The right to do something once. */
@Linear
public record Ticket(@U16 int number) {}
