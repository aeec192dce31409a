package dev.akin.cli.option;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Every option is also an environment variable: `--max-errors` is `AKIN_MAX_ERRORS`. Exceptions:
/// - help and version
/// - `--format` of `index` and `export`, which may name the format of their files
/// - `--force` of `restore` and `export`, which must be given each time
/// - `--index` of `demo`, because the sample papers must not get into another index
/// - `--index` of `bench`, which measures more with it
///
/// @param environment variables by name
///
/// @hidden public for its own room only
public record EnvironmentDefaults(Map<String, String> environment)
    implements IDefaultValueProvider {
  private static final Map<String, Set<String>> EXEMPT =
      Map.of(
          "index", Set.of("--format"),
          "export", Set.of("--format", "--force"),
          "restore", Set.of("--force"),
          "demo", Set.of("--index"),
          "bench", Set.of("--index"));

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || isExempt(option)) {
      return null;
    }
    String value = environment.get(variable(option));
    return value == null || value.isBlank() ? null : value;
  }

  private static boolean isExempt(OptionSpec option) {
    String command = option.command() == null ? "" : option.command().name();
    return option.usageHelp()
        || option.versionHelp()
        || EXEMPT.getOrDefault(command, Set.of()).contains(option.longestName());
  }

  public static String variable(OptionSpec option) {
    String name = option.longestName().replaceFirst("^-+", "");
    return "AKIN_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
