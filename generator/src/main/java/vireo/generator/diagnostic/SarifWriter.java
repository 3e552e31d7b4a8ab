// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vireo.generator.source.Span;

/** Writes findings as SARIF 2.1.0, the format of code scanning services and IDEs. */
public final class SarifWriter {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final String version;

    /**
     * @param version of this program
     */
    public SarifWriter(String version) {
        this.version = version;
    }

    /** One run with these findings, in the given order. Only the rules that they name are listed. */
    public String write(List<Diagnostic> findings) {
        SortedMap<String, Integer> rules = new TreeMap<>();
        findings.forEach(f -> rules.put(f.code(), 0));
        int next = 0;
        for (Map.Entry<String, Integer> rule : rules.entrySet()) {
            rule.setValue(next++);
        }
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Vireo");
        driver.put("version", version);
        driver.put("rules", rules.keySet().stream().map(SarifWriter::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("originalUriBaseIds", Map.of("SRCROOT", Map.of("description", message("The folder in which the generator was started."))));
        run.put("results", findings.stream().map(f -> result(f, rules)).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return Json.write(log);
    }

    private static Map<String, Object> rule(String code) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code);
        Explain.page(code).ifPresent(page -> {
            rule.put("shortDescription", message(page.title()));
            Map<String, Object> help = message(page.text());
            help.put("markdown", page.text());
            rule.put("help", help);
        });
        rule.put("defaultConfiguration", Map.of("level", "error"));
        return rule;
    }

    private static Map<String, Object> result(Diagnostic finding, Map<String, Integer> rules) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.code());
        result.put("ruleIndex", rules.get(finding.code()));
        result.put("level", "error");
        result.put("message", message(text(finding)));
        result.put("locations", List.of(location(finding.primary())));
        List<Object> related = new ArrayList<>();
        for (Diagnostic.Label label : finding.secondary()) {
            Map<String, Object> location = location(label.span());
            location.put("id", related.size());
            location.put("message", message(label.text()));
            related.add(location);
        }
        if (!related.isEmpty()) {
            result.put("relatedLocations", related);
        }
        return result;
    }

    private static String text(Diagnostic finding) {
        StringBuilder text = new StringBuilder(finding.what());
        finding.facts().forEach(f -> text.append("\nKnown: ").append(f));
        if (!finding.why().isEmpty()) {
            text.append("\nWhy: ").append(finding.why());
        }
        if (!finding.fix().isEmpty()) {
            text.append("\nFix: ").append(finding.fix());
        }
        return text.toString();
    }

    private static Map<String, Object> message(String text) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("text", text);
        return message;
    }

    private static Map<String, Object> location(Span span) {
        Map<String, Object> artifact = new LinkedHashMap<>();
        String path = span.file().path();
        artifact.put("uri", uri(path));
        if (!path.startsWith("/") && !path.matches("[A-Za-z]:/.*")) {
            artifact.put("uriBaseId", "SRCROOT");
        }
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", span.line());
        region.put("startColumn", span.column());
        region.put("endLine", span.file().line(span.end()));
        region.put("endColumn", span.file().column(span.end()));
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        physical.put("region", region);
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", physical);
        return location;
    }

    /** A path as a URI reference: everything but unreserved characters and slashes is escaped. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : path.matches("[A-Za-z]:/.*") ? "file:///" : "");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0;
            uri.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return uri.toString();
    }
}
