package dev.akin.index.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.lucene.Samples;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.word.QueryTerms;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares the scores of papers by the words of a text with plain loops over the papers.
class WordScoresTest {
  /// A stemmer leaves these words as they are, and none is a stop word.
  private static final List<Paper> PAPERS =
      List.of(
          Paper.of("a", "oak elm", "oak root bark root oak"),
          Paper.of("b", "elm bark", "fish pond"),
          Paper.of("c", "pond fish pond", ""),
          Paper.of("d", "", "oak pond oak oak oak rock"),
          Paper.of("e", "rock", "rock rock rock"),
          Paper.of("f", "moth", "bark elm moth root oak fish bark pond"));

  @TempDir Path folder;

  @Test
  void areThoseOfAPlainLoop() {
    Samples.index(folder, PAPERS.toArray(Paper[]::new));
    check(PAPERS, paper -> true);
  }

  @Test
  void areTheSameInSeveralSegmentsAndLeaveDeletedPapersOut() {
    Samples.index(folder, PAPERS.get(0), PAPERS.get(1));
    Samples.index(folder, PAPERS.get(2), PAPERS.get(3));
    Samples.index(folder, PAPERS.get(4), PAPERS.get(5));
    check(PAPERS, paper -> true);
    List<Integer> before = new ArrayList<>();
    Samples.look(folder, snapshot -> Arrays.stream(numbers(snapshot)).forEach(before::add));
    Samples.change(folder, writer -> writer.delete(new PaperId("c")));
    // Its segment still has "d", so Lucene's word counts still include "c".
    check(PAPERS, paper -> !paper.id().value().equals("c"));
    Samples.look(
        folder,
        snapshot -> {
          int[] numbers = before.stream().mapToInt(Integer::intValue).toArray();
          List<Hit> hits = snapshot.lexical(Samples.words(snapshot, "", "pond"), numbers);
          assertThat(Samples.ids(snapshot, hits)).containsExactlyInAnyOrder("b", "d", "f");
        });
  }

  @Test
  void ofAPaperByItsOwnTextAreAboutOne() {
    Samples.index(folder, PAPERS.toArray(Paper[]::new));
    Samples.look(
        folder,
        snapshot -> {
          for (Paper paper : PAPERS) {
            QueryTerms own = Samples.words(snapshot, paper.title(), paper.abstractText());
            List<Hit> hits = snapshot.lexical(own, numbers(snapshot));
            assertThat(Samples.ids(snapshot, hits)).first().isEqualTo(paper.id().value());
            assertThat(hits.getFirst().score()).isCloseTo(1, within(1e-5));
            assertThat(hits.getLast().score()).isLessThan(0.9);
          }
        });
  }

  @Test
  void areNoneForWordsThatNoPaperHas() {
    Samples.index(folder, PAPERS.toArray(Paper[]::new));
    Samples.look(
        folder,
        snapshot -> {
          for (QueryTerms words :
              List.of(Samples.words(snapshot, "zebra", "lion"), Samples.words(snapshot, "", ""))) {
            assertThat(snapshot.lexical(words, numbers(snapshot))).isEmpty();
            assertThat(snapshot.lexical(words, 10, Filter.NONE)).isEmpty();
          }
        });
  }

  private void check(List<Paper> counted, Predicate<Paper> there) {
    Samples.look(
        folder,
        snapshot -> {
          for (List<String> text :
              List.of(
                  List.of("oak root", "oak fish zebra"),
                  List.of("", "pond pond pond bark"),
                  List.of("rock moth", ""))) {
            QueryTerms words = Samples.words(snapshot, text.getFirst(), text.getLast());
            Map<String, Double> found = new HashMap<>();
            snapshot
                .lexical(words, numbers(snapshot))
                .forEach(hit -> found.put(snapshot.id(hit.paper()).value(), hit.score()));
            Map<String, Double> plain = plain(counted, text.getFirst(), text.getLast());
            counted.stream()
                .filter(there.negate())
                .forEach(paper -> plain.remove(paper.id().value()));
            assertThat(found).containsOnlyKeys(plain.keySet());
            plain.forEach(
                (id, score) -> assertThat(found.get(id)).as(id).isCloseTo(score, within(1e-5)));
          }
        });
  }

  private static int[] numbers(IndexSnapshot snapshot) {
    return Samples.allIds(snapshot).stream().mapToInt(id -> Samples.find(snapshot, id)).toArray();
  }

  /// Σ (1 + ln n) √idf · (BM25 of title and abstract + ½ BM25 of the title), as a share of the
  /// score of the text itself.
  private static Map<String, Double> plain(List<Paper> papers, String title, String abstractText) {
    double self = score(papers, title, abstractText, title, abstractText);
    Map<String, Double> scores = new HashMap<>();
    for (Paper paper : papers) {
      double score = score(papers, title, abstractText, paper.title(), paper.abstractText());
      if (score > 0) {
        scores.put(paper.id().value(), score / self);
      }
    }
    return scores;
  }

  private static double score(
      List<Paper> papers,
      String queryTitle,
      String queryAbstract,
      String paperTitle,
      String paperAbstract) {
    List<List<String>> texts =
        papers.stream().map(p -> words(p.title(), p.abstractText())).toList();
    List<List<String>> titles =
        papers.stream().map(p -> words(p.title())).filter(words -> !words.isEmpty()).toList();
    List<String> query = words(queryTitle, queryTitle, queryAbstract);
    double sum = 0;
    for (String word : new TreeSet<>(query)) {
      double papersWith = texts.stream().filter(text -> text.contains(word)).count();
      if (papersWith > 0) {
        double idf = Math.log((papers.size() + 1) / (papersWith + 1)) + 1;
        double weight = (1 + Math.log(Collections.frequency(query, word))) * Math.sqrt(idf);
        sum +=
            weight
                * (bm25(word, words(paperTitle, paperAbstract), texts)
                    + 0.5 * bm25(word, words(paperTitle), titles));
      }
    }
    return sum;
  }

  /// Robertson's BM25 with k1 = 1.2 and b = 0.75; 0 for a word that no paper has in the field.
  private static double bm25(String word, List<String> text, List<List<String>> texts) {
    double with = texts.stream().filter(each -> each.contains(word)).count();
    double average = texts.stream().mapToInt(List::size).average().orElseThrow();
    double count = Collections.frequency(text, word);
    double idf = Math.log(1 + (texts.size() - with + 0.5) / (with + 0.5));
    return with == 0 ? 0 : idf * count / (count + 1.2 * (1 - 0.75 + 0.75 * text.size() / average));
  }

  private static List<String> words(String... texts) {
    List<String> words = new ArrayList<>();
    for (String text : texts) {
      Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).forEach(words::add);
    }
    return words;
  }
}
