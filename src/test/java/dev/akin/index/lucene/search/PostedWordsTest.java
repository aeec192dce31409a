package dev.akin.index.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.Seed;
import dev.akin.base.Deadline;
import dev.akin.index.lucene.Samples;
import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.PaperAnalyzer;
import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.Hit;
import dev.akin.index.word.QueryTerms;
import dev.akin.index.word.QueryText;
import dev.akin.paper.Paper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Papers have the same scores whether the counts of their words are stored with them or not.
class PostedWordsTest {
  private static final int PAPERS = 60;

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "en", List.of("oak", "trees", "forest", "the", "growing", "Berlin", "rings", "of"),
          "de", List.of("Eiche", "Bäume", "Wald", "der", "wachsende", "Berlin", "Ringe", "und"));

  @ParameterizedTest
  @MethodSource("dev.akin.Seed#three")
  void papersWithoutCountsHaveTheSameScores(long seed) throws IOException {
    Random random = Seed.fixed(seed);
    List<Paper> papers =
        IntStream.range(0, PAPERS).mapToObj(number -> paper(number, random)).toList();
    for (Paper query : papers.subList(0, 10)) {
      Map<Integer, Double> counted = scores(papers, 0, query);
      assertThat(counted).isNotEmpty();
      for (int without : List.of(PAPERS / 2, PAPERS)) {
        Map<Integer, Double> posted = scores(papers, without, query);
        assertThat(posted).containsOnlyKeys(counted.keySet());
        posted.forEach(
            (paper, score) -> assertThat(score).isCloseTo(counted.get(paper), within(1e-9)));
      }
    }
  }

  private static Paper paper(int number, Random random) {
    String language = number % 2 == 0 ? "en" : "de";
    // One word that says something, so that every paper finds some.
    String title = "Berlin " + text(language, random.nextInt(6), random);
    return Paper.of("p" + number, title, text(language, random.nextInt(40), random))
        .inLanguage(language);
  }

  private static String text(String language, int words, Random random) {
    List<String> known = Objects.requireNonNull(WORDS.get(language));
    return IntStream.range(0, words)
        .mapToObj(_ -> known.get(random.nextInt(known.size())))
        .collect(Collectors.joining(" "));
  }

  /// The scores by number.
  ///
  /// @param without how many papers are written without counts, spread over all
  private static Map<Integer, Double> scores(List<Paper> papers, int without, Paper query)
      throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(new PaperAnalyzer()))) {
        CommitData facts = CommitData.none("build", List.of(Samples.SPACE));
        writer.setLiveCommitData(facts.toMap().entrySet());
        for (int i = 0; i < papers.size(); i++) {
          Document document = PaperDocument.of(papers.get(i));
          if (i * without / papers.size() < (i + 1) * without / papers.size()) {
            document.removeField(PaperDocument.WORD_COUNTS);
          }
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        QueryText text = new QueryText(query.title(), query.abstractText(), query.language());
        OpenCommit commit = new OpenCommit("memory", reader);
        QueryTerms words =
            new LexicalSearch(commit, new SearchTime(Deadline.NEVER)).words(List.of(text));
        QueryTerms.Wording wording = words.readings().getFirst();
        int[] all = IntStream.range(0, papers.size()).toArray();
        return new WordScores(reader, wording)
            .of(all).stream().collect(Collectors.toMap(Hit::paper, Hit::score));
      }
    }
  }
}
