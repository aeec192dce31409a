package dev.akin.embed.add;

import dev.akin.embed.model.EmbedException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the page of a model, `README.md`, says before its text, between two lines of hyphens:
/// languages and licence.
final class PublishedMetadata {
  static final String FILE = "README.md";

  private static final Pattern FRONT =
      Pattern.compile(
          "\\A\uFEFF?---[ \\t]*\\R(.*?)^---[ \\t]*$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String LANGUAGES = "languages";
  private static final String MULTILINGUAL = "multilingual";

  /// The identifiers of SPDX that are not only in upper case.
  private static final Map<String, String> LICENSES =
      Map.of(
          "apache-2.0", "Apache-2.0",
          "bsd-3-clause", "BSD-3-Clause",
          "bsd-2-clause", "BSD-2-Clause",
          "gpl-3.0", "GPL-3.0-only",
          "agpl-3.0", "AGPL-3.0-only");

  private final JsonNode front;

  private PublishedMetadata(JsonNode front) {
    this.front = front;
  }

  /// Reads what a source says.
  static PublishedMetadata of(SourceFiles files) throws IOException {
    Optional<String> page = files.text(FILE);
    Matcher front = FRONT.matcher(page.orElse(""));
    try {
      JsonNode node = front.find() ? YAML.readTree(front.group(1)) : null;
      return new PublishedMetadata(node == null ? JsonNodeFactory.instance.objectNode() : node);
    } catch (JacksonException e) {
      throw files.refused(
          "%s: its metadata are not YAML: %s".formatted(FILE, EmbedException.reason(e)), e);
    }
  }

  /// The languages that the model knows, codes of ISO 639-1; absent if it knows all.
  @Nullable List<String> languages(AddOptions options, FindingList findings) {
    if (options.languages() != null) {
      findings.found(LANGUAGES, String.join(", ", options.languages()), "--language");
      return options.languages().contains(AddOptions.ALL_LANGUAGES) ? null : options.languages();
    }
    List<String> written = texts(front.path("language"));
    if (written.contains(MULTILINGUAL)) {
      findings.found(LANGUAGES, AddOptions.ALL_LANGUAGES, FILE + ": multilingual");
      return null;
    }
    List<String> codes =
        written.stream().flatMap(code -> LanguageCodes.of(code).stream()).distinct().toList();
    if (codes.isEmpty()) {
      findings.assumed(LANGUAGES, "en", FILE + " names none; --language");
      return List.of("en");
    }
    findings.found(LANGUAGES, String.join(", ", codes), FILE);
    return codes;
  }

  private static List<String> texts(JsonNode node) {
    Stream<JsonNode> nodes = node.isArray() ? node.valueStream() : Stream.of(node);
    return nodes
        .map(each -> each.asString("").strip().toLowerCase(Locale.ROOT))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toList());
  }

  /// The licence, by its SPDX id if it has one.
  String license(FindingList findings) {
    List<String> written = texts(front.path("license"));
    String name = front.path("license_name").asString("").strip();
    if (written.isEmpty() || (written.contains("other") && name.isEmpty())) {
      findings.assumed("licence", "unknown", FILE + " names none; look it up before you use it");
      return "unknown";
    }
    String license = written.contains("other") ? name : spdx(written.getFirst());
    findings.found("licence", license, FILE);
    return license;
  }

  private static String spdx(String written) {
    return LICENSES.getOrDefault(written, written.toUpperCase(Locale.ROOT));
  }
}
