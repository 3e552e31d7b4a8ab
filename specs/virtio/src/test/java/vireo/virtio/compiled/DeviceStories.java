// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.ConsoleModel;
import vireo.virtio.model.NetModel;
import vireo.virtio.model.RngModel;
import vireo.virtio.model.TransportModel;

/** What is done to a device of each type, whatever it is plugged into. */
final class DeviceStories {
    private DeviceStories() {}

    /** Writes, reads, many requests at once, another size, and a disk that does not answer any more. */
    static void disk(Plug plug, BlockModel model) throws DriverException {
        TransportModel transport = plug.plug(model);
        Disk disk = plug.open(Disk.class);
        byte[] written = bytes(1, 6000 / 512 * 512);
        disk.writeBytes(3, written);
        disk.flush();
        byte[] read = new byte[written.length];
        disk.readBytes(3, read);
        assertThat(read).isEqualTo(written);
        List<Disk.Request> requests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            requests.add(disk.submitRead(i, disk.allocateBuffer(512), 512));
        }
        disk.kick();
        for (Disk.Request request : requests) {
            disk.releaseBuffer(disk.complete(request));
        }
        assertThat(disk.refresh()).isFalse();
        model.capacity(100);
        plug.changeConfiguration(transport);
        assertThat(disk.refresh()).isTrue();
        assertThat(disk.capacity()).isEqualTo(100);
        plug.check();
        model.keep(true);
        plug.hurry();
        plug.machine().refused(Errno.ETIMEDOUT, () -> disk.readBytes(0, new byte[512]));
        plug.machine().refused(Errno.ESHUTDOWN, () -> disk.flush());
    }

    /** Frames both ways, by copying and without, a link that goes down, and a card that does not answer any more. */
    static void network(Plug plug, NetModel model) throws DriverException {
        TransportModel transport = plug.plug(model.address(2, 0, 0, 0, 0, 7));
        Network card = plug.open(Network.class);
        assertThat(card.address()).isEqualTo(0x0200_0000_0007L);
        assertThat(card.isLinkUp()).isTrue();
        model.loopBack();
        byte[] room = new byte[1514];
        for (int length : new int[] {14, 60, 333, 1514}) {
            byte[] frame = bytes(length, length);
            card.send(frame);
            assertThat(card.awaitFrame(100)).isTrue();
            assertThat(card.receive(room)).isEqualTo(length);
            assertThat(Arrays.copyOf(room, length)).isEqualTo(frame);
        }
        for (int i = 0; i < 10; i++) {
            card.submit(bytes(i, 100 + i));
        }
        card.kick();
        card.drain();
        card.transmit(bytes(99, 1000));
        for (int i = 0; i < 11; i++) {
            assertThat(card.awaitFrame(100)).isTrue();
            card.take(room);
        }
        card.abandon();
        plug.machine().refused(Errno.EAGAIN, () -> card.take(room));
        assertThat(card.awaitFrame(5)).as("a frame where none comes").isFalse();
        model.status(0);
        plug.changeConfiguration(transport);
        assertThat(card.refresh()).isTrue();
        assertThat(card.isLinkUp()).isFalse();
        assertThat(card.refresh()).isFalse();
        plug.machine().note("statistics " + card.statistics());
        plug.check();
        model.keep(true);
        plug.hurry();
        plug.machine().refused(Errno.ETIMEDOUT, () -> card.send(room));
    }

    /** Output, input, another size of the screen, and a console that does not answer any more. */
    static void console(Plug plug, ConsoleModel model) throws DriverException {
        TransportModel transport = plug.plug(model.size(80, 25));
        Console console = plug.open(Console.class);
        byte[] text = bytes(4, 700);
        console.write(text);
        assertThat(model.written()).isEqualTo(text);
        byte[] room = new byte[300];
        assertThat(console.read(room)).isZero();
        assertThat(console.awaitInput(5)).as("input where none comes").isFalse();
        byte[] typed = bytes(5, 1000);
        plug.machine().simulation().clock().schedule(20_000, () -> model.type(typed));
        byte[] got = {};
        while (got.length < typed.length) {
            assertThat(console.awaitInput(100)).isTrue();
            int count = console.read(room);
            byte[] more = Arrays.copyOf(got, got.length + count);
            System.arraycopy(room, 0, more, got.length, count);
            got = more;
        }
        assertThat(got).isEqualTo(typed);
        model.size(132, 50);
        plug.changeConfiguration(transport);
        console.refresh();
        console.size();
        plug.check();
        model.keep(true);
        plug.hurry();
        plug.machine().refused(Errno.ETIMEDOUT, () -> console.write(text));
    }

    /** Few bytes, many, a stingy device, and one that does not answer any more. */
    static void entropy(Plug plug, RngModel model) throws DriverException {
        plug.plug(model);
        Entropy source = plug.open(Entropy.class);
        byte[] few = new byte[10];
        source.fill(few);
        byte[] many = new byte[9000];
        source.fill(many);
        model.giveAtMost(7);
        byte[] slowly = new byte[50];
        source.fill(slowly);
        assertThat(model.given()).startsWith(few).endsWith(Arrays.copyOfRange(slowly, 48, 50));
        plug.check();
        model.keep(true);
        plug.hurry();
        plug.machine().refused(Errno.ETIMEDOUT, () -> source.fill(few));
        plug.machine().refused(Errno.ESHUTDOWN, () -> source.fill(few));
    }

    private static byte[] bytes(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
