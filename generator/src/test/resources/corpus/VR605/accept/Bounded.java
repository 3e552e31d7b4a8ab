// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U8;

/** As much as came, and no more. */
public final class Bounded {
    private static final int SIZE = 64;
    private static final int HEADER = 12;

    private final Finisher queue;
    private final @Length("SIZE") DmaBytes buffer;
    private @Delivered @Range(max = SIZE) int kept;

    /** Receives from a queue. */
    public Bounded(Finisher queue, @Length("SIZE") DmaBytes buffer) {
        this.queue = queue;
        this.buffer = buffer;
        this.kept = 0;
    }

    /** Copies what came. */
    public int receive(byte[] to) throws DriverException {
        Finish finish = queue.take();
        int length = finish.length();
        if (finish.request() == Finish.NONE || length > SIZE || length > to.length) {
            return 0;
        }
        buffer.copyTo(0, to, 0, length);
        return length;
    }

    /** Keeps the length, or what there is room for. */
    public void note() throws DriverException {
        Finish finish = queue.take();
        kept = finish.length() < SIZE ? finish.length() : SIZE;
    }

    /** Copies what was noted. */
    public void copy(@Length("SIZE") byte[] to) {
        buffer.copyTo(0, to, 0, kept);
    }

    /** The frame behind the header. */
    public int frame(@Length("SIZE") byte[] to) throws DriverException {
        int length = queue.take().length();
        if (length < HEADER || length > SIZE) {
            throw new DriverException(Errno.EPROTO);
        }
        buffer.copyTo(HEADER, to, 0, length - HEADER);
        return length - HEADER;
    }

    /** The sum of what came, by a helper and a view. */
    public @U8 int all(@Delivered @Range(max = SIZE) int length) {
        return sum(buffer.slice(0, length));
    }

    private static @U8 int sum(DmaBytes bytes) {
        @U8 int sum = 0;
        for (int i = 0; i < bytes.length(); i++) {
            sum = (sum + bytes.get(i)) & 0xFF;
        }
        return sum;
    }
}
