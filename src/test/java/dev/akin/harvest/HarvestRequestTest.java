package dev.akin.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarvestRequestTest {
  @ParameterizedTest
  @CsvSource({
    "ftp://x.example,,oai_dc,,,url",
    "file:///etc/hostname,,oai_dc,,,url",
    "http:///oai,,oai_dc,,,url",
    "http://user:word@x.example/,,oai_dc,,,url",
    "http://x.example/#a,,oai_dc,,,url",
    "http://x.example/,a b,oai_dc,,,set",
    "http://x.example/,,marc,,,prefix",
    "http://x.example/,,oai_dc,2031,,is not a datestamp",
    "http://x.example/,,oai_dc,2031-02-30,,is not a datestamp",
    "http://x.example/,,oai_dc,,2031-05-17T10:00:00,is not a datestamp",
    "http://x.example/,,oai_dc,,2031-05-17T10:00+01:00,is not a datestamp",
    "http://x.example/,,oai_dc,2031-05-17,2031-05-17T10:00:00Z,do not have the same form",
    "http://x.example/,,oai_dc,2031-05-18,2031-05-17,is after",
  })
  void refusesWhatNoServerUnderstands(
      URI url, String set, String prefix, String from, String until, String what) {
    assertThatThrownBy(() -> new HarvestRequest(url, set, prefix, from, until))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(what);
  }

  @Test
  void keepsTheQueryOfTheUrl() {
    HarvestRequest request =
        new HarvestRequest(
            URI.create("https://x.example/oai?repo=a"),
            null,
            "arXiv",
            "2031-05-17T10:00:00Z",
            "2031-05-17T10:00:00Z");
    assertThat(request.page(null))
        .hasToString(
            "https://x.example/oai?repo=a&verb=ListRecords&metadataPrefix=arXiv"
                + "&from=2031-05-17T10%3A00%3A00Z&until=2031-05-17T10%3A00%3A00Z");
  }
}
