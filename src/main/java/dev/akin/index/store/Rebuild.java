package dev.akin.index.store;

/// Makes a new build with other models from the papers of the current build, which it then
/// replaces. Until [#answer], the old build answers queries, and no other process can write to it.
/// After a crash, the next rebuild with the same models continues where this one ended.
///
/// For one thread; close it.
public interface Rebuild extends AutoCloseable {
  /// The newest commit of the old build.
  IndexSnapshot old();

  /// The writer of the new build; it is closed with this.
  PaperIndexWriter writer();

  /// Commits, replaces the current build by the new one in one step, and deletes all other builds,
  /// as soon as nobody reads them.
  ///
  /// @throws IndexException if the store fails; then the old or the new build is current, and whole
  void answer();

  @Override
  void close();
}
