package dev.akin.embed.model;

import dev.akin.base.AkinException;
import dev.akin.paper.Paper;
import dev.akin.vector.Space;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The models of one index, in order. Each of them embeds every text.
///
/// @param folders at least one
public record Models(List<ModelFolder> folders) {
  /// @throws IllegalArgumentException if there is none, or one is there twice
  public Models {
    folders = List.copyOf(folders);
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("an index needs a model");
    }
    if (folders.stream().map(ModelFolder::space).distinct().count() < folders.size()) {
      throw new IllegalArgumentException("a model is named twice");
    }
  }

  /// One model.
  public static Models of(ModelFolder folder) {
    return new Models(List.of(folder));
  }

  /// Their names, separated by commas.
  public String names() {
    return folders.stream().map(folder -> folder.card().name()).collect(Collectors.joining(","));
  }

  /// The spaces of their embeddings.
  public List<Space> spaces() {
    return folders.stream().map(ModelFolder::space).toList();
  }

  /// Checks that these are the models of an index.
  ///
  /// @param wanted the spaces of the index
  /// @throws EmbedException if these models have other spaces; says what differs
  public void requireSpaces(List<Space> wanted) {
    Optional<String> mismatch = Space.mismatch(wanted, spaces());
    if (mismatch.isPresent()) {
      throw new EmbedException(
          AkinException.Kind.CONFIGURATION,
          folders.stream().map(folder -> folder.path().toString()).collect(Collectors.joining(","))
              + ": "
              + mismatch.get());
    }
  }

  /// The minimum similarity of related papers, by the strictest of the models' cards.
  public double floor() {
    return folders.stream().mapToDouble(folder -> folder.card().defaultFloor()).max().orElseThrow();
  }

  /// Whether all of them know a language.
  ///
  /// @param language a code of ISO 639-1
  public boolean know(String language) {
    return folders.stream().allMatch(folder -> folder.card().knows(language));
  }

  /// A paper as each model reads it.
  public List<ModelText> document(Paper paper) {
    return each(folder -> folder.document(paper));
  }

  /// A searched phrase as each model reads it.
  public List<ModelText> phrase(String phrase) {
    return each(folder -> folder.phrase(phrase));
  }

  private List<ModelText> each(Function<ModelFolder, ModelText> read) {
    return folders.stream().map(read).toList();
  }
}
