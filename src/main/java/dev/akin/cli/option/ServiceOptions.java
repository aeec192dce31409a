package dev.akin.cli.option;

import dev.akin.base.AkinException;
import dev.akin.serve.guard.Access;
import dev.akin.serve.guard.Robots;
import dev.akin.serve.monitor.AccessLogEntry;
import dev.akin.serve.monitor.BoxCounts;
import java.nio.file.Path;
import java.time.Duration;
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
      names = "--page-rate",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Maximum number of searches and filtered lists a second that one address may read as"
              + " pages, after the first minute's worth; 0 for any number. Default: 2.")
  private int pageRate;

  @Option(
      names = "--max-age",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description =
          "How long boxes of other sites may show related papers without asking again; 0 for not"
              + " at all. Default: 300.")
  private int maxAge;

  @Option(
      names = "--count-boxes",
      paramLabel = "DIR",
      description =
          "Count which ranks are seen and opened in boxes of other sites: a CSV file a day in this"
              + " folder, without addresses and ids. Default: nothing is counted.")
  private @Nullable Path countsFolder;

  @Option(
      names = "--robots",
      paramLabel = "FILE",
      description =
          "With --count-boxes: regular expressions of robots, one on each line, such as COUNTER's"
              + " list. Default: what most robots say of themselves.")
  private @Nullable Path robotsFile;

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
      names = "--mcp",
      description =
          "Answer language-model agents at /mcp, by the Model Context Protocol. Default: 404 there.")
  private boolean mcp;

  @Option(
      names = "--log",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "Log each request to standard error: text, json or off. The log does not say what was"
              + " searched for. Default: text.")
  private LogFormat log;

  @Option(
      names = "--log-addresses",
      paramLabel = "HOW",
      defaultValue = "short",
      description =
          "What the log says of the reader's address and of ids in paths: short leaves out the end"
              + " of the address and all ids, full logs both. Default: short.")
  private LogAddresses logAddresses;

  /// A request as it is logged.
  public AccessLogEntry logged(AccessLogEntry exchange) {
    return logAddresses == LogAddresses.FULL ? exchange : exchange.impersonal();
  }

  /// Counts what boxes show; the caller closes it. Absent if nothing is counted.
  ///
  /// @throws IllegalArgumentException if the list of robots cannot be used
  /// @throws AkinException if the folder cannot be made
  public @Nullable BoxCounts counts() {
    Robots robots =
        robotsFile == null ? Robots.USUAL : Robots.of(EntryFile.of("--robots", robotsFile));
    return countsFolder == null ? null : BoxCounts.in(countsFolder, robots);
  }

  /// How long boxes of other sites may show an answer.
  ///
  /// @throws IllegalArgumentException if it is negative
  public Duration maxAge() {
    if (maxAge < 0) {
      throw new IllegalArgumentException("--max-age must not be negative, but is " + maxAge);
    }
    return Duration.ofSeconds(maxAge);
  }

  /// Whether agents may ask.
  public boolean mcp() {
    return mcp;
  }

  public LogFormat log() {
    return log;
  }

  /// Who may use the service, and how often.
  ///
  /// @throws IllegalArgumentException if a value is wrong
  public Access access() {
    List<String> keys = keyFile == null ? List.of() : EntryFile.keys(keyFile);
    return new Access(keys, rate, proxies, origins).withPagesPerSecond(pageRate);
  }
}
