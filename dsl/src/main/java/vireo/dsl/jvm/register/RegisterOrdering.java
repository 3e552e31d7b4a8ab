// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

/** What register accesses mean for the order of accesses to device-visible memory. */
public interface RegisterOrdering {
    /** The driver is about to access a register or configuration space. */
    void beforeAccess();

    /** The device has to see every earlier store before the write that follows. */
    void beforeRegisterWrite();

    /** No later load may happen before the read that was just done. */
    void afterRegisterRead();
}
