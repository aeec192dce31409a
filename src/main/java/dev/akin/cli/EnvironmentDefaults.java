package dev.akin.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Every option is also an environment variable: `--max-errors` is `AKIN_MAX_ERRORS`. Three are
/// not: help and version; `--format` of `index`, which is something else than everywhere else; and
/// `--index` of `demo`, whose sample papers belong into nobody's index.
///
/// @param environment variables by name
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {
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
        || (command.equals("index") && option.longestName().equals("--format"))
        || (command.equals("demo") && option.longestName().equals("--index"));
  }

  static String variable(OptionSpec option) {
    String name = option.longestName().replaceFirst("^-+", "");
    return "AKIN_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
