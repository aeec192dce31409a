package dev.akin.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {
  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.org, mail.example.org, 587, STARTTLS, ",
    "smtp://mail.example.org:25/, mail.example.org, 25, STARTTLS, ",
    "smtps://mail.example.org, mail.example.org, 465, TLS, ",
    "smtp://ada%40example.org@mail.example.org, mail.example.org, 587, STARTTLS, ada@example.org",
    "smtp://a+b@mail.example.org, mail.example.org, 587, STARTTLS, a+b",
    "smtp://relay:25?tls=no, relay, 25, NONE, ",
    "smtp://127.0.0.1:2525, 127.0.0.1, 2525, IF_OFFERED, ",
    "SMTP://localhost, localhost, 587, IF_OFFERED, "
  })
  void readsAddresses(
      String address, String host, int port, MailServer.Security security, @Nullable String user) {
    assertThat(MailServer.parse(address)).isEqualTo(new MailServer(host, port, security, user));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example.org",
        "http://mail.example.org",
        "smtp:mail.example.org",
        "smtp://mail.example.org/path",
        "smtp://mail.example.org?tls=maybe",
        "smtps://mail.example.org?tls=no",
        "smtp://mail example.org"
      })
  void refusesOtherAddresses(String address) {
    assertThatThrownBy(() -> MailServer.parse(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("smtp://host:587 or smtps://host");
  }

  @Test
  void takesNoPasswordAndDoesNotRepeatIt() {
    assertThatThrownBy(() -> MailServer.parse("smtp://ada:secret@mail.example.org"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AKIN_SMTP_PASSWORD")
        .hasMessageNotContaining("secret");
  }
}
