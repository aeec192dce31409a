package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.help.CommandGroup;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import dev.akin.write.text.PaperFields;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The help of every command.
class HelpPageTest {
  /// They print no result: services, and a script.
  private static final Set<String> WITHOUT_RESULT =
      Set.of("akin", "akin serve", "akin mcp", "akin completion");

  /// Every command, with those below it.
  static Stream<CommandSpec> commands() {
    return below(line(80, new StringWriter()).getCommandSpec());
  }

  private static Stream<CommandSpec> below(CommandSpec command) {
    return Stream.concat(
        Stream.of(command),
        command.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .flatMap(HelpPageTest::below));
  }

  private static CommandLine line(int width, StringWriter out) {
    PrintWriter writer = new PrintWriter(out);
    return Akin.commandLine(new Console(writer, writer, false, false, width), new StopSignal());
  }

  private static List<String> help(CommandSpec command, int width) {
    StringWriter out = new StringWriter();
    String[] words = (command.qualifiedName() + " --help").split(" ");
    int code =
        line(width, out).execute(List.of(words).subList(1, words.length).toArray(String[]::new));
    assertThat(code).isZero();
    return out.toString().lines().toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void saysWhatItDoesThenExamplesThenOptionsThenExitCodes(CommandSpec command) {
    List<String> lines = help(command, 80);
    List<String> headings = lines.stream().filter(line -> line.matches("[A-Z][^.]*:")).toList();
    assertThat(lines.getFirst()).matches("[A-Za-z].*");
    assertThat(headings.getFirst()).matches("Examples?:");
    assertThat(headings.getLast()).isEqualTo("Exit codes:");
    assertThat(headings).contains("Help:").doesNotHaveDuplicates();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("Usage: "))
        .singleElement()
        .asString()
        .startsWith("Usage: " + command.qualifiedName());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsOneOrTwoExamplesThatFitTheTerminal(CommandSpec command) {
    assertThat(command.usageMessage().footer())
        .hasSizeBetween(1, 2)
        .allSatisfy(
            example -> assertThat(example).contains("akin " + ofRoot(command)).hasSizeLessThan(79));
  }

  private static String ofRoot(CommandSpec command) {
    return command.parent() == null ? "" : command.qualifiedName().substring("akin ".length());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void breaksLinesAtSpacesOnly(CommandSpec command) {
    String wide = String.join(" ", help(command, 1_000)).replaceAll(" +", " ");
    for (int width : List.of(60, 80, 160)) {
      List<String> lines = help(command, width);
      assertThat(String.join(" ", lines).replaceAll(" +", " ")).isEqualTo(wide);
      assertThat(lines)
          .filteredOn(line -> line.length() > width)
          .allMatch(line -> line.startsWith("  akin ") || line.startsWith("Usage: "));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void listsExitCodes(CommandSpec command) {
    List<String> codes =
        help(command, 1_000).stream()
            .dropWhile(line -> !line.equals("Exit codes:"))
            .skip(1)
            .takeWhile(line -> !line.isEmpty())
            .map(line -> line.strip().split("  ", 2)[0])
            .toList();
    assertThat(codes).startsWith("0").contains("64", "70").endsWith("130, 143");
    assertThat(codes.contains("1")).isEqualTo(command.name().equals("verify"));
    assertThat(codes.contains("73"))
        .isEqualTo(
            Set.of("related", "snapshot", "restore", "export", "report", "judge", "add")
                .contains(command.name()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandWithAResultPrintsJson(CommandSpec command) {
    OptionSpec format = command.findOption("--format");
    if (WITHOUT_RESULT.contains(command.qualifiedName())) {
      assertThat(format).isNull();
    } else {
      assertThat(format).as(command.qualifiedName()).isNotNull();
      assertThat(format.paramLabel() + String.join("", format.description())).contains("json");
    }
  }

  @Test
  void groupsEveryCommand() {
    CommandSpec root = commands().findFirst().orElseThrow();
    assertThat(CommandGroup.ALL.stream().flatMap(group -> group.commands().stream()))
        .containsExactlyInAnyOrderElementsOf(root.subcommands().keySet());
  }

  @Test
  void namesEveryField() throws IOException {
    CommandSpec related =
        commands().filter(each -> each.name().equals("related")).findFirst().orElseThrow();
    assertThat(String.join("\n", help(related, 1_000)))
        .contains(": " + String.join(", ", PaperFields.NAMES) + ". Id and rank");
    assertThat(Files.readString(Path.of("src/docs/query.md")))
        .contains(": `" + String.join("`, `", PaperFields.NAMES) + "`; id and rank");
  }
}
