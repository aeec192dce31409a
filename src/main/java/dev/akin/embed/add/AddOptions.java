package dev.akin.embed.add;

import dev.akin.embed.model.Pooling;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the user says about a model; what is absent is read from the model's files.
///
/// @param name of the model; absent for that of the source
/// @param graph the graph's file in the source, such as `onnx/model_fp16.onnx`
/// @param pooling how states of tokens become a vector
/// @param dimension how many coordinates of a vector are kept, at least 1
/// @param maxTokens how many tokens of a text the model reads, at least 1
/// @param queryPrompt the text before a searched phrase; may be empty
/// @param documentPrompt the text before a paper; may be empty
/// @param languages codes of ISO 639-1, or `all` alone
public record AddOptions(
    @Nullable String name,
    @Nullable String graph,
    @Nullable Pooling pooling,
    @Nullable Integer dimension,
    @Nullable Integer maxTokens,
    @Nullable String queryPrompt,
    @Nullable String documentPrompt,
    @Nullable List<String> languages) {
  /// Stands for all languages.
  public static final String ALL_LANGUAGES = "all";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

  /// @throws IllegalArgumentException if one of them cannot be
  public AddOptions {
    if (name != null && !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a model has lower-case letters, digits, dots and hyphens, unlike \""
              + name
              + "\"");
    }
    if (graph != null && !SourceFiles.isInside(graph)) {
      throw new IllegalArgumentException(
          "the graph is a file inside the source, not \"" + graph + "\"");
    }
    requirePositive("dimension", dimension);
    requirePositive("number of tokens", maxTokens);
    languages = languages == null ? null : List.copyOf(languages);
    if (languages != null && !languages.stream().allMatch(AddOptions::isLanguage)) {
      throw new IllegalArgumentException(
          "languages are codes such as en,de, or all; not \"" + String.join(",", languages) + "\"");
    }
  }

  /// Nothing: all is read from the model's files.
  public static AddOptions none() {
    return new AddOptions(null, null, null, null, null, null, null, null);
  }

  private static boolean isLanguage(String code) {
    return code.equals(ALL_LANGUAGES) || LanguageCodes.of(code).filter(code::equals).isPresent();
  }

  private static void requirePositive(String what, @Nullable Integer number) {
    if (number != null && number < 1) {
      throw new IllegalArgumentException("the " + what + " must be at least 1, not " + number);
    }
  }
}
