// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import vireo.dsl.DriverException;
import vireo.dsl.jvm.AccessTrace;

/** A disk that notes each call, with its result or errno, in the same words in both lives. */
final class NotedDisk implements InvocationHandler {
    private final Disk disk;
    private final int number;
    private final Consumer<String> notes;

    private NotedDisk(Disk disk, int number, Consumer<String> notes) {
        this.disk = disk;
        this.number = number;
        this.notes = notes;
    }

    /** The disk with notes. */
    static Disk of(Disk disk, int number, Consumer<String> notes) {
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, new NotedDisk(disk, number, notes));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        StringBuilder note = new StringBuilder("disk " + number + " " + method.getName());
        Object[] given = arguments == null ? new Object[0] : arguments;
        for (Object argument : given) {
            // Before the call: a buffer that was moved has no address.
            note.append(' ').append(inWords(argument));
        }
        try {
            Object result = method.invoke(disk, given);
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
