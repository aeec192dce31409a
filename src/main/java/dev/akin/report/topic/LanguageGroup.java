package dev.akin.report.topic;

import dev.akin.base.Printable;
import dev.akin.report.corpus.Corpus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The papers in one language that the models do not know. Their vectors say which language they
/// are in, and little of their subjects, so no topics are found among them: each language is a
/// topic of its own kind.
///
/// @param language its ISO 639-1 code, or [#OTHERS]
/// @param rows of the papers, ascending
///
/// @hidden public for its own room only
public record LanguageGroup(String language, List<Integer> rows) {
  /// Several languages, as ISO 639-2 calls them.
  public static final String OTHERS = "mul";

  /// A language with fewer papers is put together with others.
  private static final int MIN_PAPERS = 3;

  public LanguageGroup {
    rows = List.copyOf(rows);
  }

  /// The groups of a corpus, largest first, equally large ones in the order of their codes; the one
  /// of several languages last.
  static List<LanguageGroup> of(Corpus corpus) {
    Map<String, List<Integer>> rows = new TreeMap<>();
    corpus
        .rows()
        .filter(row -> corpus.unknownLanguage(row) != null && corpus.hasVector(row))
        .forEach(
            row ->
                rows.computeIfAbsent(
                        String.valueOf(corpus.unknownLanguage(row)), _ -> new ArrayList<>())
                    .add(row));
    List<Integer> others = new ArrayList<>();
    rows.values().stream().filter(of -> of.size() < MIN_PAPERS).forEach(others::addAll);
    others.sort(null);
    rows.values().removeIf(of -> of.size() < MIN_PAPERS);
    List<LanguageGroup> groups = new ArrayList<>();
    rows.forEach((language, of) -> groups.add(new LanguageGroup(language, of)));
    groups.sort(Comparator.comparingInt(group -> -group.rows().size()));
    if (!others.isEmpty()) {
      groups.add(new LanguageGroup(OTHERS, others));
    }
    return groups;
  }

  /// The papers by their places in a sample.
  ///
  /// @param sample ascending rows
  List<Integer> in(int[] sample) {
    return rows.stream()
        .map(row -> Arrays.binarySearch(sample, row))
        .filter(place -> place >= 0)
        .toList();
  }

  /// The label of its topic: `Papers in French (74)`.
  String label() {
    return "Papers in " + name(language) + " (" + Printable.count(rows.size()) + ")";
  }

  /// How many papers are set apart, in words; empty if none are.
  ///
  /// @param topics of languages
  public static String sentence(List<Topic> topics) {
    int papers = topics.stream().mapToInt(topic -> topic.papers().size()).sum();
    if (papers == 0) {
      return "";
    }
    return "%s %s in languages that the model does not know (%s). %s set apart by language, because their vectors say little about their subjects."
        .formatted(
            Printable.count(papers, "paper"),
            papers == 1 ? "is" : "are",
            topics.stream()
                .map(
                    topic ->
                        name(String.valueOf(topic.language()))
                            + " "
                            + Printable.count(topic.papers().size()))
                .collect(Collectors.joining(", ")),
            papers == 1 ? "It is" : "They are");
  }

  /// The name of a language in English: `French`.
  ///
  /// @param language its ISO 639-1 code, or [#OTHERS]
  public static String name(String language) {
    return language.equals(OTHERS)
        ? "other languages"
        : Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
  }
}
