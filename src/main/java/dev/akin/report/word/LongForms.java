package dev.akin.report.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What acronyms stand for, as the papers themselves say: `large language models (LLMs)`.
///
/// The long form is found as A. Schwartz and M. Hearst do ("A simple algorithm for identifying
/// abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing, 2003): its
/// words stand directly before the acronym, at most twice as many as the acronym has characters and
/// at most five more. From the last one on, each character of the acronym is found in them, and the
/// first one begins a word.
final class LongForms {
  private static final int MAX_CHARACTERS = 8;

  /// A long form with more words is not shown.
  private static final int MAX_WORDS = 4;

  /// In how many papers a long form must be.
  private static final int MIN_PAPERS = 2;

  private final Map<String, String> forms = new HashMap<>();

  /// @param acronyms those that are looked for, without the `s` of a plural
  LongForms(CorpusWords words, Set<String> acronyms) {
    Map<String, Map<String, Integer>> votes = new HashMap<>();
    for (int row = 0; row < words.rows(); row++) {
      for (int place = words.titleCount(row) + 1; place < words.count(row); place++) {
        if (isInBrackets(words, row, place)) {
          String acronym = bare(words.form(row, place));
          String found = acronyms.contains(acronym) ? before(words, row, place, acronym) : "";
          if (!found.isEmpty()) {
            votes.computeIfAbsent(acronym, _ -> new TreeMap<>()).merge(found, 1, Integer::sum);
          }
        }
      }
    }
    votes.forEach(
        (acronym, of) -> {
          String best = best(of);
          if (!best.isEmpty()) {
            forms.put(acronym, best);
          }
        });
  }

  /// Whether a word stands alone between two breaks, as one in brackets does.
  private static boolean isInBrackets(CorpusWords words, int row, int place) {
    return words.word(row, place) >= 0
        && words.word(row, place - 1) < 0
        && (place + 1 == words.count(row) || words.word(row, place + 1) < 0);
  }

  /// The long form before an acronym; empty if there is none.
  private static String before(CorpusWords words, int row, int place, String acronym) {
    int most = Math.min(acronym.length() + 5, 2 * acronym.length());
    int first = place - 1;
    while (place - 1 - first < most
        && first > words.titleCount(row)
        && words.word(row, first - 1) >= 0) {
      first--;
    }
    StringBuilder text = new StringBuilder();
    for (int at = first; at < place - 1; at++) {
      text.append(text.isEmpty() ? "" : " ").append(words.ownForm(row, at));
    }
    return longForm(acronym, text.toString());
  }

  /// The end of a text that an acronym stands for; empty if there is none.
  static String longForm(String acronym, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.length() - 1;
    for (int of = acronym.length() - 1; of >= 0; of--) {
      char wanted = Character.toLowerCase(acronym.charAt(of));
      if (Character.isLetterOrDigit(wanted)) {
        while (at >= 0 && (lower.charAt(at) != wanted || (of == 0 && !begins(lower, at)))) {
          at--;
        }
        if (at < 0) {
          return "";
        }
        at--;
      }
    }
    String found = text.substring(text.lastIndexOf(' ', at + 1) + 1);
    boolean itself = found.toLowerCase(Locale.ROOT).contains(acronym.toLowerCase(Locale.ROOT));
    return itself || words(found).size() < 2 ? "" : found;
  }

  private static boolean begins(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  /// The long form of most papers, written as most papers write it, in lower case if a fifth of
  /// them do: many use capitals only to explain the acronym.
  private static String best(Map<String, Integer> votes) {
    String best = PhraseForms.mostly(votes);
    int papers =
        votes.entrySet().stream()
            .filter(vote -> vote.getKey().equalsIgnoreCase(best))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return papers < MIN_PAPERS || best.split(" ").length > MAX_WORDS ? "" : best;
  }

  /// Whether a word is written like an acronym: in capitals and digits for the most part.
  static boolean isAcronym(String form) {
    String bare = bare(form);
    long capitals = bare.chars().filter(Character::isUpperCase).count();
    return capitals >= 2 && bare.length() <= MAX_CHARACTERS && 2 * capitals >= bare.length();
  }

  /// A word without the `s` of a plural after a capital: `LLM` for `LLMs`.
  static String bare(String form) {
    int last = form.length() - 1;
    return last > 1 && form.charAt(last) == 's' && Character.isUpperCase(form.charAt(last - 1))
        ? form.substring(0, last)
        : form;
  }

  /// What an acronym stands for; empty if unknown.
  String of(String acronym) {
    return forms.getOrDefault(bare(acronym), "");
  }

  /// The words of a long form, in lower case.
  static List<String> words(String form) {
    return Arrays.stream(form.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
