package dev.akin.cli;

import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.EntryFile;
import dev.akin.cli.option.Group;
import dev.akin.cli.option.ListenOptions;
import dev.akin.cli.option.OptionGroup;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.serve.Readiness;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;

/// `akin health`
@Command(
    name = "health",
    header = "Ask a running service whether it is ready.",
    description = {
      "Asks a service whether it is ready, prints what it says, and ends with 0 if it is.",
      "It needs no other program, and reads the same variables as akin serve: the image for"
          + " containers uses it as its health check."
    },
    footer = {"akin health", "akin health --port 7071 --key-file keys.txt"})
@EndsWith({ExitCode.UNAVAILABLE, ExitCode.IO})
final class HealthCommand implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// Services that listen at every address are asked on this machine.
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

  @Mixin private ListenOptions listen;

  @Group(OptionGroup.ACCESS)
  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "File of keys of the service; the first one is sent.")
  private @Nullable Path keyFile;

  @Mixin private ResultFormat format;

  @Spec private CommandSpec spec;

  private final Console console;

  HealthCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    int port = Usage.of(spec, listen::port);
    Path file = keyFile;
    List<String> keys = file == null ? List.of() : Usage.of(spec, () -> EntryFile.keys(file));
    URI service = Usage.of(spec, () -> URI.create("http://" + host() + ":" + port));
    String answer = new Readiness(service, keys.isEmpty() ? null : keys.getFirst()).ask(PATIENCE);
    console
        .out()
        .println(
            format.isJson() ? JsonNodeFactory.instance.objectNode().put("status", answer) : answer);
  }

  private String host() {
    return EVERYWHERE.contains(listen.host()) ? "127.0.0.1" : listen.host();
  }
}
