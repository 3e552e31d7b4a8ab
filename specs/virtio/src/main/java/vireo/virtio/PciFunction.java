// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.ByteOffset;
import vireo.dsl.PciAddress;
import vireo.dsl.PciBus;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U8;
import vireo.dsl.Unitless;

/**
 * One function on a PCI bus.
 *
 * @param bus the domain that it is in
 * @param address bus number &lt;&lt; 8 | device &lt;&lt; 3 | function
 */
public record PciFunction(PciBus bus, @PciAddress @U16 int address) {
    /** Reads 8 bits of configuration space. */
    public @U8 int read8(@ByteOffset @Range(max = 4095) int offset) {
        return bus.read8(address, offset);
    }

    /** Reads 16 bits of configuration space, at an even offset. */
    public @U16 int read16(@ByteOffset @Range(max = 4094) int offset) {
        return bus.read16(address, offset);
    }

    /** Reads 32 bits of configuration space, at an offset that is a multiple of 4. */
    public @U32 long read32(@ByteOffset @Range(max = 4092) int offset) {
        return bus.read32(address, offset);
    }

    /** Writes 16 bits of configuration space, at an even offset. */
    public void write16(@ByteOffset @Range(max = 4094) int offset, @U16 int value) {
        bus.write16(address, offset, value);
    }

    /** Writes 32 bits of configuration space, at an offset that is a multiple of 4. */
    public void write32(@ByteOffset @Range(max = 4092) int offset, @U32 long value) {
        bus.write32(address, offset, value);
    }

    /** Sets bits of the command register and clears others. */
    public void changeCommand(@U16 int set, @U16 int clear) {
        write16(PciConfig.COMMAND, read16(PciConfig.COMMAND) & ~clear | set);
    }

    /** The number of the bus. */
    public @U8 int busNumber() {
        return (@Unitless int) address >> 8;
    }

    /** The number of the device on its bus. */
    public @Range(max = 31) int deviceNumber() {
        return (@Unitless int) address >> 3 & 31;
    }

    /** The number of the function in its device. */
    public @Range(max = 7) int functionNumber() {
        return (@Unitless int) address & 7;
    }
}
