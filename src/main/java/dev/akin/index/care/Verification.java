package dev.akin.index.care;

import dev.akin.index.commit.IndexHome;
import dev.akin.index.commit.IndexInfo;
import dev.akin.index.disk.IndexException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of checking everything in an index.
///
/// @param info the commit that was checked; absent if its files are too damaged to read it
/// @param checked the result of each check, in order
public record Verification(@Nullable IndexInfo info, List<CheckResult> checked) {
  public Verification {
    checked = List.copyOf(checked);
  }

  /// Checks everything in the newest commit of the index in `directory`. It changes nothing, and a
  /// writer can continue meanwhile.
  ///
  /// @throws IndexException if there is no index, another version of akin made it, or its disk
  ///   fails
  public static Verification of(Path directory, VerifyOptions options) {
    return new IndexCheck(new IndexHome(directory), options).run();
  }

  /// Whether nothing is wrong.
  public boolean isWhole() {
    return checked.stream().allMatch(part -> part.wrong() == 0);
  }
}
