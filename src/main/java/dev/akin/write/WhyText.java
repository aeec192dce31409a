package dev.akin.write;

import dev.akin.paper.PaperId;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.explain.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What people are told of a recommendation beside its record: its versions, and why.
public final class WhyText {
  private static final int MAX_WORDS = 6;

  /// Shorter words hold a sentence together and say little.
  private static final int MIN_LETTERS = 4;

  private WhyText() {}

  /// A line of text each; none if there is nothing to say.
  public static List<String> of(Recommendation result) {
    List<String> lines = new ArrayList<>();
    if (!result.versions().isEmpty()) {
      lines.add("also as " + names(result.versions().stream().map(PaperId::value).toList()));
    }
    if (result.why() != null) {
      add(lines, result, result.why());
    }
    return lines;
  }

  private static void add(List<String> lines, Recommendation result, Why why) {
    if (result.rarity() != null) {
      double pairs = Math.pow(10, result.rarity());
      lines.add(String.format(Locale.ROOT, "closer than all but one pair in %,.0f", pairs));
    }
    String words =
        why.terms().stream()
            .filter(term -> term.term().length() >= MIN_LETTERS && term.share() > 0)
            .limit(MAX_WORDS)
            .map(term -> String.format(Locale.ROOT, "%s %.3f", term.term(), term.share()))
            .collect(Collectors.joining(", "));
    if (!words.isEmpty()) {
      lines.add("by the words " + words);
    }
    why.sentences().stream()
        .findFirst()
        .ifPresent(
            pair -> {
              lines.add("asked “" + pair.queryText() + "”");
              lines.add(String.format(Locale.ROOT, "%.3f  “%s”", pair.cosine(), pair.paperText()));
            });
    if (!why.authors().isEmpty()) {
      lines.add("also by " + names(why.authors()));
    }
    if (!why.categories().isEmpty()) {
      lines.add("also in " + names(why.categories()));
    }
  }

  private static String names(List<String> names) {
    return String.join(", ", names);
  }
}
