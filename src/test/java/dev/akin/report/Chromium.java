package dev.akin.report;

import dev.akin.Temporary;
import dev.akin.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Chromium without a window and with its own profile, controlled with the DevTools protocol.
/// Close it.
public final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final Path profile;
  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Chromium(Path program) throws IOException {
    this.profile = Files.createTempDirectory("akin-chromium");
    this.process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), new Listener())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  /// Starts the Chromium on the PATH; absent if there is none.
  public static Optional<Chromium> start() {
    Optional<Path> program = Tools.find("chromium", "chromium-browser", "google-chrome");
    return program.map(
        path -> {
          try {
            return new Chromium(path);
          } catch (IOException e) {
            throw new UncheckedIOException(path + " does not start: " + e.getMessage(), e);
          }
        });
  }

  /// The address of its first page; Chromium writes it when it accepts connections.
  private String address() throws IOException {
    Path file = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IOException("Chromium does not listen");
      }
      pause(20);
    }
    List<String> lines = Files.readAllLines(file);
    return "ws://127.0.0.1:" + lines.get(0) + lines.get(1);
  }

  /// Opens a new page with a size in pixels, dark or light, and waits until it is loaded.
  ///
  /// @return the page's id, for the other methods
  public String open(URI address, int width, int height, boolean dark) {
    String target =
        call("", "Target.createTarget", Map.of("url", "about:blank")).at("/targetId").stringValue();
    String page =
        call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .at("/sessionId")
            .stringValue();
    call(page, "Runtime.enable", Map.of());
    call(page, "Log.enable", Map.of());
    call(page, "Page.enable", Map.of());
    call(
        page,
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            width,
            "height",
            height,
            "deviceScaleFactor",
            width < 600 ? 2 : 1,
            "mobile",
            width < 600));
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    call(page, "Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    call(page, "Page.navigate", Map.of("url", address.toString()));
    until(page, "location.href !== 'about:blank' && document.readyState === 'complete'");
    return page;
  }

  /// Closes a page.
  public void leave(String page) {
    call(page, "Page.close", Map.of());
  }

  /// Evaluates an expression in a page; waits for a promise.
  public JsonNode evaluate(String page, String expression) {
    JsonNode answer =
        call(
            page,
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  /// Waits until an expression is true in a page.
  public void until(String page, String condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!evaluate(page, condition).asBoolean(false)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never true: " + condition);
      }
      pause(20);
    }
  }

  /// Presses keys: `Tab`, `Enter`, or single characters.
  public void press(String page, String... keys) {
    for (String key : keys) {
      String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
      int code = key.equals("Tab") ? 9 : key.equals("Enter") ? 13 : key.equals("Escape") ? 27 : 0;
      call(
          page,
          "Input.dispatchKeyEvent",
          Map.of("type", "keyDown", "key", key, "text", text, "windowsVirtualKeyCode", code));
      call(
          page,
          "Input.dispatchKeyEvent",
          Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
    }
  }

  /// A page as PNG.
  public byte[] picture(String page) {
    return Base64.getDecoder()
        .decode(
            call(page, "Page.captureScreenshot", Map.of("format", "png"))
                .at("/data")
                .stringValue());
  }

  /// The errors and warnings of all pages so far.
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  private JsonNode call(String page, String method, Map<String, ?> parameters) {
    int id = calls.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    var request = new LinkedHashMap<String, Object>();
    request.put("id", id);
    request.put("method", method);
    request.put("params", parameters);
    if (!page.isEmpty()) {
      request.put("sessionId", page);
    }
    socket.sendText(JSON.writeValueAsString(request), true).join();
    return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void hear(JsonNode message) {
    String method = message.path("method").asString("");
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer =
          Objects.requireNonNull(answers.remove(message.get("id").intValue()));
      if (message.has("error")) {
        answer.completeExceptionally(new IllegalStateException(message.get("error").toString()));
      } else {
        answer.complete(message.path("result"));
      }
    } else if (method.equals("Runtime.exceptionThrown")
        || method.equals("Log.entryAdded")
        || (method.equals("Runtime.consoleAPICalled")
            && message.at("/params/type").asString("").matches("error|warning|assert"))) {
      complaints.add(message.get("params").toString());
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    socket.abort();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    Temporary.delete(profile);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        hear(message);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
