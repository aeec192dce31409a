package dev.akin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What all tests keep to.
class TestRulesTest {
  /// A test must not pass or fail by how fast a machine is.
  private static final Pattern CLOCK =
      Pattern.compile("System\\.(nanoTime|currentTimeMillis)|assertTimeout");

  private static final Pattern RANDOM =
      Pattern.compile(
          "new \\w*Random\\(|ThreadLocalRandom|Math\\.random|Collections\\.shuffle\\(\\w+\\)");

  /// What the fast tests do without.
  private static final Pattern SLOW =
      Pattern.compile(
          "\\b(AkinServer\\.start|TestService|OaiServer|HttpServer|ProcessBuilder|Browser|SampleIndex)\\b");

  private static List<Path> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !name(file).equals("TestRulesTest"))
          .toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
  }

  @Test
  void judgeNothingByTheClock() throws IOException {
    for (Path file : tests()) {
      if (!name(file).equals("Seed")) {
        assertThat(found(CLOCK, file)).as("%s", file).isEmpty();
      }
    }
  }

  @Test
  void takeTheirRandomNumbersFromOnePlace() throws IOException {
    for (Path file : tests()) {
      if (!name(file).equals("Seed")) {
        assertThat(found(RANDOM, file)).as("%s", file).isEmpty();
      }
    }
  }

  @Test
  void startServersAndProcessesInIntegrationTestsOnly() throws IOException {
    for (Path file : tests()) {
      if (name(file).endsWith("Test")) {
        assertThat(found(SLOW, file)).as("%s; name it IT", file).isEmpty();
      }
    }
  }
}
