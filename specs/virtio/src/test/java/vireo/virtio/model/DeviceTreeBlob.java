// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes flattened device trees, token by token. Devicetree Specification 0.4, 5. */
public final class DeviceTreeBlob {
    private static final int HEADER = 40;
    private static final int BEGIN_NODE = 1;
    private static final int END_NODE = 2;
    private static final int PROPERTY = 3;
    private static final int NOP = 4;
    private static final int END = 9;

    private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();

    /** Enters a node. */
    public DeviceTreeBlob begin(String name) {
        cell(BEGIN_NODE);
        padded(string(name));
        return this;
    }

    /** Leaves a node. */
    public DeviceTreeBlob end() {
        cell(END_NODE);
        return this;
    }

    /** Writes nothing, at some length. */
    public DeviceTreeBlob nop() {
        cell(NOP);
        return this;
    }

    /** A property of cells. */
    public DeviceTreeBlob cells(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return property(name, bytes.array());
    }

    /** A property of strings. */
    public DeviceTreeBlob strings(String name, String... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String value : values) {
            bytes.writeBytes(string(value));
        }
        return property(name, bytes.toByteArray());
    }

    /** A property. */
    public DeviceTreeBlob property(String name, byte[] value) {
        cell(PROPERTY);
        cell(value.length);
        cell(strings.size());
        strings.writeBytes(string(name));
        padded(value);
        return this;
    }

    /** Writes a cell of any value where a token is expected. */
    public DeviceTreeBlob token(long value) {
        cell((int) value);
        return this;
    }

    /** The whole tree, with nothing behind it. */
    public byte[] blob() {
        cell(END);
        int stringsAt = HEADER + 16 + structure.size();
        ByteBuffer blob = ByteBuffer.allocate(stringsAt + strings.size());
        blob.putInt(0xD00DFEED).putInt(blob.capacity()).putInt(HEADER + 16).putInt(stringsAt).putInt(HEADER);
        blob.putInt(17).putInt(16).putInt(0).putInt(strings.size()).putInt(structure.size());
        blob.position(HEADER + 16);
        blob.put(structure.toByteArray()).put(strings.toByteArray());
        return blob.array();
    }

    private void cell(int value) {
        structure.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    }

    private void padded(byte[] bytes) {
        structure.writeBytes(bytes);
        structure.writeBytes(new byte[-bytes.length & 3]);
    }

    private static byte[] string(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }
}
