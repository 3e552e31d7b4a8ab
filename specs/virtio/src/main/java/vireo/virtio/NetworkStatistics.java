// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Range;
import vireo.dsl.U64;
import vireo.dsl.Uint64;

/** What has gone through a network card since it was started. Every frame that the device delivered is in one of the counts. */
public final class NetworkStatistics {
    private @U64 long sentFrames;
    private @Bytes @U64 long sentBytes;
    private @U64 long receivedFrames;
    private @Bytes @U64 long receivedBytes;
    private @U64 long receivedRunts;
    private @U64 long receivedUnusable;

    /** Nothing yet. */
    public NetworkStatistics() {
        this.sentFrames = 0;
        this.sentBytes = 0;
        this.receivedFrames = 0;
        this.receivedBytes = 0;
        this.receivedRunts = 0;
        this.receivedUnusable = 0;
    }

    /** Frames that the device has sent. */
    public @U64 long sentFrames() {
        return sentFrames;
    }

    /** Their bytes. */
    public @Bytes @U64 long sentBytes() {
        return sentBytes;
    }

    /** Frames that have come in whole. */
    public @U64 long receivedFrames() {
        return receivedFrames;
    }

    /** Their bytes. */
    public @Bytes @U64 long receivedBytes() {
        return receivedBytes;
    }

    /** What was dropped because it was shorter than the device's header and a frame's. */
    public @U64 long receivedRunts() {
        return receivedRunts;
    }

    /** What was dropped because its header asks for an offload that was not agreed on. */
    public @U64 long receivedUnusable() {
        return receivedUnusable;
    }

    /** The device has sent a frame. */
    void sent(@Bytes @Range(max = NetworkDevice.MAX_FRAME) int bytes) {
        sentFrames = Uint64.wrappingAdd(sentFrames, 1);
        sentBytes = Uint64.wrappingAdd(sentBytes, bytes);
    }

    /** A frame has come in. */
    void received(@Bytes @Range(max = NetworkDevice.MAX_FRAME) int bytes) {
        receivedFrames = Uint64.wrappingAdd(receivedFrames, 1);
        receivedBytes = Uint64.wrappingAdd(receivedBytes, bytes);
    }

    /** A frame was dropped for its length. */
    void droppedRunt() {
        receivedRunts = Uint64.wrappingAdd(receivedRunts, 1);
    }

    /** A frame was dropped for its header. */
    void droppedUnusable() {
        receivedUnusable = Uint64.wrappingAdd(receivedUnusable, 1);
    }
}
