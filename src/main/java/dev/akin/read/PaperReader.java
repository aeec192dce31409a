package dev.akin.read;

import dev.akin.base.AkinException;
import dev.akin.paper.Paper;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.CountingStream;
import dev.akin.read.record.GzipStream;
import dev.akin.read.record.LimitedStream;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.ReadException;
import dev.akin.read.record.RecordReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the papers of one source, one after the other, with LaTeX as plain text.
///
/// Memory is bounded whatever the source holds: a line or record of more than 1,048,576 bytes is
/// skipped without being kept, and a gzip is unpacked as it is read. For one thread, except
/// [#positionBytes]. Close it.
public final class PaperReader implements AutoCloseable {
  private final String name;
  private final CountingStream stream;
  private final LineReader lines;
  private final PaperFormat format;
  private final boolean mayBeEmpty;
  private final RecordReader reader;
  private final Consumer<Problem> problems;
  private long records;

  private PaperReader(
      String name, CountingStream stream, ReadOptions options, Consumer<Problem> problems)
      throws IOException {
    this.name = name;
    this.stream = stream;
    this.lines = new LineReader(new LimitedStream(GzipStream.unpack(stream), options.maxBytes()));
    this.format = format(name, lines.head(), options);
    this.mayBeEmpty = format.mayBeEmpty(lines.head());
    this.reader = format.reader(lines, options);
    this.problems = problems;
  }

  /// Opens `source` and finds its format, if the options do not give one.
  ///
  /// @param problems called for each record that is skipped, in the order of the source, or once if
  ///   the source has no records, but is not as its format writes an empty list
  /// @throws ReadException if the source does not exist, cannot be read or has no known format
  public static PaperReader open(
      PaperSource source, ReadOptions options, Consumer<Problem> problems) {
    CountingStream stream = null;
    try {
      stream = new CountingStream(source.open());
      return new PaperReader(source.name(), stream, options, problems);
    } catch (IOException e) {
      throw closing(stream, ReadException.opening(source.name(), e));
    } catch (ReadException e) {
      throw closing(stream, e);
    }
  }

  private static ReadException closing(@Nullable CountingStream stream, ReadException failure) {
    try {
      if (stream != null) {
        stream.close();
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private static PaperFormat format(String name, byte[] head, ReadOptions options) {
    PaperFormat given = options.format();
    if (given == null) {
      return FormatFinder.find(name, head);
    }
    FormatFinder.check(name, head);
    return given;
  }

  /// The next paper, or null at the end. Records that are skipped on the way to it are reported as
  /// problems first.
  ///
  /// @throws ReadException if the source is damaged or cannot be read on; every later call throws
  ///   it again
  public @Nullable Paper next() {
    while (true) {
      try {
        Paper paper = reader.next();
        if (paper == null && records == 0 && !mayBeEmpty) {
          records++;
          problems.accept(new Problem(name, 1, 0, "no record of the format " + format + " in it"));
        }
        records += paper == null ? 0 : 1;
        return paper == null ? null : format.plain(paper);
      } catch (BadRecordException e) {
        records++;
        problems.accept(origin().problem(e.what()));
      } catch (IOException e) {
        throw ReadException.reading(name, e, records, lines.byteOffset());
      }
    }
  }

  /// Where the paper is that [#next] returned last.
  public PaperOrigin origin() {
    Line line = reader.line();
    return new PaperOrigin(name, line.number(), line.byteOffset());
  }

  /// The number of records so far, including those that were skipped.
  public long records() {
    return records;
  }

  /// The number of bytes read from the source so far, before unpacking. It is ahead of the papers
  /// by what is buffered, and at the end it is the size of the source. Safe to call from any
  /// thread.
  public long positionBytes() {
    return stream.count();
  }

  /// The format of the source, as given or found.
  public PaperFormat format() {
    return format;
  }

  /// The encoding of the source, as far as it was read.
  public Charset encoding() {
    return lines.encoding();
  }

  /// Closes the source.
  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new ReadException(AkinException.Kind.IO, name, "cannot be closed", e);
    }
  }
}
