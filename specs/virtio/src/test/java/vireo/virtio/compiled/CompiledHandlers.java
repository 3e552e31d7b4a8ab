// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import com.sun.jna.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;
import vireo.dsl.DriverException;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;

/** Handlers in C, as a machine's deliverer calls them. */
final class CompiledHandlers {
    private final Interrupts interrupts;
    private final Map<Request, InterruptHandler> handlers = new LinkedHashMap<>();

    CompiledHandlers(Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    /** Requests a handler, which is known by its address. */
    void request(long number, Pointer address, long source) throws DriverException {
        var request = new Request(address, number);
        InterruptHandler handler = handlers.get(request);
        if (handler == null) {
            handler = told -> HostPort.vireo_host_interrupt(address, (int) number) != 0;
        }
        interrupts.request(number, handler, source);
        handlers.put(request, handler);
    }

    /** Ends all requests of a handler. */
    void release(Pointer address) {
        handlers.entrySet().removeIf(entry -> {
            boolean own = entry.getKey().address().equals(address);
            if (own) {
                interrupts.release(entry.getValue());
            }
            return own;
        });
    }

    private record Request(Pointer address, long number) {}
}
