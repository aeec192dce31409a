package dev.akin.index.store;

import java.util.OptionalLong;
import java.util.function.Consumer;

/// An index of papers, open for reading. Every query goes to a [#snapshot] of the newest commit
/// that it has seen; [#refresh] looks for a newer one. Safe for use by many threads; close it.
public interface PaperIndex extends AutoCloseable {
  /// How an index is checked before it is used.
  enum Check {
    /// All that is stored is compared with its checksums, and later it is noticed if a file is cut
    /// off: for what reads all papers anyway, such as a report.
    FILES,
    /// What a crash can break is compared. Later it is noticed if a file is cut off. For a service,
    /// which has a [#backgroundCheck] for the rest.
    NEWEST,
    /// Only what a query needs is read: for a single command.
    NOTHING
  }

  /// The newest commit that this index has seen; it stays open until the snapshot is closed.
  ///
  /// @throws IllegalStateException if the index is closed
  IndexSnapshot snapshot();

  /// Switches to the newest commit, also to that of another build, after checking its new files. If
  /// something is wrong with it, the old commit stays.
  ///
  /// @return whether there was a newer commit
  /// @throws IndexException if the newer commit cannot be used
  boolean refresh();

  /// The free space of the store, in bytes; empty if it is not known.
  OptionalLong freeBytes();

  /// Checks what is stored while the index answers queries. The caller starts it, and closes it
  /// before the index.
  ///
  /// @param bytesPerSecond maximum speed, such as [BackgroundCheck#BYTES_PER_SECOND]
  /// @param log is told of each damaged file
  BackgroundCheck backgroundCheck(long bytesPerSecond, Consumer<IndexException> log);

  @Override
  void close();
}
