package dev.akin.embed.add;

import dev.akin.base.Printable;
import dev.akin.embed.model.Pooling;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Finds out how a model pools: from the modules in `modules.json`, and the settings of the module
/// `Pooling`.
///
/// @param pooling absent if the files do not say it
/// @param file where it stands
/// @param width how many coordinates the states have, if the file says it
/// @param leavesPromptOut whether the tokens of a prompt are not pooled
record PublishedPooling(
    @Nullable Pooling pooling, String file, OptionalInt width, boolean leavesPromptOut) {
  static final String MODULES = "modules.json";

  private static final String USUAL_FOLDER = "1_Pooling";
  private static final String SETTING = "pooling_mode";
  private static final Set<String> KNOWN_MODULES = Set.of("Transformer", "Pooling", "Normalize");

  /// The settings of the module, and the pooling of each. The root of the length changes only the
  /// length of a vector.
  private static final Map<String, Pooling> SETTINGS =
      Map.of(
          "pooling_mode_cls_token", Pooling.CLS,
          "pooling_mode_mean_tokens", Pooling.MEAN,
          "pooling_mode_mean_sqrt_len_tokens", Pooling.MEAN,
          "pooling_mode_max_tokens", Pooling.MAX,
          "pooling_mode_weightedmean_tokens", Pooling.WEIGHTED_MEAN,
          "pooling_mode_lasttoken", Pooling.LAST_TOKEN,
          "mean_sqrt_len_tokens", Pooling.MEAN);

  /// Reads what a source says.
  static PublishedPooling of(SourceFiles files) throws IOException {
    Optional<JsonNode> modules = files.json(MODULES);
    String folder = modules.isEmpty() ? USUAL_FOLDER : folder(files, modules.get());
    if (folder == null) {
      return new PublishedPooling(null, MODULES, OptionalInt.empty(), false);
    }
    String file = folder + "/config.json";
    if (!SourceFiles.isInside(file)) {
      throw files.refused(
          MODULES + " names a folder outside the model: " + Printable.quote(folder), null);
    }
    Optional<JsonNode> settings = files.json(file);
    return settings.isEmpty()
        ? new PublishedPooling(null, file, OptionalInt.empty(), false)
        : of(files, file, settings.get());
  }

  /// The folder of the module `Pooling`; absent if there is no such module.
  private static @Nullable String folder(SourceFiles files, JsonNode modules) {
    String folder = null;
    for (JsonNode module : modules) {
      String type = module.path("type").asString("");
      String name = type.substring(type.lastIndexOf('.') + 1);
      if (!KNOWN_MODULES.contains(name)) {
        throw files.refused(
            "%s has a module %s, and akin knows only Transformer, Pooling and Normalize"
                .formatted(MODULES, Printable.quote(name)),
            null);
      }
      if (name.equals("Pooling")) {
        folder = module.path("path").asString(USUAL_FOLDER);
      }
    }
    return folder;
  }

  private static PublishedPooling of(SourceFiles files, String file, JsonNode settings) {
    List<String> names = names(settings);
    List<Pooling> poolings =
        names.stream().map(PublishedPooling::named).filter(Objects::nonNull).distinct().toList();
    if (names.isEmpty() || names.stream().anyMatch(name -> named(name) == null)) {
      throw files.refused(
          "%s names a pooling that akin does not know: %s; it knows %s"
              .formatted(file, names.isEmpty() ? "none" : Printable.quote(named(names)), known()),
          null);
    }
    if (poolings.size() > 1) {
      throw files.refused(
          "%s joins the vectors of several poolings: %s; akin knows one at a time"
              .formatted(file, named(names)),
          null);
    }
    int width = settings.path("word_embedding_dimension").asInt(0);
    return new PublishedPooling(
        poolings.getFirst(),
        file,
        width > 0 ? OptionalInt.of(width) : OptionalInt.empty(),
        !settings.path("include_prompt").asBoolean(true));
  }

  /// The settings that are on; newer files name the pooling instead.
  private static List<String> names(JsonNode settings) {
    JsonNode mode = settings.path(SETTING);
    if (mode.isString()) {
      return List.of(mode.stringValue());
    }
    if (mode.isArray()) {
      return mode.valueStream().map(each -> each.asString("")).toList();
    }
    return settings
        .propertyStream()
        .filter(each -> each.getKey().startsWith(SETTING) && each.getValue().asBoolean(false))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static @Nullable Pooling named(String name) {
    return Arrays.stream(Pooling.values())
        .filter(pooling -> pooling.label().equals(name))
        .findFirst()
        .orElse(SETTINGS.get(name));
  }

  private static String named(List<String> names) {
    return String.join(", ", names);
  }

  private static String known() {
    return Stream.of(Pooling.values()).map(Pooling::label).collect(Collectors.joining(", "));
  }
}
