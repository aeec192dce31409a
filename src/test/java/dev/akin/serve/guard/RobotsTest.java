package dev.akin.serve.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0.0.0 Safari/537.36",
        "Java/25",
        "Scrapy/2.11 (+https://scrapy.org)",
        ""
      })
  void areKnownByWhatTheySay(String agent) {
    assertThat(Robots.USUAL.test(agent)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
      })
  void areNoBrowsers(String agent) {
    assertThat(Robots.USUAL.test(agent)).isFalse();
  }

  @Test
  void mayBeThoseOfAList() {
    Robots robots = Robots.of(List.of("^Buck\\/[0-9]", "crawl"));
    assertThat(robots.test("Buck/2.3")).isTrue();
    assertThat(robots.test("The CRAWLER")).isTrue();
    assertThat(robots.test("Not Buck/2.3")).isFalse();
    assertThatThrownBy(() -> Robots.of(List.of("(")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"(\"");
  }
}
