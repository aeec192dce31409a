package dev.akin.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubAccessTest {
  private static final HubAccess HUB = HubAccess.of(ModelHub.DEFAULT, "secret");

  @ParameterizedTest
  @CsvSource({
    "https://huggingface.co/x, true, true",
    "https://HuggingFace.co/x, true, true",
    "https://cdn-lfs.huggingface.co/x, true, false",
    "https://cas-bridge.xethub.hf.co/x, true, false",
    "https://huggingface.co:8443/x, true, false",
    "http://huggingface.co/x, false, false",
    "http://cdn-lfs.huggingface.co/x, false, false",
    "https://huggingface.co.example.org/x, false, false",
    "https://nothuggingface.co/x, false, false",
    "https://user@cdn-lfs.huggingface.co/x, false, false",
    "https://169.254.169.254/x, false, false",
    "ftp://huggingface.co/x, false, false"
  })
  void goesToTheHubAndItsDeliveryAndGivesTheTokenToTheHub(
      String address, boolean mayGo, boolean getsToken) {
    assertThat(HUB.mayRedirectTo(URI.create(address))).isEqualTo(mayGo);
    assertThat(HUB.tokenFor(URI.create(address)).isPresent()).isEqualTo(getsToken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a", "https://u:p@a", "https://a?b=c", "hub", "http://a.example"})
  void refusesAnAddressOfNoHub(String address) {
    assertThatThrownBy(() -> HubAccess.of(URI.create(address), "secret"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverShowsTheToken() {
    assertThat(HUB.toString()).doesNotContain("secret");
    assertThatThrownBy(() -> HubAccess.of(ModelHub.DEFAULT, "se cret"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("cret");
  }
}
