package dev.akin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That tests of pages can fail: what the browser shows, does and complains of.
class BrowserIT {
  private static final String POLICY =
      "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">";

  @AutoClose private static Browser browser;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterEach
  void forgetComplaints() {
    browser.complaints();
  }

  private void open(String html, Window window) throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "<!doctype html>" + html);
    browser.open(page.toUri(), window);
  }

  @Test
  void hearsOfErrorsWarningsAndViolationsOfAPolicyOnce() throws IOException {
    open(
        "<script>console.warn('hm'); console.info('fine'); oops()</script>",
        Window.light(800, 600));
    assertThat(browser.complaints())
        .hasSize(2)
        .anySatisfy(each -> assertThat(each).contains("WARNING", "hm"))
        .anySatisfy(each -> assertThat(each).contains("SEVERE", "oops"));
    open(POLICY + "<p style='color: red'>red", Window.light(800, 600));
    assertThat(browser.complaints()).singleElement().asString().contains("Content Security Policy");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void reachesThisMachineOnly() throws IOException {
    open("<img alt=far src=http://example.org/far.png>", Window.light(800, 600));
    assertThat(browser.complaints()).singleElement().asString().contains("ERR_NAME_NOT_RESOLVED");
  }

  @Test
  void findsWhatKeepsPeopleFromUsingAPageWhateverItsPolicy() throws IOException {
    String body = "<html lang=en><title>t</title>%s<main><h1>t</h1><img src='data:,'%s></main>";
    open(body.formatted(POLICY, ""), Window.light(800, 600).withoutScripts());
    assertThat(browser.axe()).contains("critical image-alt", "<img src=\"data:,\">");
    open(body.formatted(POLICY, " alt=t"), Window.light(800, 600).withoutScripts());
    assertThat(browser.axe()).isEmpty();
  }

  @Test
  void showsAPageWideOrNarrowLightOrDarkWithScriptsOrWithout() throws IOException {
    String page =
        "<meta name=viewport content='width=device-width'><p>none</p>"
            + "<script>document.querySelector('p').textContent = innerWidth"
            + " + (matchMedia('(prefers-color-scheme: dark)').matches ? ' dark' : ' light')</script>";
    open(page, Window.dark(360, 800));
    assertThat(browser.text("p")).isEqualTo("360 dark");
    open(page, Window.light(1440, 900));
    assertThat(browser.text("p")).isEqualTo("1440 light");
    open(page, Window.light(1440, 900).withoutScripts());
    assertThat(browser.text("p")).isEqualTo("none");
  }

  @Test
  void choosesAndDropsFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("list.bib"), "@misc{a}");
    open(
        """
        <input type=file><p>here</p><script>
          const p = document.querySelector('p');
          p.ondragover = event => event.preventDefault();
          p.ondrop = async event => { p.textContent = await event.dataTransfer.files[0].text(); };
        </script>""",
        Window.light(800, 600));
    browser.choose("input", file);
    assertThat(browser.evaluate("document.querySelector('input').files[0].text()"))
        .isEqualTo("@misc{a}");
    browser.drop("p", file);
    browser.until("p.textContent === '@misc{a}'");
  }

  @Test
  void keepsAScreenshotOfTheWholePage() throws IOException {
    open("<body style='margin: 0; height: 3000px'>", Window.light(800, 600));
    Path picture = browser.keepScreenshot("browser-it");
    assertThat(ImageIO.read(picture.toFile()).getHeight()).isEqualTo(3000);
    Files.delete(picture);
  }
}
