package dev.akin.cli.option;

import picocli.CommandLine.Option;

/// Where the service listens.
///
/// @hidden public for its own room only
@Group(OptionGroup.ADDRESS)
public final class ListenOptions {
  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address of the service. Default: 127.0.0.1, for this machine alone.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "7070",
      description = "Port of the service; 0 takes a free one. Default: 7070.")
  private int port;

  public String host() {
    return host;
  }

  /// The port to listen at; 0 takes a free one.
  ///
  /// @throws IllegalArgumentException if there is no such port
  public int port() {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("--port must be within 0.." + MAX_PORT + ", not " + port);
    }
    return port;
  }
}
