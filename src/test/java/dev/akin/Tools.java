package dev.akin;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Programs that some tests need and that a machine may not have.
///
/// Without its program a test is skipped. In CI, where the environment variable `CI` is set, it
/// fails instead: `.ci/run` installs all of them.
public final class Tools {
  private Tools() {}

  /// The first of these programs that is on the `PATH`, as a file.
  ///
  /// @param names different names of one program
  public static Optional<Path> find(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                    .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Skips the running test, or fails it in CI, unless a program is on the `PATH`.
  public static void require(String name) {
    require(find(name).isPresent(), name + " is not installed");
  }

  /// Skips the running test, or fails it in CI.
  ///
  /// @param present whether this machine has what the test needs
  /// @param missing what to say if it has not
  public static void require(boolean present, String missing) {
    if (!present && System.getenv("CI") != null) {
      fail(missing + "; .ci/run installs what the tests need");
    } else if (!present) {
      abort(missing);
    }
  }
}
