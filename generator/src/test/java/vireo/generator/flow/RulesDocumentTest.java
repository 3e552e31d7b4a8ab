// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vireo.generator.flow.value.Rule;

/** RULES.md lists the rules that the analysis has, and no others, in the words that the code has for them. */
class RulesDocumentTest {
    @Test
    void theDocumentAndTheCodeListTheSameRules() throws IOException {
        Map<String, String> documented = new LinkedHashMap<>();
        String root = System.getProperty("vireo.root", "..");
        for (String line : Files.readAllLines(Path.of(root, "generator", "RULES.md"))) {
            if (line.startsWith("| `")) {
                String[] cells = line.replace("\\|", "\u0000").split("\\|");
                documented.put(unquoted(cells[1]), unquoted(cells[2]).replace('\u0000', '|'));
            }
        }
        Map<String, String> coded = new LinkedHashMap<>();
        for (Rule rule : Rule.values()) {
            coded.put(rule.name(), rule.formula());
        }
        assertEquals(coded, documented);
    }

    private static String unquoted(String cell) {
        return cell.strip().replace("`", "");
    }
}
