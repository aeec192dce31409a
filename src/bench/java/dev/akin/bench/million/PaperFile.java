package dev.akin.bench.million;

import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import dev.akin.write.json.PaperJson;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Papers and a vector for each: akin's JSON lines, and next to them the coordinates as big-endian
/// floats, in the same order.
///
/// @param papers `NAME.jsonl`
/// @param vectors `NAME.f32`
record PaperFile(Path papers, Path vectors) {
  /// Takes a paper and its vector.
  interface Each {
    void accept(Paper paper, float[] vector);
  }

  static PaperFile of(Path folder, String name) {
    return new PaperFile(folder.resolve(name + ".jsonl"), folder.resolve(name + ".f32"));
  }

  /// Writes such a file. Close it.
  static final class Out implements AutoCloseable {
    private final BufferedWriter papers;
    private final DataOutputStream vectors;

    private Out(PaperFile file) throws IOException {
      papers = Files.newBufferedWriter(file.papers());
      vectors =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file.vectors())));
    }

    void add(Paper paper, float[] vector) throws IOException {
      papers.write(PaperJson.of(paper).toString());
      papers.newLine();
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.length);
      bytes.asFloatBuffer().put(vector);
      vectors.write(bytes.array());
    }

    @Override
    public void close() throws IOException {
      papers.close();
      vectors.close();
    }
  }

  Out create() throws IOException {
    return new Out(this);
  }

  /// Reads it with akin's own reader.
  ///
  /// @param dimension of the vectors
  /// @throws IllegalStateException if a record cannot be read: the vectors would not fit
  void read(int dimension, Each each) {
    try (PaperReader reader =
            PaperReader.open(
                PaperSource.of(papers),
                ReadOptions.DEFAULT,
                problem -> {
                  throw new IllegalStateException(problem.toString());
                });
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(vectors), 1 << 16))) {
      byte[] bytes = new byte[Float.BYTES * dimension];
      for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
        in.readFully(bytes);
        float[] vector = new float[dimension];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        each.accept(paper, vector);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
