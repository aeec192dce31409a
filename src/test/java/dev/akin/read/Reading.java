package dev.akin.read;

import dev.akin.paper.Paper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/// Everything that a reader returns for a source.
public record Reading(
    PaperFormat format, List<Paper> papers, List<Problem> problems, long records) {
  public static Reading of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8), ReadOptions.DEFAULT);
  }

  public static Reading of(String text, PaperFormat format) {
    return of(text.getBytes(StandardCharsets.UTF_8), new ReadOptions(format, null));
  }

  public static Reading of(byte[] bytes, ReadOptions options) {
    return of(PaperSource.of("test", new ByteArrayInputStream(bytes)), options);
  }

  public static Reading of(PaperSource source, ReadOptions options) {
    List<Paper> papers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try (PaperReader reader = PaperReader.open(source, options, problems::add)) {
      for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
        papers.add(paper);
      }
      return new Reading(reader.format(), papers, problems, reader.records());
    }
  }

  public Paper paper() {
    if (papers.size() != 1 || !problems.isEmpty()) {
      throw new AssertionError("not one paper but " + this);
    }
    return papers.getFirst();
  }

  public String problem() {
    if (problems.size() != 1 || !papers.isEmpty()) {
      throw new AssertionError("not one problem but " + this);
    }
    return problems.getFirst().what();
  }

  public List<String> ids() {
    return papers.stream().map(paper -> paper.id().value()).toList();
  }

  /// What the source calls each paper first.
  public List<String> names() {
    return papers.stream().map(paper -> paper.names().getFirst()).toList();
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  public static byte[] resource(String name) {
    try (InputStream stream = Reading.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
