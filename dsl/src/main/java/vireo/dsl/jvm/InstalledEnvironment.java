// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

/** The environment of a thread, and the one that it replaced. */
final class InstalledEnvironment implements Environment.Installation {
    static final ThreadLocal<Environment> CURRENT = ThreadLocal.withInitial(HostEnvironment::new);

    private final Environment installed;
    private final Environment replaced;
    private boolean closed;

    InstalledEnvironment(Environment installed) {
        this.installed = installed;
        this.replaced = CURRENT.get();
        CURRENT.set(installed);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (CURRENT.get() != installed) {
            throw new IllegalStateException("this environment is not the current one of thread "
                    + Thread.currentThread().getName()
                    + "; close installations on their own thread, the last one first");
        }
        CURRENT.set(replaced);
        closed = true;
    }
}
