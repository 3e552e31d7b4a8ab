// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.function.Consumer;
import vireo.dsl.DriverException;
import vireo.dsl.jvm.AccessTrace;

/** A device that notes each call, with its result or errno, in the same words in both lives. */
final class Noted implements InvocationHandler {
    private final Unit unit;
    private final String called;
    private final Consumer<String> notes;

    private Noted(Unit unit, String called, Consumer<String> notes) {
        this.unit = unit;
        this.called = called;
        this.notes = notes;
    }

    /** The device with notes. */
    static Unit of(Unit unit, int number, Consumer<String> notes) {
        Class<?> type = unit.getClass().getInterfaces()[0];
        String called = type.getSimpleName().toLowerCase(Locale.ROOT) + " " + number;
        return (Unit) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new Noted(unit, called, notes));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        StringBuilder note = new StringBuilder(called + " " + method.getName());
        Object[] given = arguments == null ? new Object[0] : arguments;
        for (Object argument : given) {
            // Before the call: a buffer that was moved has no address.
            note.append(' ').append(inWords(argument));
        }
        try {
            Object result = method.invoke(unit, given);
            note.append(" -> ").append(method.getReturnType() == void.class ? "ok" : inWords(result));
            return result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof DriverException failed) {
                note.append(" -> ").append(failed.errno());
            } else {
                note.append(" -> ").append(e.getCause());
            }
            throw e.getCause();
        } finally {
            for (Object argument : given) {
                if (argument instanceof byte[] bytes) {
                    note.append(", bytes ").append(Long.toHexString(AccessTrace.hash(bytes, 0, bytes.length)));
                }
            }
            notes.accept(note.toString());
        }
    }

    private static String inWords(Object value) {
        if (value instanceof Disk.Buffer buffer) {
            return "buffer 0x" + Long.toHexString(buffer.physical());
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof Disk.Request) {
            return "request";
        }
        return value instanceof Long number ? Long.toUnsignedString(number) : String.valueOf(value);
    }
}
