package dev.akin.serve.request;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.base.Printable;
import dev.akin.base.Sha256;
import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import dev.akin.recommend.LibraryQuery;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.guard.RequestBodies;
import dev.akin.write.text.SkippedEntries;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A library of references that a client sent, in any format that akin reads. Owns the array:
/// nobody changes it.
///
/// @hidden public for its own room only
public final class LibraryFile {
  /// The name of a file that came without one.
  static final String NAME = "the file";

  private static final ReadOptions OPTIONS =
      ReadOptions.DEFAULT.withMaxBytes(RequestBodies.MAX_FILE_BYTES);

  private final String name;
  private final byte[] bytes;

  /// @param name for messages
  LibraryFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /// Whether there is nothing in it, as in a form in which no file was chosen.
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /// Its SHA-256.
  public String digest() {
    Sha256 digest = new Sha256();
    digest.put(name);
    digest.put(bytes);
    return digest.hex();
  }

  /// Reads its entries.
  ///
  /// @param skipped gets those that cannot be read
  /// @throws RefusedRequest if the file cannot be read at all or not before the deadline, or has
  ///   too many entries
  public List<Paper> entries(SkippedEntries skipped, Deadline deadline) {
    List<Paper> entries = new ArrayList<>();
    try (PaperReader reader = open(problem -> skip(problem, skipped, entries, deadline))) {
      for (Paper entry = reader.next(); entry != null; entry = reader.next()) {
        if (entries.size() == LibraryQuery.MAX_EXAMPLES) {
          throw new RefusedRequest(
              413,
              "%s has more than %s entries; send a part of it"
                  .formatted(name, Printable.count(LibraryQuery.MAX_EXAMPLES)));
        }
        requireTime(entries, deadline);
        entries.add(entry);
      }
    } catch (ReadException e) {
      throw refused(e, 422);
    }
    if (entries.isEmpty()) {
      throw nothing(skipped);
    }
    return entries;
  }

  private RefusedRequest nothing(SkippedEntries skipped) {
    String why =
        skipped.named().stream()
            .map(first -> "; line " + Printable.count(first.line()) + ": " + first.what())
            .findFirst()
            .orElse("");
    return new RefusedRequest(422, name + " has no entry that can be read" + why);
  }

  private PaperReader open(Consumer<Problem> problems) {
    try {
      PaperSource source = PaperSource.of(name, new ByteArrayInputStream(bytes));
      return PaperReader.open(source, OPTIONS, problems);
    } catch (ReadException e) {
      throw refused(e, bytes.length == 0 ? 422 : 415);
    }
  }

  private void skip(
      Problem problem, SkippedEntries skipped, List<Paper> entries, Deadline deadline) {
    skipped.add(problem.file(), problem.line(), problem.what());
    requireTime(entries, deadline);
  }

  private void requireTime(List<Paper> entries, Deadline deadline) {
    if (deadline.hasPassed()) {
      throw new RefusedRequest(
          503,
          "there was time to read %s of %s; send a part of it, or try again in a second"
              .formatted(Printable.count(entries.size(), "entry", "entries"), name));
    }
  }

  /// Only a source that is too long is not available.
  private static RefusedRequest refused(ReadException e, int otherwise) {
    return e.kind() == AkinException.Kind.UNAVAILABLE
        ? new RefusedRequest(413, e.getMessage() + " after unpacking; send a part of it")
        : new RefusedRequest(otherwise, String.valueOf(e.getMessage()));
  }
}
