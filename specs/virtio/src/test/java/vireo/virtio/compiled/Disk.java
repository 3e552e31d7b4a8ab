// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;

/** One disk of a {@link Driver}: {@link vireo.virtio.VirtioBlkDevice}'s methods, for both lives. */
interface Disk extends Unit {
    /** The size in sectors of 512 bytes, unsigned. */
    long capacity();

    /** Bytes of a block. */
    int blockSize();

    /** Whether writes are refused. */
    boolean isReadOnly();

    /** Takes over a size that has changed; the result is whether it has. */
    boolean refresh() throws DriverException;

    /** Reads into a buffer. */
    void read(long sector, Buffer buffer, long length) throws DriverException;

    /** Writes from a buffer. */
    void write(long sector, Buffer buffer, long length) throws DriverException;

    /** Reads into ordinary memory. */
    void readBytes(long sector, byte[] data) throws DriverException;

    /** Writes from ordinary memory. */
    void writeBytes(long sector, byte[] data) throws DriverException;

    /** Makes earlier writes durable. */
    void flush() throws DriverException;

    /** Submits a read; the buffer is the request's until the request gives it back. */
    Request submitRead(long sector, Buffer buffer, long length) throws DriverException;

    /** Submits a write; the buffer is the request's until the request gives it back. */
    Request submitWrite(long sector, Buffer buffer, long length) throws DriverException;

    /** Tells the device of what was submitted. */
    void kick();

    /** Whether the device has answered a request. */
    boolean isComplete(Request request) throws DriverException;

    /** Waits for a request; the result is its buffer. */
    Buffer complete(Request request) throws DriverException;

    /** Ends a request that failed; the result is its buffer. */
    Buffer reclaim(Request request) throws DriverException;

    /** Allocates memory that the device can reach. */
    Buffer allocateBuffer(long size) throws DriverException;

    /** Gives it back. */
    void releaseBuffer(Buffer buffer);

    /** Memory that the device can reach. */
    interface Buffer {
        /** Its address for devices. */
        long physical();
    }

    /** A request in flight. */
    interface Request {}
}
