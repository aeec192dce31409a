package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The page of the manual of every command.
class ManPageTest {
  @ParameterizedTest
  @MethodSource("dev.akin.cli.HelpPageTest#commands")
  void hasTheSectionsThatManExpects(CommandSpec command) {
    String name = command.qualifiedName("-");
    assertThat(ManPage.text(command, "2026-11-30").lines())
        .startsWith(
            ".TH \"%s\" 1 \"2026-11-30\" \"akin 0.1.0\" \"akin\""
                .formatted(name.toUpperCase(Locale.ROOT)),
            ".SH NAME")
        .containsSubsequence(".SH SYNOPSIS", ".SH DESCRIPTION", ".SH \"EXIT CODES\"");
  }

  @ParameterizedTest
  @MethodSource("dev.akin.cli.HelpPageTest#commands")
  void explainsEveryOption(CommandSpec command) {
    String page = ManPage.text(command, "2026-11-30").replace("\\-", "-");
    assertThat(command.options())
        .filteredOn(option -> !option.hidden())
        .extracting(OptionSpec::longestName)
        .allSatisfy(name -> assertThat(page).containsPattern("(?m)^\\.B .*" + name));
  }

  @ParameterizedTest
  @MethodSource("dev.akin.cli.HelpPageTest#commands")
  void noTextIsTakenForARequest(CommandSpec command) {
    assertThat(ManPage.text(command, "2026-11-30").lines())
        .filteredOn(line -> line.startsWith(".") || line.startsWith("'"))
        .allMatch(line -> line.matches("\\.(TH|SH|PP|TP|B|BR|RS|RE|nf|fi)( .*)?"));
  }
}
