// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of QEMU's block driver {@code blklogwrites}, in the format of the device mapper's log-writes
 * target: a header sector, then for each entry a sector that describes it and the data written.
 */
final class WriteLog {

    /** Bytes in a sector of the log. */
    static final int SECTOR = 512;

    private static final long MAGIC = 0x6a736677736872L;
    private static final int NUMBER_OF_ENTRIES = 16;
    private static final int SECTORS_OF_ENTRY = 8;
    private static final int FLAGS_OF_ENTRY = 16;
    private static final long FLUSH = 1;

    private WriteLog() {}

    /** Makes the empty file that QEMU wants to find. */
    static Path create(Path log) {
        try {
            return Files.createFile(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries in order: {@code flush}, or {@code write <sectors> at <sector>}. */
    static List<String> read(Path log) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(log)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < SECTOR || bytes.getLong(0) != MAGIC) {
            throw new AssertionError(log + " is no log of writes");
        }
        List<String> entries = new ArrayList<>();
        int at = SECTOR;
        for (long i = 0; i < bytes.getLong(NUMBER_OF_ENTRIES); i++) {
            long sectors = bytes.getLong(at + SECTORS_OF_ENTRY);
            boolean flush = (bytes.getLong(at + FLAGS_OF_ENTRY) & FLUSH) != 0;
            entries.add(flush ? "flush" : "write " + sectors + " at " + bytes.getLong(at));
            at += SECTOR + (int) sectors * SECTOR;
        }
        return entries;
    }
}
