package dev.akin.report.word;

import com.carrotsearch.hppc.LongIntHashMap;
import dev.akin.index.word.StopWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How phrases are written: each as most papers write it. Occurrences whose capitals may come from
/// a title or the start of a sentence are used only if there are no others.
final class PhraseForms {
  /// A word that another one follows in more than this share of its places is an adjective or
  /// another modifier: of the words in titles and abstracts of the ACL Anthology, `temporal`
  /// (0.94), `multimodal` (0.96) and `empirical` (0.98), but not `speech` (0.69) and `dialogue`
  /// (0.85).
  private static final double MAX_FOLLOWED = 0.92;

  /// Words that do not go on a phrase.
  private static final Set<String> FUNCTION_WORDS = StopWords.of("en");

  private final CorpusPhrases phrases;

  /// For each phrase of one word, in how many places it is.
  private final LongIntHashMap places = new LongIntHashMap();

  /// In how many of them another word follows directly.
  private final LongIntHashMap followed = new LongIntHashMap();

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
              noteNext(phrase, paper, place, count);
              note(phrase, paper, place, count, seen);
            }
          });
    }
  }

  private void noteNext(long phrase, int row, int place, int count) {
    if (count == 1) {
      int next = place + 1 < phrases.words().count(row) ? phrases.words().word(row, place + 1) : -1;
      places.addTo(phrase, 1);
      followed.addTo(phrase, next < 0 || FUNCTION_WORDS.contains(phrases.word(next)) ? 0 : 1);
    }
  }

  /// Whether a phrase can stand alone. Several words can; one word can unless another one nearly
  /// always follows it.
  boolean standsAlone(long phrase) {
    return followed.get(phrase) <= MAX_FOLLOWED * places.get(phrase);
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
