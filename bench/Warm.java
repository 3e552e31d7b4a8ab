// SPDX-License-Identifier: MIT OR GPL-2.0-only

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import vireo.generator.cli.Main;

/**
 * Runs the generator's command line again and again within one JVM and prints the median time of
 * the last half of the runs, in milliseconds.
 *
 * <p>Usage: {@code java -cp <generator> Warm.java <runs> <arguments of the generator>}
 */
final class Warm {

    private Warm() {}

    public static void main(String[] arguments) {
        int runs = Integer.parseInt(arguments[0]);
        String[] command = Arrays.copyOfRange(arguments, 1, arguments.length);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        long[] times = new long[runs];
        for (int i = 0; i < runs; i++) {
            long begin = System.nanoTime();
            int code = Main.run(nowhere, System.err, command);
            times[i] = System.nanoTime() - begin;
            if (code != 0) {
                throw new IllegalStateException("the generator ended with " + code);
            }
        }
        long[] late = Arrays.copyOfRange(times, runs / 2, runs);
        Arrays.sort(late);
        System.out.printf("%.0f%n", late[late.length / 2] / 1e6);
    }
}
