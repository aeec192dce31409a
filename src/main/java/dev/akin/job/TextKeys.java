package dev.akin.job;

import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Models;
import dev.akin.index.store.PaperTexts;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys of papers' texts, as the models of an index read them. The job writes texts under these
/// keys, and `akin verify` looks for them there: this is the only place that makes them.
///
/// @param models of the index, in its order
public record TextKeys(Models models) implements PaperTexts {
  @Override
  public @Nullable TextKey keyOf(Paper paper) {
    return paper.withoutText() ? null : of(models.document(paper));
  }

  /// The key of a text.
  ///
  /// @param text as each model reads it, in the order of the index's models
  public static TextKey of(List<ModelText> text) {
    return TextKey.of(text.stream().flatMap(ModelText::passes).toList());
  }
}
