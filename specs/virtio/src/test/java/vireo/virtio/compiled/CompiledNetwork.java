// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vireo.dsl.DriverException;

/** A network card that the generated C drives, by its number in the adapter. */
record CompiledNetwork(HostCallbacks machine, int number) implements Network {
    private static final int STATISTICS = 6;

    @Override
    public String name() {
        return HostPort.text(text -> HostPort.adapter_network_name(number, text));
    }

    @Override
    public long address() {
        return HostPort.adapter_network_address(number);
    }

    @Override
    public boolean isLinkUp() {
        return HostPort.adapter_network_is_link_up(number) != 0;
    }

    @Override
    public boolean refresh() throws DriverException {
        return machine.checked(() -> HostPort.adapter_network_refresh(number)) != 0;
    }

    @Override
    public String statistics() {
        return IntStream.range(0, STATISTICS)
                .mapToObj(which -> String.valueOf(HostPort.adapter_network_statistic(number, which)))
                .collect(Collectors.joining(" "));
    }

    @Override
    public void send(byte[] frame) throws DriverException {
        machine.checked(() -> HostPort.adapter_network_send(number, frame, frame.length));
    }

    @Override
    public int receive(byte[] frame) throws DriverException {
        return machine.checked(() -> HostPort.adapter_network_receive(number, frame, frame.length));
    }

    @Override
    public boolean awaitFrame(long milliseconds) throws DriverException {
        return machine.checked(() -> HostPort.adapter_network_await_frame(number, (int) milliseconds)) != 0;
    }

    @Override
    public void submit(byte[] frame) throws DriverException {
        machine.checked(() -> HostPort.adapter_network_submit(number, frame, frame.length));
    }

    @Override
    public void transmit(byte[] frame) throws DriverException {
        machine.checked(() -> HostPort.adapter_network_transmit(number, frame, frame.length));
    }

    @Override
    public int abandon() throws DriverException {
        return machine.checked(() -> HostPort.adapter_network_abandon(number));
    }

    @Override
    public void kick() {
        machine.plain(() -> HostPort.adapter_network_kick(number));
    }

    @Override
    public int complete() throws DriverException {
        return machine.checked(() -> HostPort.adapter_network_complete(number));
    }

    @Override
    public void drain() throws DriverException {
        machine.checked(() -> HostPort.adapter_network_drain(number));
    }

    @Override
    public int take(byte[] frame) throws DriverException {
        return machine.checked(() -> HostPort.adapter_network_take(number, frame));
    }

    @Override
    public long regionsHeld() {
        return Integer.toUnsignedLong(HostPort.adapter_network_regions_held(number));
    }

    @Override
    public void release() {
        machine.plain(() -> HostPort.adapter_network_release(number));
    }
}
