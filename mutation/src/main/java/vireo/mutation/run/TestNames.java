// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How JUnit's names of tests are shown to people. */
final class TestNames {
    private static final Pattern PART = Pattern.compile("\\[(class|nested-class|method|test-template|test-factory|[a-z-]+):([^]]*)]");

    private TestNames() {}

    /** The class: {@code VirtQueueTest}. */
    static String classOf(String uniqueId) {
        return part(uniqueId, "class");
    }

    /** Class, method and case: {@code VirtQueueTest.chainsComeBack #3}. */
    static String shown(String uniqueId) {
        String method = part(uniqueId, "method|test-template|test-factory");
        String number = part(uniqueId, "test-template-invocation|dynamic-test");
        return classOf(uniqueId) + (method.isEmpty() ? "" : "." + method) + (number.isEmpty() ? "" : " " + number);
    }

    private static String part(String uniqueId, String kinds) {
        Matcher parts = PART.matcher(uniqueId);
        while (parts.find()) {
            if (parts.group(1).matches(kinds)) {
                String name = parts.group(2).replaceAll("\\(.*", "");
                return name.substring(name.lastIndexOf('.') + 1);
            }
        }
        return "";
    }
}
