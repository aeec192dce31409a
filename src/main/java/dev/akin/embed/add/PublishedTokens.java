package dev.akin.embed.add;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Finds out how many tokens a model reads: as many as it has positions, although some models are
/// published for shorter texts.
final class PublishedTokens {
  /// Memory and time for a text grow with the square of its tokens.
  static final int MAX_BY_DEFAULT = 2048;

  private static final int USUAL = 512;
  private static final String CONFIG = "config.json";
  private static final String SENTENCES = "sentence_bert_config.json";
  private static final String TOKENIZER = "tokenizer_config.json";
  private static final String OPTION = "--max-tokens";
  private static final List<String> POSITIONS =
      List.of("max_position_embeddings", "n_positions", "max_trained_positions");

  /// A tokenizer without limit says so by a very large number.
  private static final int MAX_LIMIT = 1_000_000;

  /// Models that number tokens from the number of the padding token on.
  private static final Set<String> COUNT_AFTER_PADDING =
      Set.of("roberta", "xlm-roberta", "xlm-roberta-xl", "camembert", "mpnet", "longformer");

  private PublishedTokens() {}

  /// A limit, and where it stands.
  private record Limit(int tokens, String origin) {}

  /// How many tokens the model reads.
  static int of(SourceFiles files, AddOptions options, FindingList findings) throws IOException {
    JsonNode config = files.json(CONFIG).orElseGet(JsonNodeFactory.instance::objectNode);
    Optional<Limit> positions = positions(config);
    Optional<Limit> published = limit(files, SENTENCES, "max_seq_length");
    Integer given = options.maxTokens();
    if (given != null) {
      if (positions.isPresent() && given > positions.get().tokens()) {
        throw files.refused(
            "it has %d positions (%s), fewer than the %d tokens of %s"
                .formatted(positions.get().tokens(), positions.get().origin(), given, OPTION),
            null);
      }
      findings.found("tokens", given.toString(), OPTION);
      return given;
    }
    Optional<Limit> tokenizer = limit(files, TOKENIZER, "model_max_length");
    return chosen(positions.or(() -> tokenizer).or(() -> published), published, findings);
  }

  private static int chosen(
      Optional<Limit> limit, Optional<Limit> published, FindingList findings) {
    if (limit.isEmpty()) {
      findings.assumed("tokens", USUAL + "", "no file names a limit; " + OPTION);
      return USUAL;
    }
    int tokens = limit.get().tokens();
    if (tokens > MAX_BY_DEFAULT) {
      findings.assumed(
          "tokens",
          MAX_BY_DEFAULT + "",
          "longer texts need much memory; it could read %,d: %s".formatted(tokens, OPTION));
      return MAX_BY_DEFAULT;
    }
    String shorter =
        published
            .filter(each -> each.tokens() < tokens)
            .map(each -> "; published for %d (%s)".formatted(each.tokens(), each.origin()))
            .orElse("");
    findings.found("tokens", tokens + "", limit.get().origin() + shorter);
    return tokens;
  }

  private static Optional<Limit> positions(JsonNode config) {
    for (String key : POSITIONS) {
      int positions = config.path(key).asInt(0);
      if (positions > 0) {
        boolean isAfterPadding =
            COUNT_AFTER_PADDING.contains(config.path("model_type").asString(""));
        int first = isAfterPadding ? config.path("pad_token_id").asInt(1) + 1 : 0;
        return Optional.of(new Limit(Math.max(1, positions - first), CONFIG + ": " + key));
      }
    }
    return Optional.empty();
  }

  private static Optional<Limit> limit(SourceFiles files, String file, String key)
      throws IOException {
    return files
        .json(file)
        .map(json -> json.path(key).asDouble(0))
        .filter(tokens -> tokens >= 1 && tokens < MAX_LIMIT)
        .map(tokens -> new Limit(tokens.intValue(), file + ": " + key));
  }
}
