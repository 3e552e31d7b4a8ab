// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtio-blk device of a machine: QEMU's block nodes behind it, and its own properties.
 *
 * @param nodes one {@code -blockdev} or {@code -object} option and value after the other, the storage first
 * @param node name of the topmost block node, which the device is plugged into
 * @param device properties of the device beside its drive, such as {@code logical_block_size=4096}
 */
record Disk(List<String> nodes, String node, List<String> device) {

    /** Copies the lists. */
    Disk {
        nodes = List.copyOf(nodes);
        device = List.copyOf(device);
    }

    /**
     * A disk whose content is a file of the host, byte for byte.
     *
     * @param name unique within the machine
     */
    public static Disk raw(String name, Path file) {
        return raw(name, file, false);
    }

    /** As {@link #raw(String, Path)}, but offered to the guest as read-only. */
    public static Disk readOnly(String name, Path file) {
        return raw(name, file, true);
    }

    private static Disk raw(String name, Path file, boolean readOnly) {
        String access = readOnly ? ",read-only=on" : "";
        return new Disk(
                List.of("-blockdev", "driver=file,node-name=" + name + "-file,filename=" + file + access,
                        "-blockdev", "driver=raw,node-name=" + name + ",file=" + name + "-file" + access),
                name, List.of());
    }

    /**
     * A disk without storage: reads are zeros, writes vanish.
     *
     * @param bytes capacity
     */
    public static Disk empty(String name, long bytes) {
        return new Disk(
                List.of("-blockdev",
                        "driver=null-co,node-name=" + name + ",read-zeroes=on,size=" + bytes),
                name, List.of());
    }

    /** The same disk with one more property of the virtio-blk-pci device. */
    public Disk with(String property) {
        List<String> more = new ArrayList<>(device);
        more.add(property);
        return new Disk(nodes, node, more);
    }

    /**
     * The same disk with a filter on top.
     *
     * @param driver QEMU's filter driver, such as {@code blkdebug}
     * @param childKey the driver's name for what is below it
     * @param options the filter's own options, each starting with a comma, or ""
     */
    public Disk behind(String driver, String childKey, String options) {
        String top = node + "-" + driver;
        List<String> more = new ArrayList<>(nodes);
        more.add("-blockdev");
        more.add("driver=" + driver + ",node-name=" + top + "," + childKey + "=" + node + options);
        return new Disk(more, top, device);
    }

    /**
     * The same disk behind a throttle of a byte a second, which lets a burst begin: a request of more
     * than a kilobyte is answered, and the ones after it wait for as many seconds as it had bytes.
     * QEMU itself reads one sector at its start.
     */
    public Disk hangingAfterFirstRead() {
        List<String> more = new ArrayList<>();
        more.add("-object");
        more.add("throttle-group,id=" + node + "-group,x-bps-total=1,x-bps-total-max=1024");
        more.addAll(nodes);
        return new Disk(more, node, device).behind("throttle", "file", ",throttle-group=" + node + "-group");
    }

    /**
     * The same disk behind a throttle that lets so many requests a second pass, after a tenth of a second's worth at once.
     * Whoever has several requests waits for some of them, however fast the host is.
     */
    Disk slow(int requestsPerSecond) {
        List<String> more = new ArrayList<>();
        more.add("-object");
        more.add("throttle-group,id=" + node + "-group,x-iops-total=" + requestsPerSecond);
        more.addAll(nodes);
        return new Disk(more, node, device).behind("throttle", "file", ",throttle-group=" + node + "-group");
    }

    /**
     * The same disk with a log of what is written and flushed; see {@link WriteLog}.
     *
     * @param log a file to be written
     */
    public Disk logged(Path log) {
        List<String> more = new ArrayList<>(nodes);
        more.add("-blockdev");
        more.add("driver=file,node-name=" + node + "-log,filename=" + WriteLog.create(log));
        return new Disk(more, node, device)
                .behind("blklogwrites", "file", ",log=" + node + "-log,log-sector-size=" + WriteLog.SECTOR);
    }

    /**
     * QEMU's arguments for this disk, to be appended to a machine's.
     *
     * @param type of the device: {@code virtio-blk-pci}, or {@code virtio-blk-device} on virtio-mmio
     */
    List<String> arguments(String type) {
        List<String> arguments = new ArrayList<>(nodes);
        arguments.add("-device");
        StringBuilder properties = new StringBuilder(type + ",drive=" + node);
        device.forEach(property -> properties.append(',').append(property));
        arguments.add(properties.toString());
        return arguments;
    }
}
