package dev.akin.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Puts standard error back in its place.
///
/// Java greets its incubating module with a warning that no option turns off. The launcher keeps
/// the real standard error as file 3, and starts Java with a filter as standard error that takes
/// this one line away. Once Java runs, nothing needs to be filtered any more: from here on, akin,
/// the JVM and the native libraries write directly, and the filter ends.
final class StandardError {
  /// Set by the launcher: the number of the file that is the real standard error.
  private static final String KEPT_AS = "akin.stderr";

  private static final int STANDARD_ERROR = 2;

  private StandardError() {}

  /// Does nothing if the launcher did not set up a filter.
  static void restore() {
    Integer kept = Integer.getInteger(KEPT_AS);
    if (kept == null) {
      return;
    }
    Linker linker = Linker.nativeLinker();
    try {
      int result = (int) duplicate(linker).invokeExact(kept.intValue(), STANDARD_ERROR);
      if (result != STANDARD_ERROR) {
        throw new IllegalStateException("dup2(" + kept + ", 2) gave " + result);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("dup2", e);
    }
  }

  /// `int dup2(int from, int to)` of the C library.
  @SuppressWarnings("restricted") // two numbers of files, and no memory
  private static MethodHandle duplicate(Linker linker) {
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("dup2"),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  }
}
