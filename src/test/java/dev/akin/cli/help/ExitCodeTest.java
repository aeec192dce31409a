package dev.akin.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExitCodeTest {
  @Test
  void areThoseOfThePage() throws IOException {
    Map<Integer, String> documented = new TreeMap<>();
    Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]*) \\|$")
        .matcher(Files.readString(Path.of("src/docs/command.md")))
        .results()
        .forEach(row -> documented.put(Integer.valueOf(row.group(1)), row.group(2)));
    Map<Integer, String> codes = new TreeMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(code.code(), code.meaning());
    }
    assertThat(documented).isEqualTo(codes);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfTroubleHasACodeOfItsOwnMeaning(AkinException.Kind kind) {
    ExitCode code = ExitCode.of(new AkinException(kind, "no"));
    assertThat(code).isNotEqualTo(ExitCode.DONE).isNotEqualTo(ExitCode.USAGE);
    assertThat(code == ExitCode.BUG).isEqualTo(kind == AkinException.Kind.FAILED);
  }
}
