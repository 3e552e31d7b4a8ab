// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The other end of a guest's network card. It sends the bursts of frames that the guest asks for, and holds the frames that come back
 * to what they should be: guest/devices/frames.c has the same functions.
 */
final class FramePeer implements AutoCloseable {

    /** Bytes of the shortest frame that a wire takes, and of the longest. */
    static final int MIN_FRAME = 60;

    static final int MAX_FRAME = 1514;

    private static final int SIZES = MAX_FRAME - MIN_FRAME + 1;
    private static final int STRIDE = 611;
    private static final int SECTORS_OF_FRAME = 3;
    private static final short ASK = (short) 0x88B5;
    private static final short DATA = (short) 0x88B6;
    private static final byte[] OWN = {2, 0, 0, 0, 0, 1};
    private static final int HEADER = 14;
    private static final int NUMBER = HEADER;
    private static final int COUNT = NUMBER + Integer.BYTES;
    private static final SectorPattern TO_GUEST = new SectorPattern(40);
    private static final SectorPattern FROM_GUEST = new SectorPattern(41);

    private final FrameLink link;
    private final byte[] guest;
    private final List<String> complaints = new ArrayList<>();
    private final Thread thread;
    private int received;
    private boolean over;

    /**
     * Begins to listen.
     *
     * @param mac the guest's address, as QEMU is told
     */
    FramePeer(FrameLink link, String mac) {
        this.link = link;
        this.guest = HexFormat.ofDelimiter(":").parseHex(mac);
        this.thread = new Thread(this::serve, "frame peer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** The length of a frame: every one from the shortest to the longest has its turn. */
    static int sizeOf(int number) {
        return MIN_FRAME + (int) ((long) number * STRIDE % SIZES);
    }

    /**
     * Requires that these frames have come from the guest, in order and byte for byte, and no others.
     *
     * @param milliseconds how long the last of them may be on its way
     */
    synchronized void requireFrames(int frames, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (received < frames && complaints.isEmpty() && !over && System.nanoTime() < end) {
            wait(10);
        }
        if (!complaints.isEmpty() || received != frames) {
            throw new AssertionError(received + " of " + frames + " frames came from the guest; " + complaints);
        }
    }

    private void serve() {
        try {
            for (Optional<byte[]> frame = link.receive(); frame.isPresent(); frame = link.receive()) {
                take(frame.get());
            }
        } catch (IOException e) {
            complain(e.toString());
        }
        synchronized (this) {
            over = true;
            notifyAll();
        }
    }

    private void take(byte[] frame) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        if (frame.length < MIN_FRAME || !Arrays.equals(frame, 6, 12, guest, 0, 6) || !Arrays.equals(frame, 0, 6, OWN, 0, 6)) {
            complain("a frame of " + frame.length + " bytes that is not from the guest to its peer");
        } else if (bytes.getShort(12) == ASK) {
            int first = bytes.getInt(NUMBER);
            for (int i = 0; i < bytes.getInt(COUNT); i++) {
                link.send(frame(guest, OWN, first + i, TO_GUEST));
            }
        } else {
            compare(frame);
        }
    }

    private synchronized void compare(byte[] frame) {
        byte[] expected = frame(OWN, guest, received, FROM_GUEST);
        int difference = Arrays.mismatch(expected, frame);
        if (difference >= 0) {
            complain("instead of frame " + received + " of " + expected.length + " bytes came one of " + frame.length
                    + " bytes that differs at " + difference);
        }
        received++;
        notifyAll();
    }

    private synchronized void complain(String what) {
        if (complaints.size() < 5) {
            complaints.add(what);
        }
        notifyAll();
    }

    private static byte[] frame(byte[] to, byte[] from, int number, SectorPattern pattern) {
        ByteBuffer frame = ByteBuffer.allocate(sizeOf(number)).put(to).put(from).putShort(DATA).putInt(number);
        frame.put(pattern.sectors((long) number * SECTORS_OF_FRAME, SECTORS_OF_FRAME), 0, frame.remaining());
        return frame.array();
    }

    @Override
    public void close() {
        link.close();
    }
}
