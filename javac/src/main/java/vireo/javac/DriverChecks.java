// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;

/**
 * A javac plugin that checks driver sources as the generator does. It starts by itself where its jar is on the class path, or on the
 * processor path where there is one.
 *
 * <p>A compilation is a driver's when some of its sources import {@code vireo.dsl}. Tests of drivers, which are ordinary Java, are
 * left alone: a compilation that imports JUnit is a test's. So are the binders, which the generator writes, and everything else that
 * imports {@code vireo.dsl.jvm}.
 */
public final class DriverChecks implements Plugin {
    @Override
    public String getName() {
        return "Vireo";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        task.addTaskListener(new Listener(task));
    }

    /** Collects what is parsed, and checks it once javac knows all classes. */
    private static final class Listener implements TaskListener {
        private final JavacTask task;
        private final List<CompilationUnitTree> parsed = new ArrayList<>();
        private boolean checked;

        Listener(JavacTask task) {
            this.task = task;
        }

        @Override
        public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.PARSE) {
                parsed.add(event.getCompilationUnit());
            } else if (event.getKind() == TaskEvent.Kind.ENTER && !checked) {
                checked = true;
                new DriverCompilation(parsed, Trees.instance(task)).check();
            }
        }
    }
}
