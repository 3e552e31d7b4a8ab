// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Window;

/**
 * How large a console's screen is. VIRTIO 1.4, 5.3.4.
 *
 * @param columns characters of a line, or {@link #UNKNOWN}
 * @param rows lines, or {@link #UNKNOWN}
 */
public record ConsoleSize(@U16 int columns, @U16 int rows) {
    /** In place of a number that the device does not tell. */
    public static final int UNKNOWN = 0;

    /** How often a configuration that changes while it is read is read again. */
    private static final int MAX_READS = 16;

    /**
     * Reads the size from the device configuration.
     *
     * @param hasSize whether {@link ConsoleFeature#SIZE} was negotiated; the size is unknown otherwise
     * @throws DriverException EAGAIN where the configuration does not come to rest; as {@link Transport#mapConfig} where it cannot
     *     be read
     */
    @Conforms("drv.basic.cfg.4")
    public static ConsoleSize read(Transport transport, boolean hasSize) throws DriverException {
        if (!hasSize) {
            return new ConsoleSize(UNKNOWN, UNKNOWN);
        }
        Window window = transport.mapConfig(ConsoleConfig.SIZE);
        try {
            return readAtRest(transport, window.bind(ConsoleConfig.class, 0));
        } finally {
            transport.unmapConfig(window);
        }
    }

    /** Two numbers of one generation belong together; of a legacy device, which counts none, two that two readings in a row show. */
    @Conforms("drv.basic.cfg.2")
    @Conforms("drv.basic.cfg.3")
    private static ConsoleSize readAtRest(Transport transport, ConsoleConfig config) throws DriverException {
        @U16 int lastColumns = UNKNOWN;
        @U16 int lastRows = UNKNOWN;
        for (int reads = 0; reads < MAX_READS; reads++) {
            @U32 long generation = transport.configGeneration();
            @U16 int columns = config.cols().read();
            @U16 int rows = config.rows().read();
            if (transport.isLegacy()
                    ? columns == lastColumns && rows == lastRows
                    : transport.configGeneration() == generation) {
                return new ConsoleSize(columns, rows);
            }
            lastColumns = columns;
            lastRows = rows;
        }
        Log.error("device configuration keeps changing");
        throw new DriverException(Errno.EAGAIN);
    }
}
