package dev.akin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// Chromium without a window, with a profile of its own and one page at a time, driven by Selenium.
///
/// It reaches nothing but this machine: another host's name does not resolve, and the driver is the
/// one on the `PATH`. Selectors are those of CSS. Close it.
public final class Browser implements AutoCloseable {
  private static final int TRIES = 600;
  private static final int PAUSE_MILLIS = 50;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /// The profile and whatever else Chromium leaves behind.
  private final Path folder;

  private final ChromeDriver driver;
  private boolean scripts = true;

  private Browser(Path chromium, Path chromedriver) throws IOException {
    this.folder = Files.createTempDirectory("akin-browser");
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .withEnvironment(Map.of("TMPDIR", folder.toString()))
            .build();
    service.sendOutputTo(OutputStream.nullOutputStream());
    this.driver = new ChromeDriver(service, options(chromium));
  }

  private static ChromeOptions options(Path chromium) {
    var log = new LoggingPreferences();
    log.enable(LogType.BROWSER, Level.WARNING);
    var options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");
    options.setCapability(ChromeOptions.LOGGING_PREFS, log);
    return options;
  }

  /// Starts the Chromium on the `PATH`. A test without one is skipped, or fails in CI.
  public static Browser start() {
    Path chromium = program("chromium", "chromium-browser", "google-chrome");
    try {
      return new Browser(chromium, program("chromedriver"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path program(String... names) {
    Optional<Path> program = Tools.find(names);
    Tools.require(program.isPresent(), names[0] + " is not installed");
    return program.orElseThrow();
  }

  /// What a page is shown in.
  ///
  /// @param width in pixels of CSS; below 600 a phone's
  /// @param height in pixels of CSS
  /// @param dark whether the reader prefers dark pages
  /// @param scripts whether scripts run
  public record Window(int width, int height, boolean dark, boolean scripts) {
    public static Window light(int width, int height) {
      return new Window(width, height, false, true);
    }

    public static Window dark(int width, int height) {
      return new Window(width, height, true, true);
    }

    public Window withoutScripts() {
      return new Window(width, height, dark, false);
    }

    @Override
    public String toString() {
      return width + (dark ? "-dark" : "-light") + (scripts ? "" : "-static");
    }

    private Map<String, Object> metrics() {
      boolean phone = width < 600;
      return Map.of(
          "width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone);
    }

    private Map<String, Object> media() {
      String scheme = dark ? "dark" : "light";
      return Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
    }
  }

  /// Opens an address in place of the page before and waits until it is loaded.
  public void open(URI address, Window window) {
    String before = driver.getWindowHandle();
    String opened = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
    driver.switchTo().window(before).close();
    driver.switchTo().window(opened);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", window.metrics());
    driver.executeCdpCommand("Emulation.setEmulatedMedia", window.media());
    runScripts(window.scripts());
    scripts = window.scripts();
    driver.get(address.toString());
  }

  private void runScripts(boolean run) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
  }

  /// The value of a JavaScript expression: a string, a `Long`, a `Double`, a `Boolean`, a list or a
  /// map of these. Waits for a promise.
  public @Nullable Object evaluate(String expression) {
    return driver.executeScript("return (" + expression + "\n)");
  }

  /// The value of an expression that is a number.
  public double number(String expression) {
    return ((Number) Objects.requireNonNull(evaluate(expression), expression)).doubleValue();
  }

  /// What the first element of a selector says, hidden or not; empty if there is none.
  public String text(String selector) {
    Object text =
        driver.executeScript(
            "return document.querySelector(arguments[0])?.textContent ?? ''", selector);
    return String.valueOf(text);
  }

  /// Waits until an expression is true.
  ///
  /// @throws AssertionError if it does not become true within about 30 seconds
  public void until(String condition) {
    for (int i = 0; i < TRIES; i++) {
      if (Boolean.TRUE.equals(evaluate("!!(" + condition + ")"))) {
        return;
      }
      pause();
    }
    throw new AssertionError("never true: " + condition);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("it has not happened", e);
    }
  }

  /// Presses keys in turn: characters, and others by Selenium's `Keys`.
  public void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /// Clicks on the middle of the first element of a selector, which must be in sight.
  public void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  /// Chooses a file in an `input` for files.
  public void choose(String selector, Path file) {
    driver.findElement(By.cssSelector(selector)).sendKeys(file.toAbsolutePath().toString());
  }

  /// Drops a file on the first element of a selector.
  public void drop(String selector, Path file) {
    driver.executeScript(
        """
        const input = document.body.appendChild(document.createElement('input'));
        input.type = 'file';
        input.id = 'dropped-file';""");
    choose("#dropped-file", file);
    driver.executeScript(
        """
        const input = document.getElementById('dropped-file');
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(input.files[0]);
        input.remove();
        for (const type of ['dragenter', 'dragover', 'drop']) {
          document.querySelector(arguments[0]).dispatchEvent(
            new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        selector);
  }

  /// Keeps a picture of the whole page for people to look at: `target/screenshots/NAME.png`.
  public Path keepScreenshot(String name) {
    Map<String, Object> all =
        Map.of(
            "x", 0,
            "y", 0,
            "width", number("document.documentElement.scrollWidth"),
            "height", number("document.documentElement.scrollHeight"),
            "scale", 1);
    Map<String, Object> captured =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("clip", all, "captureBeyondViewport", true));
    byte[] picture = Base64.getDecoder().decode(String.valueOf(captured.get("data")));
    Path file = SCREENSHOTS.resolve(name + ".png");
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The errors and warnings in the console since this was last asked, violations of a page's
  /// content security policy among them.
  public List<String> complaints() {
    return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /// What axe finds on the page that keeps people from using it: empty, or a paragraph for each
  /// rule with the elements that break it.
  public String axe() {
    runScripts(true);
    driver.executeScript(axeScript());
    Object found =
        evaluate(
            """
            axe.run().then(({ violations }) => violations.map(rule =>
              `${rule.impact} ${rule.id}: ${rule.help}\\n` + rule.nodes.map(node =>
                `  ${node.html}\\n  ${node.failureSummary.replaceAll('\\n', '\\n  ')}\\n`).join('')
            ).join('\\n'))""");
    runScripts(scripts);
    return String.valueOf(found);
  }

  private static String axeScript() {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
    Temporary.delete(folder);
  }
}
