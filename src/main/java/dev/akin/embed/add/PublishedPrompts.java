package dev.akin.embed.add;

import dev.akin.base.Printable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The texts that a model wants before a query and before a document, from the prompts in
/// `config_sentence_transformers.json`.
///
/// @param query before a query; empty for nothing
/// @param document before a document; empty for nothing
/// @param areNamed whether the file names any prompts
/// @param similarity how the model's vectors are compared, as the file says
record PublishedPrompts(String query, String document, boolean areNamed, String similarity) {
  static final String FILE = "config_sentence_transformers.json";

  private static final List<String> QUERY =
      List.of("query", "search_query", "retrieval.query", "retrieval_query");
  private static final List<String> DOCUMENT =
      List.of(
          "document",
          "passage",
          "corpus",
          "search_document",
          "retrieval.passage",
          "retrieval_document");

  /// Reads what a source says. What the user says wins.
  static PublishedPrompts of(SourceFiles files, AddOptions options) throws IOException {
    JsonNode config = files.json(FILE).orElseGet(JsonNodeFactory.instance::objectNode);
    Map<String, String> prompts = prompts(files, config.path("prompts"));
    String otherwise = byDefault(files, config, prompts);
    return new PublishedPrompts(
        one(files, options.queryPrompt(), prompts, QUERY, otherwise),
        one(files, options.documentPrompt(), prompts, DOCUMENT, otherwise),
        !prompts.isEmpty(),
        config.path("similarity_fn_name").asString("cosine"));
  }

  private static Map<String, String> prompts(SourceFiles files, JsonNode node) {
    Map<String, String> prompts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      if (!each.getValue().isString()) {
        throw files.refused(
            "%s: the prompt %s is not a text".formatted(FILE, Printable.quote(each.getKey())),
            null);
      }
      prompts.put(each.getKey(), each.getValue().stringValue());
    }
    return prompts;
  }

  private static String byDefault(SourceFiles files, JsonNode config, Map<String, String> prompts) {
    JsonNode name = config.path("default_prompt_name");
    if (!name.isString()) {
      return "";
    }
    String prompt = prompts.get(name.stringValue());
    if (prompt == null) {
      throw files.refused(
          "%s: its prompts contradict each other: the default is %s, and there is no such prompt"
              .formatted(FILE, Printable.quote(name.stringValue())),
          null);
    }
    return prompt;
  }

  private static String one(
      SourceFiles files,
      @Nullable String given,
      Map<String, String> prompts,
      List<String> names,
      String otherwise) {
    if (given != null) {
      return plain(files, given);
    }
    List<String> there = names.stream().filter(prompts::containsKey).toList();
    List<String> texts = there.stream().map(prompts::get).distinct().toList();
    if (texts.size() > 1) {
      throw files.refused(
          "%s: its prompts contradict each other: %s; say which with --%s-prompt"
              .formatted(FILE, quoted(there, prompts), names.getFirst()),
          null);
    }
    return plain(files, texts.isEmpty() ? otherwise : texts.getFirst());
  }

  private static String quoted(List<String> names, Map<String, String> prompts) {
    return names.stream()
        .map(name -> name + " is " + Printable.quote(Objects.requireNonNull(prompts.get(name))))
        .collect(Collectors.joining(", "));
  }

  private static String plain(SourceFiles files, String prompt) {
    if (List.of("{text}", "{title}", "{abstract}").stream().anyMatch(prompt::contains)) {
      throw files.refused(
          "the prompt %s has a placeholder of akin's own".formatted(Printable.quote(prompt)), null);
    }
    return prompt;
  }
}
