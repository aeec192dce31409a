package dev.akin.index.care;

import dev.akin.index.commit.IndexHome;
import dev.akin.index.commit.IndexInfo;
import dev.akin.index.disk.IndexException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found when everything in an index was looked at.
///
/// @param info of the commit that was looked at; absent if its files are too damaged to say
/// @param checked what was looked at, in order
public record Verification(@Nullable IndexInfo info, List<CheckResult> checked) {
  public Verification {
    checked = List.copyOf(checked);
  }

  /// Looks at everything in the newest commit of the index in `directory`; nothing is changed, and
  /// a writer may go on meanwhile.
  ///
  /// @throws IndexException if there is no index, or it cannot be looked at: another akin made it,
  ///   or its disk fails
  public static Verification of(Path directory, VerifyOptions options) {
    return new IndexCheck(new IndexHome(directory), options).run();
  }

  /// Whether nothing is wrong.
  public boolean isWhole() {
    return checked.stream().allMatch(part -> part.wrong() == 0);
  }
}
