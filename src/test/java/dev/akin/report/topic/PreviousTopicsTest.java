package dev.akin.report.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException.Kind;
import dev.akin.report.PlantedPapers;
import dev.akin.report.page.ReportException;
import dev.akin.report.topic.PreviousTopics.PreviousTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviousTopicsTest {
  @TempDir Path folder;

  private Path index() {
    return folder.resolve("index");
  }

  /// Writes the topics of the index, starting from the topics in the folder if it has some.
  private CorpusTopics report(boolean again) {
    List<CorpusTopics> found = new ArrayList<>();
    PlantedPapers.look(
        index(),
        look -> {
          found.add(look.found(again ? TopicsJson.read(folder) : null));
          TopicsJson.write(folder, found.getFirst(), look.provenance());
        });
    return found.getFirst();
  }

  @Test
  void stayTheSameForTheSameCorpus() throws IOException {
    new PlantedPapers(1).addAll(0, 32).index(index());
    CorpusTopics first = report(false);
    byte[] file = Files.readAllBytes(folder.resolve(TopicsJson.FILE));
    CorpusTopics second = report(true);
    assertThat(second.topics().list()).isEqualTo(first.topics().list());
    assertThat(second.changes()).isEmpty();
    assertThat(folder.resolve(TopicsJson.FILE)).hasBinaryContent(file);
  }

  @Test
  void keepIdAndLabelAsTheCorpusGrows() {
    PlantedPapers papers = new PlantedPapers(1);
    for (int field = 0; field < 7; field++) {
      papers.add(field, 0, 30 - field);
    }
    papers.index(index());
    CorpusTopics first = report(false);
    // The third becomes the largest, and a field appears.
    new PlantedPapers(2).add(2, 100, 120).add(7, 0, 30).index(index());
    CorpusTopics second = report(true);
    for (Topic topic : first.topics().list()) {
      assertThat(second.topics().list())
          .filteredOn(later -> later.id() == topic.id())
          .singleElement()
          .satisfies(later -> assertThat(later.label()).isEqualTo(topic.label()));
    }
    int known = first.topics().list().size();
    assertThat(second.topics().list())
        .filteredOn(topic -> topic.id() > known)
        .singleElement()
        .satisfies(topic -> assertThat(topic.label()).contains("railway"));
    assertThat(second.changes())
        .containsExactly(new TopicChange(TopicChange.Kind.NEW, known + 1, 0));
  }

  @Test
  void tellWhatBecameOfThem() {
    new PlantedPapers(1).addAll(0, 32).index(index());
    PlantedPapers.look(
        index(),
        look -> {
          // As if an earlier report had had fields 0 and 1 in one topic, field 2 in two, and one
          // of papers that are not there.
          PreviousTopics before =
              new PreviousTopics(
                  List.of(
                      old(3, "both", ids(0, 0, 32), ids(1, 0, 30)),
                      old(4, "part", ids(2, 0, 20)),
                      old(7, "rest", ids(2, 20, 32)),
                      old(8, "lost", List.of("nowhere"))),
                  9,
                  1);
          Topics topics = look.topics(before);
          assertThat(TopicChange.between(before, topics, look.corpus()))
              .contains(
                  new TopicChange(TopicChange.Kind.MERGED, 7, 4),
                  new TopicChange(TopicChange.Kind.GONE, 8, 0))
              .anyMatch(change -> change.kind() == TopicChange.Kind.SPLIT && change.other() == 3);
          assertThat(topics.list()).extracting(Topic::id).contains(3, 4).doesNotContain(7, 8);
          assertThat(topics.list())
              .filteredOn(topic -> topic.id() != 3 && topic.id() != 4)
              .allMatch(topic -> topic.id() >= 9);
        });
  }

  private static PreviousTopic old(int id, String label, List<String> papers) {
    return new PreviousTopic(id, label, papers);
  }

  private static PreviousTopic old(int id, String label, List<String> papers, List<String> more) {
    List<String> all = new ArrayList<>(papers);
    all.addAll(more);
    return new PreviousTopic(id, label, all);
  }

  private static List<String> ids(int field, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> "f%d-%03d".formatted(field, number))
        .toList();
  }

  @Test
  void areRefusedWhereThereAreNone() {
    assertThatThrownBy(() -> TopicsJson.read(folder))
        .isInstanceOfSatisfying(
            ReportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISSING))
        .hasMessage(
            folder.resolve("topics.json") + ": no such file; give the folder of an earlier report");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"format\": | not JSON",
        "[] | has no format",
        "{\"format\": \"akin topics 9\"} | has the format `akin topics 9`",
        "{\"format\": \"akin topics 1\", \"next\": 2} | no resolution or no topics",
        "{\"format\": \"akin topics 1\", \"resolution\": 1, \"next\": 2, \"topics\": [{\"id\": 2, \"label\": \"a\", \"papers\": []}]} | topic id 2 occurs twice or is not within 1..1",
        "{\"format\": \"akin topics 1\", \"resolution\": 1, \"next\": 2, \"topics\": [{\"id\": 1, \"papers\": []}]} | a topic has no label",
        "{\"format\": \"akin topics 1\", \"resolution\": 1, \"next\": 3, \"topics\": [{\"id\": 1, \"label\": \"a\", \"papers\": [\"p\", \"p\"]}]} | paper p occurs twice",
      })
  void areRefusedWhereTheirFileIsDamaged(String json, String why) throws IOException {
    Files.writeString(folder.resolve("topics.json"), json);
    assertThatThrownBy(() -> TopicsJson.read(folder))
        .isInstanceOfSatisfying(
            ReportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MALFORMED))
        .hasMessageStartingWith(folder.resolve("topics.json") + ": ")
        .hasMessageContaining(why);
  }
}
