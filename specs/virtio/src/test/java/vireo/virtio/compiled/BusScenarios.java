// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.Map;
import vireo.dsl.DriverException;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.ConsoleModel;
import vireo.virtio.model.NetModel;
import vireo.virtio.model.RngModel;

/** Each type of device on each bus with each wiring: the same story everywhere. */
final class BusScenarios {
    private static final int SEEDS = 4;

    private BusScenarios() {}

    static void addTo(Map<String, Scenario> all) {
        for (Bus bus : Bus.values()) {
            for (Wiring wiring : bus.wirings()) {
                for (Story story : Story.values()) {
                    all.put(story + " on " + bus + " " + wiring, machine -> story.play(new Plug(machine, bus, wiring)));
                }
            }
        }
        for (Story story : Story.values()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                int fixed = seed;
                Bus bus = Bus.values()[seed % Bus.values().length];
                Wiring wiring = bus.wirings().get(bus.wirings().size() - 1 - seed % 2);
                all.put(story + " on " + bus + " interrupted anywhere, seed " + seed, machine -> {
                    machine.driver().deliverAnywhere(fixed);
                    story.play(new Plug(machine, bus, wiring == Wiring.POLLED ? Wiring.LINE : wiring));
                });
            }
        }
    }

    private enum Story {
        DISK("a disk") {
            @Override
            void play(Plug plug) throws DriverException {
                BlockModel model = new BlockModel(plug.memory());
                DeviceStories.disk(plug, model);
            }
        },
        NETWORK("a network card") {
            @Override
            void play(Plug plug) throws DriverException {
                NetModel model = new NetModel(plug.memory());
                if (plug.bus().isLegacy()) {
                    model.features(NetModel.MAC | NetModel.STATUS | NetModel.ANY_LAYOUT);
                }
                DeviceStories.network(plug, model);
            }
        },
        CONSOLE("a console") {
            @Override
            void play(Plug plug) throws DriverException {
                DeviceStories.console(plug, new ConsoleModel(plug.memory()));
            }
        },
        ENTROPY("a source of random bytes") {
            @Override
            void play(Plug plug) throws DriverException {
                DeviceStories.entropy(plug, new RngModel(plug.memory()));
            }
        };

        private final String words;

        Story(String words) {
            this.words = words;
        }

        abstract void play(Plug plug) throws DriverException;

        @Override
        public String toString() {
            return words;
        }
    }
}
