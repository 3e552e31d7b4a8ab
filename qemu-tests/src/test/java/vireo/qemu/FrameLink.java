// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A wire to a guest's network card: a network backend of QEMU's, whose other end is the test. */
interface FrameLink extends AutoCloseable {

    /** Bytes that any frame fits in. */
    int ROOM = 2048;

    /**
     * QEMU's words for the backend.
     *
     * @param id its name
     */
    List<String> arguments(String id);

    /** The next frame from the guest; nothing when QEMU has gone, or the link is closed. */
    Optional<byte[]> receive() throws IOException;

    /** Sends a frame to the guest. */
    void send(byte[] frame) throws IOException;

    @Override
    void close();

    /**
     * A stream: each frame with its length before it. QEMU does not read on while the guest has no buffer, so nothing is lost, however
     * many frames are sent at once.
     *
     * @param path of the socket, for a machine that is about to start
     */
    static FrameLink stream(Path path) {
        ServerSocketChannel listener = Sockets.listen(path);
        return new FrameLink() {
            private SocketChannel channel;
            private DataInputStream input;

            @Override
            public List<String> arguments(String id) {
                return List.of("-netdev", "stream,id=" + id + ",server=off,addr.type=unix,addr.path=" + path);
            }

            @Override
            public Optional<byte[]> receive() throws IOException {
                try {
                    if (channel == null) {
                        channel = Sockets.accept(listener);
                        input = new DataInputStream(Channels.newInputStream(channel));
                    }
                    byte[] frame = new byte[input.readInt()];
                    input.readFully(frame);
                    return Optional.of(frame);
                } catch (EOFException | ClosedChannelException | SocketException e) {
                    return Optional.empty();
                }
            }

            @Override
            public void send(byte[] frame) throws IOException {
                ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + frame.length).putInt(frame.length).put(frame).flip();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }

            @Override
            public void close() {
                closeAll(listener, channel);
            }
        };
    }

    /**
     * Datagrams, a frame each. The host drops what finds no room in a socket: whoever sends keeps to what fits.
     *
     * @throws UncheckedIOException where the host has no port for them
     */
    static FrameLink datagrams() {
        try {
            InetAddress loopback = InetAddress.getByName("127.0.0.1");
            DatagramChannel channel = DatagramChannel.open().bind(new InetSocketAddress(loopback, 0));
            int own = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            int peer;
            try (DatagramChannel probe = DatagramChannel.open().bind(new InetSocketAddress(loopback, 0))) {
                peer = ((InetSocketAddress) probe.getLocalAddress()).getPort();
            }
            InetSocketAddress guest = new InetSocketAddress(loopback, peer);
            return new FrameLink() {
                private final ByteBuffer room = ByteBuffer.allocate(ROOM);

                @Override
                public List<String> arguments(String id) {
                    return List.of("-netdev", "dgram,id=" + id
                            + ",local.type=inet,local.host=127.0.0.1,local.port=" + peer
                            + ",remote.type=inet,remote.host=127.0.0.1,remote.port=" + own);
                }

                @Override
                public Optional<byte[]> receive() throws IOException {
                    try {
                        channel.receive(room.clear());
                        byte[] frame = new byte[room.flip().remaining()];
                        room.get(frame);
                        return Optional.of(frame);
                    } catch (ClosedChannelException e) {
                        return Optional.empty();
                    }
                }

                @Override
                public void send(byte[] frame) throws IOException {
                    channel.send(ByteBuffer.wrap(frame), guest);
                }

                @Override
                public void close() {
                    closeAll(channel);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException("no port for datagrams", e);
        }
    }

    private static void closeAll(AutoCloseable... channels) {
        for (AutoCloseable channel : channels) {
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException("a socket cannot be closed", e);
            }
        }
    }
}
