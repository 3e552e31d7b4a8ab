// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a test listens for QEMU: it does so before the machine starts, so that QEMU never comes too early. */
final class Sockets {

    private static final long PATIENCE_MILLISECONDS = 20_000;

    private Sockets() {}

    /** Listens at a path, which replaces what was there. */
    static ServerSocketChannel listen(Path path) {
        try {
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(path));
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("no socket at " + path, e);
        }
    }

    /**
     * Waits for QEMU.
     *
     * @throws IOException if it does not come
     */
    static SocketChannel accept(ServerSocketChannel listener) throws IOException {
        try (Selector selector = Selector.open()) {
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
            if (selector.select(PATIENCE_MILLISECONDS) == 0) {
                throw new IOException("QEMU does not come to " + listener.getLocalAddress());
            }
            SocketChannel channel = listener.accept();
            channel.configureBlocking(true);
            return channel;
        }
    }
}
