package dev.akin.report.word;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongObjectHashMap;
import dev.akin.index.word.StopWords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Where some phrases are, and how they are written: each as most papers write it. Occurrences
/// whose capitals may come from a title or the start of a sentence are used only if there are no
/// others.
final class PhraseForms {
  /// Words that do not go on a phrase.
  private static final Set<String> FUNCTION_WORDS = StopWords.of("en");

  /// With fewer examples in abstracts, those in titles are used.
  private static final int MIN_IN_ABSTRACTS = 3;

  /// Of so many papers one must write a phrase in lower case.
  private static final int LOWER = 5;

  /// A place of a phrase in an English paper.
  ///
  /// @param place that of its first word
  record Occurrence(int row, int place) {}

  /// Up to twelve places from all over the corpus.
  private static final class Occurrences {
    private static final int MAX = 12;

    private final List<Occurrence> kept = new ArrayList<>();
    private int seen;
    private int stride = 1;

    void add(int row, int place) {
      if (seen++ % stride == 0) {
        kept.add(new Occurrence(row, place));
      }
      if (kept.size() > MAX) {
        for (int at = kept.size() - 2; at > 0; at -= 2) {
          kept.remove(at);
        }
        stride *= 2;
      }
    }
  }

  /// What is known of one phrase.
  private static final class Uses {
    private final Map<String, Integer> sure = new TreeMap<>();
    private final Map<String, Integer> doubtful = new TreeMap<>();
    private final Occurrences inTitles = new Occurrences();
    private final Occurrences inAbstracts = new Occurrences();
    private final BitSet papers = new BitSet();
    private int lastSure = -1;
    private int lastDoubtful = -1;

    /// In how many places it is.
    private int places;

    /// In how many of them another word follows directly.
    private int followed;
  }

  private final CorpusPhrases phrases;
  private final LongObjectHashMap<Uses> uses = new LongObjectHashMap<>();

  PhraseForms(CorpusPhrases phrases, LongHashSet wanted) {
    this.phrases = phrases;
    for (long phrase : wanted.toArray()) {
      uses.put(phrase, new Uses());
    }
    for (int row = 0; row < phrases.words().rows(); row++) {
      int paper = row;
      phrases.forEach(row, (phrase, place, count) -> note(phrase, paper, place, count));
    }
  }

  private void note(long phrase, int row, int place, int count) {
    Uses of = uses.get(phrase);
    if (of == null) {
      return;
    }
    CorpusWords words = phrases.words();
    int next = place + count < words.count(row) ? words.word(row, place + count) : -1;
    of.papers.set(row);
    of.places++;
    of.followed += next < 0 || FUNCTION_WORDS.contains(words.name(next)) ? 0 : 1;
    if (words.language(row) == null) {
      (place < words.titleCount(row) ? of.inTitles : of.inAbstracts).add(row, place);
    }
    boolean own = hasOwnCapitals(row, place, count);
    if (own && of.lastSure != row) {
      of.lastSure = row;
      of.sure.merge(written(row, place, count), 1, Integer::sum);
    } else if (!own && of.lastDoubtful != row) {
      of.lastDoubtful = row;
      of.doubtful.merge(written(row, place, count), 1, Integer::sum);
    }
  }

  private boolean hasOwnCapitals(int row, int place, int count) {
    for (int word = place; word < place + count; word++) {
      String form = phrases.words().form(row, word);
      if (!phrases.words().hasOwnCapitals(row, word)
          && !form.equals(form.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private String written(int row, int place, int count) {
    StringBuilder written = new StringBuilder();
    for (int word = place; word < place + count; word++) {
      written.append(word == place ? "" : " ").append(phrases.words().ownForm(row, word));
    }
    return written.toString();
  }

  /// Which of some papers have a phrase, by their places in the list.
  BitSet within(long phrase, List<Integer> rows) {
    BitSet within = new BitSet(rows.size());
    Uses of = uses.get(phrase);
    for (int place = 0; of != null && place < rows.size(); place++) {
      within.set(place, of.papers.get(rows.get(place)));
    }
    return within;
  }

  /// The share of a phrase's places that another word follows, 0 to 1.
  double followed(long phrase) {
    Uses of = uses.get(phrase);
    return of == null || of.places == 0 ? 0 : (double) of.followed / of.places;
  }

  /// Up to twelve places of a phrase in abstracts from all over the corpus; in titles if fewer than
  /// three abstracts have it.
  List<Occurrence> examples(long phrase) {
    Uses of = uses.get(phrase);
    if (of == null) {
      return List.of();
    }
    return of.inAbstracts.kept.size() < MIN_IN_ABSTRACTS && !of.inTitles.kept.isEmpty()
        ? of.inTitles.kept
        : of.inAbstracts.kept;
  }

  /// A phrase as most papers write it, in lower case if a fifth of them do: the names of shared
  /// tasks are in capitals, the subjects that they are about are not.
  String of(long phrase) {
    Uses of = uses.get(phrase);
    return of == null ? "" : mostly(of.sure.isEmpty() ? of.doubtful : of.sure);
  }

  /// The form of most papers, whatever its capitals: in lower case if a fifth of them write it so,
  /// otherwise with the capitals of most; empty if there is none.
  static String mostly(Map<String, Integer> votes) {
    Map<String, Integer> lower = new TreeMap<>();
    votes.forEach((form, count) -> lower.merge(form.toLowerCase(Locale.ROOT), count, Integer::sum));
    String most = most(lower);
    if (LOWER * votes.getOrDefault(most, 0) >= lower.getOrDefault(most, 0)) {
      return most;
    }
    Map<String, Integer> written = new TreeMap<>(votes);
    written.keySet().removeIf(form -> !form.toLowerCase(Locale.ROOT).equals(most));
    return most(written);
  }

  /// The key with the largest value, the first of equal ones; empty if there is none.
  static String most(Map<String, Integer> votes) {
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
