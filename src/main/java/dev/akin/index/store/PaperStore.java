package dev.akin.index.store;

import dev.akin.vector.Space;
import java.util.List;

/// A place that keeps one index: a folder of this machine, or a cluster. There need not be an index
/// yet.
///
/// The types of this room are all that other rooms know of an index. A store is a room of its own
/// that implements them; no type of its engine leaves it.
public interface PaperStore {
  /// The spaces of the index's models, in their order; none if there is no index yet.
  ///
  /// @throws IndexException if the index is damaged or another version of akin made it
  List<Space> spaces();

  /// Opens the index for reading.
  ///
  /// @throws IndexException if there is no index, or it cannot be used; the message says why
  PaperIndex open(PaperIndex.Check check);

  /// Opens the index for writing. Creates it if there is none.
  ///
  /// @param spaces of the vectors that will be added
  /// @throws IndexException if there is something else at this place, the index was made with other
  ///   models, another process writes to it, or it is damaged
  PaperIndexWriter writer(List<Space> spaces);

  /// Opens the index for writing, whatever its models are.
  ///
  /// @throws IndexException if there is no index, another process writes to it, or it is damaged
  PaperIndexWriter writer();

  /// Starts a build with other models, or continues an unfinished one.
  ///
  /// @throws IndexException if there is no index, it is damaged, or another process writes to it
  Rebuild rebuild(List<Space> spaces);

  /// Deletes unfinished builds. Only while a writer is open, so that no other process makes one.
  ///
  /// @throws IndexException if the store fails
  void abandonRebuilds();

  /// Checks everything in the newest commit. It changes nothing, and a writer can continue
  /// meanwhile.
  ///
  /// @throws IndexException if there is no index, another version of akin made it, or the store
  ///   fails
  Verification verify(VerifyOptions options);

  /// The place as a user names it.
  @Override
  String toString();
}
