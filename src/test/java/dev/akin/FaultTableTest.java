package dev.akin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of faults on the page on reliability, and the code that brings them about.
class FaultTableTest {
  /// An id, such as R12, in a comment or returned by a fault of `scripts/faults`.
  private static final Pattern IN_CODE = Pattern.compile("(?m)^ *///.*|return \"R\\d+\";");

  private static final Pattern FAULT =
      Pattern.compile("(class|record) \\w+(\\(.*\\))? implements Fault\\b");
  private static final Pattern ID = Pattern.compile("\\bR\\d{1,2}\\b");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (R\\d+) \\|[^|]*\\|[^|]*\\|([^|]*)\\|$");

  /// The names in the last column, by id.
  private static Map<String, List<String>> table() throws IOException {
    return ROW.matcher(Files.readString(Path.of("src/docs/reliability.md")))
        .results()
        .collect(Collectors.toMap(row -> row.group(1), row -> names(row.group(2)), (a, b) -> a));
  }

  private static List<String> names(String cell) {
    return Pattern.compile("`(\\w+)`").matcher(cell).results().map(name -> name.group(1)).toList();
  }

  /// The sources of tests and benchmarks, by the name of their class.
  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String root : List.of("src/test/java", "src/bench/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
      }
    }
    return sources;
  }

  private static Set<String> ids(String source) {
    return IN_CODE
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .flatMap(line -> ID.matcher(line).results().map(MatchResult::group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void hasEveryIdOfTheCode() throws IOException {
    Map<String, List<String>> table = table();
    assertThat(table).hasSizeGreaterThan(35);
    sources()
        .forEach((name, source) -> assertThat(table.keySet()).as(name).containsAll(ids(source)));
  }

  @Test
  void namesTestsThatExist() throws IOException {
    Map<String, String> sources = sources();
    table().forEach((id, names) -> assertThat(sources.keySet()).as(id).containsAll(names));
  }

  @Test
  void namesEachFaultThatTheScriptBringsAbout() throws IOException {
    Map<String, List<String>> table = table();
    sources()
        .forEach(
            (name, source) -> {
              if (FAULT.matcher(source).find()) {
                for (String id : ids(source)) {
                  assertThat(table.get(id)).as(id).contains(name);
                }
              }
            });
  }
}
