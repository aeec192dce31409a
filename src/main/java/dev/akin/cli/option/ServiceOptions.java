package dev.akin.cli.option;

import dev.akin.base.AkinException;
import dev.akin.serve.guard.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who may use the service, and what it logs.
///
/// @hidden public for its own room only
@Group(OptionGroup.ACCESS)
public final class ServiceOptions {
  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "File of keys, one on each line, of 16 or more characters. A request must send one of"
              + " them, as Authorization: Bearer KEY or X-API-Key: KEY.")
  private @Nullable Path keyFile;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Maximum number of requests a second for each key or address. Default: any number.")
  private int rate;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "Address of a proxy, or a range such as 10.0.0.0/8: its X-Forwarded-For says who sent a"
              + " request. Default: the address of the connection is used.")
  private List<String> proxies = List.of();

  @Option(
      names = "--cors",
      paramLabel = "ORIGIN",
      split = ",",
      description =
          "Web sites whose scripts may query akin, such as https://repository.example; * for all.")
  private List<String> origins = List.of();

  @Option(
      names = "--log",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "Log each request to standard error: text, json or off. The log does not say what was"
              + " searched for. Default: text.")
  private LogFormat log;

  public LogFormat log() {
    return log;
  }

  /// Who may use the service, and how often.
  ///
  /// @throws IllegalArgumentException if a value is wrong
  public Access access() {
    return new Access(keys(), rate, proxies, origins);
  }

  private List<String> keys() {
    if (keyFile == null) {
      return List.of();
    }
    try {
      List<String> keys =
          Files.readAllLines(keyFile).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
      if (keys.isEmpty()) {
        throw new IllegalArgumentException(
            "--key-file " + keyFile + ": there is no key in this file");
      }
      return keys;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("--key-file " + keyFile + ": there is no such file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(keyFile + ": cannot be read: " + AkinException.reason(e), e);
    }
  }
}
