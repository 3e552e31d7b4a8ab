// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A disk's content in a file of the host.
 *
 * @param file as long as the disk; sparse where nothing was written
 * @param sectors of 512 bytes
 */
record DiskImage(Path file, long sectors) {

    private static final int AT_ONCE = 1024;

    /** A new disk full of zeros, in a folder that is made for it where need be; without room on the host until it is written. */
    static DiskImage blank(Path file, long sectors) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DiskImage image = new DiskImage(file, sectors);
        image.write(sectors * SectorPattern.SECTOR - 1, new byte[1]);
        return image;
    }

    /** A new disk whose sectors all follow a pattern. */
    static DiskImage seeded(Path file, long sectors, SectorPattern pattern) {
        return blank(file, sectors).seed(0, sectors, pattern);
    }

    /** Writes a pattern's sectors. */
    DiskImage seed(long first, long count, SectorPattern pattern) {
        for (long done = 0; done < count; done += AT_ONCE) {
            int some = (int) Math.min(AT_ONCE, count - done);
            write((first + done) * SectorPattern.SECTOR, pattern.sectors(first + done, some));
        }
        return this;
    }

    /** Requires that sectors follow a pattern. */
    void requirePattern(long first, long count, SectorPattern pattern) {
        for (long done = 0; done < count; done += AT_ONCE) {
            int some = (int) Math.min(AT_ONCE, count - done);
            assertThat(read(first + done, some))
                    .as("sectors %d to %d of %s, pattern %d",
                            first + done, first + done + some - 1, file.getFileName(), pattern.seed())
                    .isEqualTo(pattern.sectors(first + done, some));
        }
    }

    /** Requires that the sectors from one on hold these bytes. */
    void requireBytes(long first, byte[] expected) {
        assertThat(read(first, expected.length / SectorPattern.SECTOR))
                .as("sectors from %d of %s", first, file.getFileName())
                .isEqualTo(expected);
    }

    /** A checksum over the whole disk: FNV-1a of 64 bits, as the guest's. */
    String checksum() {
        long hash = 0xcbf29ce484222325L;
        for (long done = 0; done < sectors; done += AT_ONCE) {
            for (byte octet : read(done, (int) Math.min(AT_ONCE, sectors - done))) {
                hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
            }
        }
        return String.format("%016x", hash);
    }

    private byte[] read(long first, int count) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(count * SectorPattern.SECTOR);
            long offset = first * SectorPattern.SECTOR;
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
                // A short read goes on where it stopped.
            }
            assertThat(bytes.hasRemaining()).as("%s ends before sector %d", file, first + count).isFalse();
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(long offset, byte[] bytes) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest, offset + rest.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
