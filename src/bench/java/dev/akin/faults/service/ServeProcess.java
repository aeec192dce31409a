package dev.akin.faults.service;

import dev.akin.faults.Resident;
import dev.akin.faults.Setting;
import dev.akin.serve.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `akin serve` as a process of its own, at a free port. Close it.
public final class ServeProcess implements AutoCloseable {
  private static final Duration STARTING = Duration.ofSeconds(90);
  private static final Duration STOPPING = Duration.ofSeconds(20);
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final Path folder;
  private final int port;

  private ServeProcess(Process process, Path folder) throws IOException, InterruptedException {
    this.process = process;
    this.folder = folder;
    this.port = awaitPort();
  }

  /// How it is started.
  ///
  /// @param home of akin
  /// @param folder for its output
  /// @param before the command that runs it, such as `strace`; none
  /// @param options of `akin serve`
  public record Start(
      Path home,
      Path folder,
      List<String> before,
      List<String> options,
      Map<String, String> environment) {
    /// With more options.
    public Start with(String... more) {
      List<String> all = new ArrayList<>(options);
      all.addAll(List.of(more));
      return new Start(home, folder, before, all, environment);
    }

    /// Run by another command.
    public Start under(String... command) {
      return new Start(home, folder, List.of(command), options, environment);
    }

    /// With a variable.
    public Start where(String name, String value) {
      Map<String, String> all = new HashMap<>(environment);
      all.put(name, value);
      return new Start(home, folder, before, options, all);
    }

    /// Starts it; it listens, but has not loaded the model.
    public ServeProcess begin() throws IOException, InterruptedException {
      Path own = Files.createTempDirectory(folder, "serve-");
      List<String> command = new ArrayList<>(before);
      command.add(home.resolve("akin").toString());
      command.addAll(options);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(own.toFile())
              .redirectOutput(own.resolve("out").toFile())
              .redirectError(own.resolve("log").toFile());
      builder.environment().putAll(environment);
      return new ServeProcess(builder.start(), own);
    }

    /// Starts it and waits until it is ready.
    public ServeProcess start() throws IOException, InterruptedException {
      ServeProcess begun = begin();
      begun.awaitReady();
      return begun;
    }
  }

  /// A service of an index.
  public static Start of(Path home, Path folder, Path index) {
    return new Start(
        home,
        folder,
        List.of(),
        List.of("serve", "--index", index.toString(), "--port", "0"),
        Map.of());
  }

  /// A service of the sample papers that is ready.
  static ServeProcess ready(Setting setting, String... options) throws Exception {
    return of(setting, setting.sample()).with(options).start();
  }

  static Start of(Setting setting, Path index) {
    return of(setting.home(), setting.folder(), index);
  }

  private int awaitPort() throws IOException, InterruptedException {
    long until = System.nanoTime() + STARTING.toNanos();
    while (process.isAlive() && System.nanoTime() < until) {
      Matcher address = ADDRESS.matcher(Files.readString(folder.resolve("out")));
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
      Thread.sleep(20);
    }
    process.destroyForcibly();
    throw new IllegalStateException("akin serve did not start: " + log());
  }

  /// A service with keys does not say whether it is ready; then listening has to do.
  private void awaitReady() throws IOException, InterruptedException {
    long until = System.nanoTime() + STARTING.toNanos();
    while (System.nanoTime() < until) {
      int status = ask("/readyz").status();
      if (status == 200 || status == 401) {
        return;
      }
      Thread.sleep(50);
    }
    close();
    throw new IllegalStateException("akin serve is not ready: " + log());
  }

  public int port() {
    return port;
  }

  /// Of the Java process itself.
  public long pid() {
    return process
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .map(ProcessHandle::pid)
        .orElse(process.pid());
  }

  /// Where its output is, and what the JVM leaves when it crashes.
  Path folder() {
    return folder;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// What it wrote to standard error.
  public String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  /// How often the JVM crashed.
  long crashes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.getFileName().toString().startsWith("hs_err")).count();
    }
  }

  /// Memory of it that is in RAM.
  public long residentBytes() {
    return Resident.bytes(pid());
  }

  /// One request on a connection of its own.
  public Wire.Answer ask(String path) throws IOException {
    try (Wire wire = Wire.to(port)) {
      return wire.ask(Wire.get(path));
    }
  }

  /// Sends a signal, such as `TERM`.
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  /// Waits for its end.
  ///
  /// @return its exit code; -1 if it does not end
  int awaitEnd(Duration most) throws InterruptedException {
    return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
  }

  /// Ends it.
  @Override
  public void close() {
    ProcessHandle java = ProcessHandle.of(pid()).orElse(process.toHandle());
    java.destroy();
    try {
      if (!process.waitFor(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
        java.destroyForcibly();
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
