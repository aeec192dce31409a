package dev.akin.bench.million;

import dev.akin.Temporary;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.job.GivenVectorsJob;
import dev.akin.vector.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The nights of a corpus: each writes what [MadeCorpus] made for it. The index itself knows which
/// of them it has had.
///
/// @param folder of the corpus
/// @param models of the index
record Nights(Path folder, Models models) {
  /// What a night wrote.
  ///
  /// @param papers new and changed ones
  /// @param writtenBytes by the process
  record Cost(int night, long papers, double seconds, long writtenBytes) {}

  static PaperFile file(Path folder, int night) {
    return PaperFile.of(folder.resolve("nights"), "%02d".formatted(night));
  }

  Path index() {
    return folder.resolve("index");
  }

  /// Writes a corpus or what a night brings, and merges the index.
  ///
  /// @return how many papers were written
  long write(Path index, PaperFile file) {
    Space space = models.spaces().getFirst();
    SentenceVectors sentences = new SentenceVectors(space);
    try (PaperIndexWriter writer = new LuceneStore(index).writer(List.of(space))) {
      GivenVectorsJob job = new GivenVectorsJob(writer, models);
      file.read(
          space.dimension(), (paper, vector) -> job.add(paper, read -> sentences.of(read, vector)));
      job.finish();
      return job.written();
    }
  }

  /// Writes the next night that the index has not had.
  Cost next() throws IOException {
    int night = done();
    if (!Files.exists(file(folder, night).papers())) {
      throw new IllegalStateException("there are only " + night + " nights; make the corpus again");
    }
    long before = ProcessUse.writtenBytes();
    long start = System.nanoTime();
    long papers = write(index(), file(folder, night));
    return new Cost(
        night, papers, (System.nanoTime() - start) / 1e9, ProcessUse.writtenBytes() - before);
  }

  /// How many nights the index has had: the last paper of each is new.
  private int done() {
    try (PaperIndex index = new LuceneStore(index()).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      int night = 0;
      while (Files.exists(file(folder, night).papers()) && has(snapshot, night)) {
        night++;
      }
      return night;
    }
  }

  private boolean has(IndexSnapshot snapshot, int night) {
    String[] last = {""};
    file(folder, night)
        .read(models.spaces().getFirst().dimension(), (paper, _) -> last[0] = paper.id().value());
    return snapshot.find(last[0]).isPresent();
  }

  /// The size of an index that has nothing but a night, in bytes.
  long ownBytes(int night) throws IOException {
    Path own = Files.createTempDirectory(folder, "own-").resolve("index");
    write(own, file(folder, night));
    try (PaperIndex index = new LuceneStore(own).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      return snapshot.info().sizeBytes();
    } finally {
      Temporary.delete(own.getParent());
    }
  }
}
