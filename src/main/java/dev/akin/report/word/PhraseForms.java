package dev.akin.report.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How phrases are written: each as most papers write it. Occurrences whose capitals may come from
/// a title or the start of a sentence are used only if there are no others.
final class PhraseForms {
  private final CorpusPhrases phrases;
  private final Map<Long, Map<String, Integer>> sure = new HashMap<>();
  private final Map<Long, Map<String, Integer>> doubtful = new HashMap<>();

  PhraseForms(CorpusPhrases phrases, Set<Long> wanted) {
    this.phrases = phrases;
    for (int row = 0; row < phrases.words().rows(); row++) {
      Set<String> seen = new HashSet<>();
      int paper = row;
      phrases.forEach(
          row,
          (phrase, place, count) -> {
            if (wanted.contains(phrase)) {
              note(phrase, paper, place, count, seen);
            }
          });
    }
  }

  private void note(long phrase, int row, int place, int count, Set<String> seen) {
    boolean own = true;
    StringBuilder written = new StringBuilder();
    for (int word = place; word < place + count; word++) {
      boolean ownWord = phrases.words().hasOwnCapitals(row, word);
      String form = phrases.words().form(row, word);
      own &= ownWord || form.equals(form.toLowerCase(Locale.ROOT));
      written.append(word == place ? "" : " ").append(ownWord ? form : lowered(form));
    }
    if (seen.add((own ? "+" : "-") + phrase + written)) {
      (own ? sure : doubtful)
          .computeIfAbsent(phrase, none -> new TreeMap<>())
          .merge(written.toString(), 1, Integer::sum);
    }
  }

  /// A word without the capital that a title gives it. Capitals inside, as in `BERT`, are the
  /// word's own.
  private static String lowered(String form) {
    String lower = form.toLowerCase(Locale.ROOT);
    return form.length() > 1 && form.substring(1).equals(lower.substring(1)) ? lower : form;
  }

  /// A phrase as most papers write it.
  String of(long phrase) {
    Map<String, Integer> votes = sure.getOrDefault(phrase, doubtful.getOrDefault(phrase, Map.of()));
    String best = "";
    int count = 0;
    for (Map.Entry<String, Integer> vote : votes.entrySet()) {
      if (vote.getValue() > count) {
        best = vote.getKey();
        count = vote.getValue();
      }
    }
    return best;
  }
}
