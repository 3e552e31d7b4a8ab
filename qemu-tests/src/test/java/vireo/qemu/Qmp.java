// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** QEMU's monitor, by the QEMU Machine Protocol: the test listens, QEMU connects. */
final class Qmp implements AutoCloseable {

    private final Path path;
    private final ServerSocketChannel listener;
    private SocketChannel channel;
    private BufferedReader answers;

    private Qmp(Path path, ServerSocketChannel listener) {
        this.path = path;
        this.listener = listener;
    }

    /**
     * Listens for a machine that is about to start.
     *
     * @param folder where the socket goes
     */
    static Qmp in(Path folder) {
        Path path = folder.resolve("qmp");
        return new Qmp(path, Sockets.listen(path));
    }

    /** QEMU's words for it. */
    List<String> arguments() {
        return List.of("-qmp", "unix:" + path);
    }

    /**
     * Executes a command.
     *
     * @param arguments members of a JSON object, such as {@code "id":"nic","up":false} with the quotes, or ""
     * @return the answer, JSON on one line
     * @throws AssertionError where QEMU says that it failed
     */
    String execute(String command, String arguments) {
        try {
            if (channel == null) {
                channel = Sockets.accept(listener);
                answers = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
                answers.readLine(); // QEMU introduces itself.
                send("qmp_capabilities", "");
            }
            return send(command, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException("QEMU does not listen to " + command, e);
        }
    }

    private String send(String command, String arguments) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(
                ("{\"execute\":\"" + command + "\",\"arguments\":{" + arguments + "}}\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        while (true) {
            String answer = answers.readLine();
            if (answer == null || answer.startsWith("{\"error\"")) {
                throw new AssertionError("QEMU does not do " + command + " " + arguments + ": " + answer);
            }
            if (answer.startsWith("{\"return\"")) {
                return answer; // Anything else is an event.
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
