package dev.akin.index.lucene.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.Damage;
import dev.akin.index.lucene.Samples;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperMergesTest {
  private static final int PAPERS = 200;
  private static final int NIGHT = 4;

  @TempDir Path directory;

  private void night(int from, int count) {
    Samples.change(
        directory,
        writer -> {
          for (int i = from; i < from + count; i++) {
            Samples.put(writer, Samples.paper("p" + i, "Title " + i));
          }
          writer.compact(0, null);
        });
  }

  /// Largest first.
  private List<SegmentCommitInfo> segments() throws IOException {
    try (FSDirectory files = FSDirectory.open(Damage.build(directory))) {
      return SegmentInfos.readLatestCommit(files).asList().stream()
          .sorted(
              Comparator.comparingInt((SegmentCommitInfo segment) -> segment.info.maxDoc())
                  .reversed())
          .toList();
    }
  }

  private String largest() throws IOException {
    return segments().getFirst().info.name;
  }

  @Test
  void nightsAreMergedWithEachOtherAndLeaveTheLargestSegmentAsItIs() throws IOException {
    night(0, PAPERS);
    String largest = largest();
    List<Integer> counts = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      night(PAPERS + n * NIGHT, NIGHT);
      counts.add(segments().size());
    }
    assertThat(counts).containsExactly(2, 3, 4, 2);
    assertThat(largest()).isEqualTo(largest);
  }

  @Test
  void manyNewPapersAreMergedWithTheOthers() throws IOException {
    night(0, PAPERS);
    night(PAPERS, 3 * PAPERS / 10);
    assertThat(segments()).hasSize(1);
  }

  @Test
  void deletedPapersAreMergedAway() throws IOException {
    night(0, PAPERS);
    String largest = largest();
    delete(0, PAPERS / 10);
    assertThat(largest()).isEqualTo(largest);
    assertThat(segments().getFirst().getDelCount()).isPositive();
    delete(PAPERS / 10, PAPERS / 10);
    assertThat(segments()).hasSize(1);
    assertThat(segments().getFirst().getDelCount()).isZero();
  }

  private void delete(int from, int count) {
    Samples.change(
        directory,
        writer -> {
          for (int i = from; i < from + count; i++) {
            writer.delete(new PaperId("p" + i));
          }
          writer.compact(0, null);
        });
  }

  @Test
  void deletedPapersLeaveTheDiskWhenItIsAskedFor() throws IOException {
    night(0, PAPERS);
    Samples.change(directory, writer -> writer.delete(new PaperId("p7")));
    Samples.change(directory, PaperIndexWriter::purge);
    assertThat(segments()).singleElement().returns(0, SegmentCommitInfo::getDelCount);
  }

  /// A year on a million papers: what is written, and how many segments are left.
  @Test
  void mostNightsWriteTwiceTheirOwnSize() {
    List<Integer> segments = new ArrayList<>(List.of(1_000_000));
    List<Integer> written = new ArrayList<>();
    int deleted = 0;
    int most = 0;
    int whole = 0;
    for (int n = 0; n < 365; n++) {
      // 1,200 papers are written in five commits; 200 of them replace others.
      segments.addAll(List.of(256, 256, 256, 256, 176));
      deleted += 200;
      int merged = merge(segments, deleted);
      if (segments.size() == 1) {
        whole++;
        deleted = 0;
      } else {
        written.add(1_200 + merged);
      }
      most = Math.max(most, segments.size());
    }
    written.sort(Comparator.naturalOrder());
    assertThat(written.get(written.size() * 2 / 3)).isEqualTo(2 * 1_200);
    assertThat(written.stream().mapToInt(Integer::intValue).average().orElseThrow())
        .isLessThan(4.5 * 1_200);
    assertThat(whole).isEqualTo(1);
    assertThat(most).isLessThanOrEqualTo(12);
  }

  /// @return how many documents were written
  private static int merge(List<Integer> segments, int deleted) {
    int written = 0;
    while (true) {
      segments.sort(Comparator.reverseOrder());
      int kept = PaperMerges.kept(segments.stream().mapToInt(Integer::intValue).toArray(), deleted);
      if (kept == segments.size() || segments.size() == 1) {
        return written;
      }
      List<Integer> merged = segments.subList(kept, segments.size());
      int sum = merged.stream().mapToInt(Integer::intValue).sum();
      merged.clear();
      segments.add(sum);
      written += sum;
    }
  }

  @Test
  void anEmptyIndexIsNotMerged() {
    assertThat(PaperMerges.kept(new int[0], 0)).isZero();
    assertThat(PaperMerges.kept(new int[] {5}, 0)).isEqualTo(1);
  }
}
