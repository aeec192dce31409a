package dev.akin.index.lucene.catalog;

import static dev.akin.index.lucene.Samples.dated;
import static dev.akin.index.lucene.Samples.index;
import static dev.akin.index.lucene.Samples.look;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.Filter;
import dev.akin.paper.Paper;
import dev.akin.paper.Period;
import dev.akin.paper.PublicationDate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BothStores
class DateSearchTest {
  private static final List<String> DATES =
      List.of("2023", "2024", "2024-01", "2024-02", "2024-01-01", "2024-02-29", "2024-12-31");

  private final Path directory;

  DateSearchTest(@TempDir Path directory) {
    this.directory = directory;
  }

  /// A year, its first month and its first day begin on one day, and are three dates.
  @Test
  void countsDaysMonthsAndYearsApart() {
    Random random = Seed.random();
    Map<PublicationDate, Integer> counts = new HashMap<>();
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int date = random.nextInt(DATES.size() + 1);
      papers.add(dated("p" + i, date == DATES.size() ? null : DATES.get(date)));
      if (date < DATES.size()) {
        counts.merge(PublicationDate.parse(DATES.get(date)), 1, Integer::sum);
      }
      if (i == 30) {
        index(directory, papers.toArray(Paper[]::new));
        papers.clear();
      }
    }
    index(directory, papers.toArray(Paper[]::new));
    look(
        directory,
        snapshot -> {
          assertThat(snapshot.contents().dates(Filter.NONE)).isEqualTo(counts);
          for (String text : List.of("2024", "2024-01", "2024-W01", "2024-02-29", "1999")) {
            Period period = Period.parse(text);
            int within =
                counts.entrySet().stream()
                    .filter(each -> period.contains(each.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            Filter filter = Filter.NONE.within(period);
            assertThat(snapshot.count(filter)).as(text).isEqualTo(within);
            assertThat(snapshot.browse(filter, null, 100))
                .as(text)
                .allMatch(paper -> period.contains(Objects.requireNonNull(paper.date())));
          }
        });
  }
}
