// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.interrupt;

import vireo.dsl.InterruptHandler;

/** A handler that was requested for an interrupt, with what it is told at each call, and where it was requested. */
record RequestedHandler(InterruptHandler handler, long source, String requestedAt) {}
