// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** The other end of a guest's character device: answers what it hears, and takes its time. */
final class SlowPeer implements AutoCloseable {

    private static final int COMPLEMENT = 0xFF;
    private static final int SECTOR = SectorPattern.SECTOR;
    private static final long DELAY_MILLISECONDS = 1;

    private final Path path;
    private final ServerSocketChannel listener;
    private final UnaryOperator<byte[]> answer;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** An end that answers with this, or is deaf where it is null. */
    private SlowPeer(Path path, UnaryOperator<byte[]> answer) {
        this.path = path;
        this.listener = Sockets.listen(path);
        this.answer = answer;
        Thread thread = new Thread(this::answer, path.getFileName().toString());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The far end of a console: answers each byte with its complement.
     *
     * @param path of the socket, for a machine that is about to start
     */
    static SlowPeer console(Path path) {
        return new SlowPeer(path, heard -> {
            for (int i = 0; i < heard.length; i++) {
                heard[i] ^= (byte) COMPLEMENT;
            }
            return heard;
        });
    }

    /**
     * A source of bytes that are anything but random, one after the other, by the protocol of the Entropy Gathering Daemon: a 2 and a
     * number ask for as many bytes.
     *
     * @param path of the socket, for a machine that is about to start
     */
    static SlowPeer entropy(Path path, SectorPattern pattern) {
        ByteArrayOutputStream asked = new ByteArrayOutputStream();
        long[] given = new long[1];
        return new SlowPeer(path, heard -> {
            asked.writeBytes(heard);
            byte[] questions = asked.toByteArray();
            int wanted = 0;
            for (int i = 1; i < questions.length; i += 2) {
                wanted += questions[i] & 0xFF;
            }
            asked.reset();
            asked.write(questions, questions.length & ~1, questions.length & 1);
            int skipped = (int) (given[0] % SECTOR);
            byte[] sectors = pattern.sectors(given[0] / SECTOR, (skipped + wanted + SECTOR - 1) / SECTOR);
            given[0] += wanted;
            return Arrays.copyOfRange(sectors, skipped, skipped + wanted);
        });
    }

    /**
     * An end that takes the connection, and then neither hears nor says anything.
     *
     * @param path of the socket, for a machine that is about to start
     */
    static SlowPeer deaf(Path path) {
        return new SlowPeer(path, null);
    }

    /**
     * QEMU's words for the character device that leads here.
     *
     * @param id its name
     */
    List<String> arguments(String id) {
        return List.of("-chardev", "socket,id=" + id + ",path=" + path);
    }

    private void answer() {
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        try (SocketChannel channel = Sockets.accept(listener)) {
            if (answer == null) {
                closed.await();
            }
            while (answer != null && channel.read(bytes.clear()) >= 0) {
                ByteBuffer said = ByteBuffer.wrap(answer.apply(Arrays.copyOf(bytes.array(), bytes.position())));
                Thread.sleep(DELAY_MILLISECONDS);
                while (said.hasRemaining()) {
                    channel.write(said);
                }
            }
        } catch (IOException | ClosedSelectorException | InterruptedException e) {
            // QEMU has gone, or the test is over before it came: what the guest has heard by then is for the guest to judge.
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
