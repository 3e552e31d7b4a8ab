// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down who is called with what, one line a call, in the order of the calls. */
final class Journal {
    private final List<String> lines = new ArrayList<>();

    /** Something that does what another one does, and writes down each call. Objects among the arguments appear by their class. */
    <T> T of(Class<T> type, T served) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Object[] all = arguments == null ? new Object[0] : arguments;
            lines.add(method.getName() + Arrays.stream(all).map(Journal::shown).collect(Collectors.joining(", ", "(", ")")));
            try {
                return method.invoke(served, all);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static String shown(Object argument) {
        return argument instanceof Number || argument instanceof Boolean ? argument.toString() : argument.getClass().getSimpleName();
    }

    /** Writes down something else that happens. */
    void note(String line) {
        lines.add(line);
    }

    /** The calls since the last time. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
