package dev.akin.index.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.Seed;
import dev.akin.index.Samples;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import dev.akin.vector.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosePairsTest {
  private static final double MIN_COSINE = 0.6;

  @TempDir Path folder;

  @Test
  void areThoseOfAPlainDoubleLoop() {
    Random random = Seed.random();
    List<Paper> papers = papers(random);
    // Makes two segments.
    Samples.index(folder, papers.subList(0, 30).toArray(Paper[]::new));
    Samples.index(folder, papers.subList(30, 60).toArray(Paper[]::new));
    Collections.shuffle(papers, random);
    Samples.look(
        folder,
        snapshot -> {
          int[] numbers =
              papers.stream()
                  .mapToInt(paper -> Samples.find(snapshot, paper.id().value()))
                  .toArray();
          assertThat(found(snapshot.closePairs(numbers, MIN_COSINE), papers))
              .containsExactlyInAnyOrderElementsOf(plain(papers));
        });
  }

  private static List<String> found(ClosePairs pairs, List<Paper> papers) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      for (int j = i + 1; j < papers.size(); j++) {
        Paper one = papers.get(i);
        Paper other = papers.get(j);
        pairs
            .cosine(i, j)
            .ifPresent(
                cosine -> {
                  found.add(one.id() + " " + other.id());
                  assertThat(cosine).isCloseTo(vector(one).cosine(vector(other)), within(1e-5));
                });
      }
    }
    return found;
  }

  /// Some papers have the same title, some no title, some the same text, some no text.
  private static List<Paper> papers(Random random) {
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String title = i % 10 == 0 ? "" : "Title " + random.nextInt(20);
      String abstractText = i % 6 == 0 ? "" : "Abstract " + random.nextInt(30);
      papers.add(
          Paper.of("p" + i, i % 2 == 0 ? title : title.toUpperCase(Locale.ROOT), abstractText));
    }
    return papers;
  }

  private static List<String> plain(List<Paper> papers) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      for (int j = i + 1; j < papers.size(); j++) {
        Paper one = papers.get(i);
        Paper other = papers.get(j);
        String title = TitleKey.of(one.title());
        boolean sameTitle = !title.isEmpty() && title.equals(TitleKey.of(other.title()));
        boolean haveTexts = !one.withoutText() && !other.withoutText();
        if (haveTexts && (sameTitle || vector(one).cosine(vector(other)) >= MIN_COSINE)) {
          pairs.add(one.id() + " " + other.id());
        }
      }
    }
    return pairs;
  }

  private static Embedding vector(Paper paper) {
    return Samples.vectorOf(Samples.textOf(paper));
  }
}
