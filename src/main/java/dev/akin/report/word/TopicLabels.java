package dev.akin.report.word;

import com.carrotsearch.hppc.LongHashSet;
import dev.akin.report.corpus.CentralPapers;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.word.PhraseScores.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The words that distinguish each topic from the others, and labels made of these words. No two
/// labels are equal.
///
/// @hidden public for its own room only
public final class TopicLabels {
  /// How many phrases a label has, unless it needs more to be unlike the others.
  private static final int MAX_PARTS = 3;

  /// How many characters a label has at most, unless its first phrase alone is longer.
  private static final int MAX_LENGTH = 64;

  /// A part of a label has at least this weight, compared with the first part.
  private static final double MIN_WEIGHT = 0.005;

  /// And it names so large a part of the topic that the parts before do not name.
  private static final double MIN_ADDED = 0.05;

  /// The first part that fewer of the topic's papers have ends the label: readers take it for the
  /// name of more papers than it is.
  private static final double MIN_SHARE = 0.06;

  /// The same for a single word, which says less.
  private static final double MIN_SHARE_OF_ONE = 0.15;

  /// If that would leave one part alone, there are two, however few papers have them.
  private static final int LEAST_PARTS = 2;

  /// How fast the weight of a paper grows with its centrality.
  private static final double STEEPNESS = 4;

  /// A paper that is less central counts as if it had this centrality.
  private static final double MIN_CENTRALITY = 0.01;

  /// A phrase must be in one of this many papers, within the two bounds that follow.
  private static final int PAPERS_PER_PAPER_WITH_PHRASE = 4_000;

  private static final int LOWEST_MIN_PAPERS = 2;
  private static final int HIGHEST_MIN_PAPERS = 25;

  /// A word or phrase that distinguishes a topic from the others.
  ///
  /// @param text as most papers write it
  /// @param weight how well it names the topic, compared with the others
  /// @param share the share of the topic's papers that have it, 0 to 1
  /// @param added the part of the topic that it names and the better words do not, 0 to 1
  public record TopicWord(String text, double weight, double share, double added) {}

  private final Set<String> taken;

  /// @param taken labels that are already in use
  public TopicLabels(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /// The words of each topic, best first. A phrase must be in at least 2 papers; in a large corpus
  /// in one of 4,000 papers, up to 25 papers.
  ///
  /// @param rows the rows of the papers whose words are read, ascending
  /// @param topics the papers of each topic, by their places in `rows`
  /// @param languages of the last topics, which are those of languages
  public static List<List<TopicWord>> words(
      Corpus corpus, int[] rows, List<List<Integer>> topics, List<String> languages) {
    if (topics.isEmpty()) {
      return List.of();
    }
    int minPapers =
        Math.clamp(
            rows.length / PAPERS_PER_PAPER_WITH_PHRASE, LOWEST_MIN_PAPERS, HIGHEST_MIN_PAPERS);
    CorpusWords words = new CorpusWords(corpus, rows);
    CorpusPhrases phrases = new CorpusPhrases(words, minPapers);
    PhraseScores scores = new PhraseScores(phrases, topics);
    List<List<Scored>> scored = IntStream.range(0, topics.size()).mapToObj(scores::of).toList();
    LongHashSet wanted = new LongHashSet();
    scored.forEach(list -> list.forEach(one -> wanted.add(one.phrase())));
    PhraseForms forms = new PhraseForms(phrases, wanted);
    TopicWords chooser =
        new TopicWords(
            phrases,
            forms,
            new NounPhrases(words, forms),
            new LongForms(words, acronyms(forms, wanted)));
    int bySubject = topics.size() - languages.size();
    return IntStream.range(0, topics.size())
        .mapToObj(
            at ->
                chooser.of(
                    scored.get(at),
                    topics.get(at),
                    weights(corpus, rows, topics.get(at)),
                    at < bySubject ? null : languages.get(at - bySubject)))
        .toList();
  }

  /// How much each paper of a topic counts: the more, the more central it is. The sum is 1.
  private static double[] weights(Corpus corpus, int[] rows, List<Integer> topic) {
    int[] own = topic.stream().mapToInt(place -> rows[place]).toArray();
    CentralPapers central = CentralPapers.of(corpus, Arrays.stream(own).boxed().toList());
    double[] weights = new double[own.length];
    for (int rank = 0; rank < weights.length; rank++) {
      double cosine = Math.max(MIN_CENTRALITY, central.cosines().get(rank));
      weights[Arrays.binarySearch(own, central.rows().get(rank))] =
          StrictMath.pow(cosine, STEEPNESS);
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static Set<String> acronyms(PhraseForms forms, LongHashSet wanted) {
    return Arrays.stream(wanted.toArray())
        .mapToObj(forms::of)
        .flatMap(form -> Arrays.stream(form.split(" ")))
        .filter(LongForms::isAcronym)
        .map(LongForms::bare)
        .collect(Collectors.toSet());
  }

  /// Makes a new label of the words that name the topic best, or of a title if there are no words.
  /// If that label is taken, it gets more words, and finally a number.
  ///
  /// @param all the topic's words, best first
  /// @param title the title of the most central paper
  public String label(List<TopicWord> all, String title) {
    List<TopicWord> words = telling(all);
    String label = words.isEmpty() ? shortened(title) : joined(words);
    List<TopicWord> others = all.stream().filter(word -> !words.contains(word)).toList();
    for (int more = 0; taken.contains(label) && more < others.size(); more++) {
      label += ", " + others.get(more).text();
    }
    String unlike = label;
    for (int number = 2; !taken.add(unlike); number++) {
      unlike = label + " " + number;
    }
    return unlike;
  }

  /// The words of a label: those that enough papers have, or the two best ones if fewer are.
  private static List<TopicWord> telling(List<TopicWord> all) {
    int common = 0;
    while (common < all.size() && isCommon(all.get(common))) {
      common++;
    }
    List<TopicWord> words = telling(all.subList(0, common), MAX_PARTS);
    return words.size() >= LEAST_PARTS ? words : telling(all, LEAST_PARTS);
  }

  private static boolean isCommon(TopicWord word) {
    return word.share() >= (word.text().contains(" ") ? MIN_SHARE : MIN_SHARE_OF_ONE);
  }

  private static List<TopicWord> telling(List<TopicWord> all, int parts) {
    List<TopicWord> words = new ArrayList<>();
    int length = 0;
    for (TopicWord word : all) {
      boolean tells =
          word.added() >= MIN_ADDED && word.weight() >= MIN_WEIGHT * all.getFirst().weight();
      boolean fits = words.isEmpty() || length + 2 + word.text().length() <= MAX_LENGTH;
      if (words.size() < parts && tells && fits) {
        words.add(word);
        length += word.text().length() + 2;
      }
    }
    return words.isEmpty() ? all.subList(0, Math.min(1, all.size())) : words;
  }

  private static String joined(List<TopicWord> words) {
    return words.stream().map(TopicWord::text).collect(Collectors.joining(", "));
  }

  private static String shortened(String title) {
    if (title.isBlank()) {
      return "untitled";
    }
    if (title.length() <= MAX_LENGTH) {
      return title;
    }
    int space = title.lastIndexOf(' ', MAX_LENGTH);
    int end = space > 0 ? space : title.offsetByCodePoints(0, MAX_LENGTH / 2);
    return title.substring(0, end) + "\u2026";
  }
}
