package dev.akin.index.store;

import java.util.List;

/// Checks what is stored while an index answers queries. Safe for use by many threads; close it
/// before the index.
///
/// From a commit in which it finds damage, nothing is answered any more
/// ([IndexSnapshot#undamaged]).
public interface BackgroundCheck extends AutoCloseable {
  /// The usual speed: a pass takes 20 s a gigabyte, and leaves a disk and a processor to the
  /// queries.
  long BYTES_PER_SECOND = 50_000_000;

  /// How far it is with the commit that answers.
  ///
  /// @param checkedBytes bytes that were read
  /// @param allBytes size of all files
  /// @param isComplete whether all files were read
  /// @param damaged names of the damaged files, in order
  record Status(long checkedBytes, long allBytes, boolean isComplete, List<String> damaged) {
    public Status {
      damaged = List.copyOf(damaged);
    }
  }

  /// Starts checking, on a thread of its own.
  void start();

  /// How far it is.
  Status status();

  @Override
  void close();
}
