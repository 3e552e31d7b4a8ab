// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.virtio.model.ConsoleModel;
import vireo.virtio.model.NetModel;
import vireo.virtio.model.RngModel;

/** Network cards, consoles and sources of random bytes that break the protocol, polled and with interrupts. */
final class HostileDeviceScenarios {
    private static final long[] STRANGE_CHAINS = {64, 128, 65_535, 0x8000_0000L, 0xFFFF_FFFFL};

    private HostileDeviceScenarios() {}

    static void addTo(Map<String, Scenario> all) {
        for (Wiring wiring : new Wiring[] {Wiring.POLLED, Wiring.VECTORS}) {
            addSending(all, wiring);
            addReceiving(all, wiring);
            addEntropy(all, wiring);
        }
    }

    private static void addSending(Map<String, Scenario> all, Wiring wiring) {
        for (long chain : STRANGE_CHAINS) {
            all.put("a network card " + wiring + " that has sent frame " + chain + " is stopped", machine -> {
                Plug plug = new Plug(machine, Bus.PCI, wiring);
                NetModel model = new NetModel(plug.memory());
                plug.plug(model);
                Network card = plug.open(Network.class);
                model.misbehaveSending((queue, taken) -> queue.putUsed(chain, 0));
                machine.refused(Errno.EPROTO, () -> card.send(new byte[60]));
                machine.refused(Errno.ESHUTDOWN, () -> card.send(new byte[60]));
            });
            all.put("a console " + wiring + " that has written chain " + chain + " is stopped", machine -> {
                Plug plug = new Plug(machine, Bus.PCI, wiring);
                ConsoleModel model = new ConsoleModel(plug.memory());
                plug.plug(model);
                Console console = plug.open(Console.class);
                model.misbehaveTransmitting((queue, taken) -> queue.putUsed(chain, 0));
                machine.refused(Errno.EPROTO, () -> console.write(new byte[60]));
                machine.refused(Errno.ESHUTDOWN, () -> console.write(new byte[60]));
            });
        }
    }

    private static void addReceiving(Map<String, Scenario> all, Wiring wiring) {
        for (long length : new long[] {0, 1, 11, 12, 25, 26, 1526, 1527, 1536, 0xFFFF_FFFFL}) {
            all.put("a network card " + wiring + " that received " + length + " bytes with its header", machine -> {
                Plug plug = new Plug(machine, Bus.PCI, wiring);
                NetModel model = new NetModel(plug.memory());
                plug.plug(model);
                Network card = plug.open(Network.class);
                model.misbehaveReceiving((queue, taken) -> queue.putUsed(taken.head(), length));
                model.deliver(new byte[60]);
                tries(machine, () -> card.awaitFrame(5));
                tries(machine, () -> card.receive(new byte[1514]));
                machine.note("statistics " + card.statistics());
                boolean tooLong = length > 1526;
                assertThat(machine.logged().contains("EPROTO") || failsNow(card)).isEqualTo(tooLong);
            });
        }
        for (long length : new long[] {0, 1, 256, 257, 4096, 0xFFFF_FFFFL}) {
            all.put("a console " + wiring + " that received " + length + " bytes", machine -> {
                Plug plug = new Plug(machine, Bus.PCI, wiring);
                ConsoleModel model = new ConsoleModel(plug.memory());
                plug.plug(model);
                Console console = plug.open(Console.class);
                model.misbehaveReceiving((queue, taken) -> queue.putUsed(taken.head(), length));
                model.type(new byte[] {1});
                byte[] room = new byte[300];
                tries(machine, () -> console.awaitInput(5));
                tries(machine, () -> console.read(room));
            });
        }
    }

    private static void addEntropy(Map<String, Scenario> all, Wiring wiring) {
        for (long length : new long[] {0, 33, 4097, 0xFFFF_FFFFL}) {
            all.put("a source of random bytes " + wiring + " that gives " + length + " bytes of 32 is not believed", machine -> {
                Plug plug = new Plug(machine, Bus.PCI, wiring);
                RngModel model = new RngModel(plug.memory());
                plug.plug(model);
                Entropy source = plug.open(Entropy.class);
                model.misbehave((queue, taken) -> queue.putUsed(taken.head(), length));
                machine.refused(Errno.EPROTO, () -> source.fill(new byte[32]));
            });
        }
    }

    /** A call that may fail: the transcript tells how. */
    private static void tries(Machine machine, Machine.Call call) {
        try {
            call.run();
        } catch (DriverException failed) {
            machine.note("failed with " + failed.errno());
        }
    }

    private static boolean failsNow(Network card) {
        try {
            card.send(new byte[60]);
            return false;
        } catch (DriverException stopped) {
            return true;
        }
    }
}
