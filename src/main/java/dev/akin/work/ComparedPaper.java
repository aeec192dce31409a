package dev.akin.work;

import dev.akin.paper.Paper;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A paper as [SameWork] compares it with others. Reads its abstract once, and only if the title
/// pages do not settle the question. For one thread.
public final class ComparedPaper {
  private final TitlePage page;
  private final Supplier<String> abstractText;
  private @Nullable WordSequences sequences;

  /// @param abstractText of the paper
  public ComparedPaper(TitlePage page, Supplier<String> abstractText) {
    this.page = page;
    this.abstractText = abstractText;
  }

  /// A paper that is read already.
  public static ComparedPaper of(Paper paper) {
    return new ComparedPaper(TitlePage.of(paper), paper::abstractText);
  }

  public TitlePage page() {
    return page;
  }

  /// The words of its abstract.
  WordSequences sequences() {
    if (sequences == null) {
      sequences = WordSequences.of(abstractText.get());
    }
    return sequences;
  }
}
