package dev.akin.write.text;

import dev.akin.paper.PaperId;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.explain.Why;
import dev.akin.roles.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells people about a recommendation: its versions, and why it was recommended.
public final class WhyText {
  private static final int MAX_WORDS = 6;
  private static final int MAX_SENTENCE = 200;

  /// Shorter words say little.
  private static final int MIN_LETTERS = 4;

  private WhyText() {}

  /// Lines of text; none if there is nothing to tell.
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

  /// The same in one sentence; absent if no explanation was asked for, or there is nothing to tell.
  public static @Nullable String briefly(Recommendation result) {
    return result.why() == null ? null : briefly(result.why());
  }

  private static @Nullable String briefly(Why why) {
    for (Why.SentencePair pair : why.sentences()) {
      if (pair.paper() > 0) { // its title stands next to it already
        return "the closest sentence is “" + ShortText.of(pair.paperText(), MAX_SENTENCE) + "”";
      }
    }
    List<String> words = words(why).stream().map(Why.TermShare::term).toList();
    if (!words.isEmpty()) {
      return "the words that count most are " + names(words);
    }
    return why.authors().isEmpty() ? null : "it has the same author: " + names(why.authors());
  }

  private static List<Why.TermShare> words(Why why) {
    return why.terms().stream()
        .filter(term -> term.term().length() >= MIN_LETTERS && term.share() > 0)
        .limit(MAX_WORDS)
        .toList();
  }

  /// What a sentence is about, such as `method`; absent if nobody knows.
  public static @Nullable String role(@Nullable Role role, Messages messages) {
    return role == null || role == Role.OTHER ? null : messages.text(role.label());
  }

  private static void add(List<String> lines, Recommendation result, Why why) {
    if (result.cosine() != null) {
      lines.add("cosine " + ScoreText.of(result.cosine()) + rarity(result.rarity()));
    }
    String words =
        words(why).stream()
            .map(term -> String.format(Locale.ROOT, "%s %.3f", term.term(), term.share()))
            .collect(Collectors.joining(", "));
    if (!words.isEmpty()) {
      lines.add("words that add most to the cosine: " + words);
    }
    why.sentences().stream().findFirst().map(WhyText::sentences).ifPresent(lines::add);
    if (!why.authors().isEmpty()) {
      lines.add("authors in common: " + names(why.authors()));
    }
    if (!why.categories().isEmpty()) {
      lines.add("categories in common: " + names(why.categories()));
    }
  }

  private static String rarity(@Nullable Double rarity) {
    return rarity == null
        ? ""
        : String.format(
            Locale.ROOT, ", closer than all but one pair of papers in %,.0f", Math.pow(10, rarity));
  }

  private static String sentences(Why.SentencePair pair) {
    return String.format(
        Locale.ROOT,
        "most similar sentences (%.2f): query%s “%s”, this paper%s “%s”",
        pair.cosine(),
        role(pair.queryRole()),
        pair.queryText(),
        role(pair.paperRole()),
        pair.paperText());
  }

  /// A note on what a sentence is about; empty if nobody knows.
  private static String role(@Nullable Role role) {
    return role == null ? "" : " (" + role.label() + ")";
  }

  private static String names(List<String> names) {
    return String.join(", ", names);
  }
}
