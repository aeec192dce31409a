package dev.akin.recommend.query;

import dev.akin.base.AkinException;
import dev.akin.paper.PaperId;
import java.util.List;
import java.util.stream.Collectors;

/// A query names a paper that the index does not have.
public final class UnknownPaperException extends AkinException {
  private static final long serialVersionUID = 1;

  private final String name;
  private final transient List<PaperId> suggestions;

  public UnknownPaperException(String name, List<PaperId> suggestions) {
    super(Kind.MISSING, message(name, suggestions));
    this.name = name;
    this.suggestions = List.copyOf(suggestions);
  }

  private static String message(String name, List<PaperId> suggestions) {
    String like = suggestions.stream().map(PaperId::value).collect(Collectors.joining(", "));
    return "no paper has the id \"%s\"".formatted(name)
        + (suggestions.isEmpty() ? "" : "; did you mean " + like + "?");
  }

  public String name() {
    return name;
  }

  /// Similar ids, the likeliest first.
  public List<PaperId> suggestions() {
    return suggestions;
  }
}
