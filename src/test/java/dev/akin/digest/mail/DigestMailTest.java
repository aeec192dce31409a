package dev.akin.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.akin.digest.DigestSamples;
import dev.akin.digest.state.GivenDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestMailTest {
  private static MailHeader header(@Nullable String unsubscribe, String... to) {
    return new MailHeader(
        MailAddress.parse("akin <akin@example.org>"),
        List.of(to).stream().map(MailAddress::parse).toList(),
        unsubscribe == null ? null : MailHeader.unsubscribe(unsubscribe));
  }

  private static Message parsed(byte[] mail) throws IOException {
    return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(mail));
  }

  private static String body(Entity part) throws IOException {
    try (InputStream in = ((TextBody) part.getBody()).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    GivenDigest digest = DigestSamples.given("id@example.org", "Ein „Titel“ – Žofie", "Two");
    Message mail =
        parsed(
            DigestMail.of(
                digest, header(null, "Ada Lövelace <ada@example.org>", "bob@bücher.example")));
    assertThat(mail.getSubject()).isEqualTo("New papers: Ein „Titel“ – Žofie and 1 more");
    assertThat(mail.getFrom()).hasToString("[akin@example.org]");
    assertThat(mail.getTo().flatten())
        .extracting(mailbox -> mailbox.getName(), mailbox -> mailbox.getAddress())
        .containsExactly(
            tuple("Ada Lövelace", "ada@example.org"), tuple(null, "bob@xn--bcher-kva.example"));
    assertThat(mail.getDate()).isEqualTo(Date.from(DigestSamples.TIME));
    assertThat(mail.getMessageId()).isEqualTo("<id@example.org>");
    assertThat(mail.getMimeType()).isEqualTo("multipart/alternative");
    List<Entity> parts = ((Multipart) mail.getBody()).getBodyParts();
    assertThat(parts).extracting(Entity::getMimeType).containsExactly("text/plain", "text/html");
    assertThat(body(parts.getFirst())).isEqualToNormalizingNewlines(digest.pages().text());
    assertThat(body(parts.getLast())).isEqualToNormalizingNewlines(digest.pages().html());
  }

  @Test
  void isAsciiInShortLinesThatEndWithCrLf() {
    String mail =
        new String(
            DigestMail.of(
                DigestSamples.given("id@example.org", "„“".repeat(400), "x".repeat(3_000)),
                header("https://example.org/stop", "ada@example.org")),
            StandardCharsets.ISO_8859_1);
    assertThat(mail.chars()).allMatch(c -> c < 127 && (c >= 32 || c == '\r' || c == '\n'));
    assertThat(mail.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(mail.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
    assertThat(mail).contains("MIME-Version: 1.0\r\n", "Auto-Submitted: auto-generated\r\n");
  }

  @Test
  void letsNoTitleIntoTheHeader() throws IOException {
    GivenDigest digest = DigestSamples.given("id@example.org", DigestSamples.HOSTILE);
    Message mail = parsed(DigestMail.of(digest, header(null, "ada@example.org")));
    assertThat(mail.getHeader().getFields())
        .extracting(Field::getName)
        .doesNotContain("Bcc")
        .doesNotHaveDuplicates();
    assertThat(mail.getBcc()).isNull();
    assertThat(mail.getSubject()).contains("alert(1)").doesNotContain("\n");
  }

  @Test
  void isTheSameForTheSameDigest() {
    GivenDigest digest = DigestSamples.given("id@example.org", "One");
    MailHeader header = header(null, "ada@example.org");
    assertThat(DigestMail.of(digest, header)).isEqualTo(DigestMail.of(digest, header));
    assertThat(DigestMail.newId(header.from())).isNotEqualTo(DigestMail.newId(header.from()));
  }

  @ParameterizedTest
  @CsvSource({
    "mailto:stop@example.org?subject=stop, <mailto:stop@example.org?subject=stop>, ",
    "https://example.org/stop?a=b, <https://example.org/stop?a=b>, List-Unsubscribe=One-Click"
  })
  void canBeUnsubscribedFrom(String address, String header, @Nullable String post)
      throws IOException {
    GivenDigest digest = DigestSamples.given("id@example.org", "One");
    Message mail = parsed(DigestMail.of(digest, header(address, "ada@example.org")));
    assertThat(mail.getHeader().getField("List-Unsubscribe").getBody()).isEqualTo(header);
    Field oneClick = mail.getHeader().getField("List-Unsubscribe-Post");
    assertThat(oneClick == null ? null : oneClick.getBody()).isEqualTo(post);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/stop",
        "javascript:alert(1)",
        "https:",
        "mailto:a@b.org>\r\nBcc: spy@example.org",
        "stop@example.org"
      })
  void unsubscribesAtNoOtherAddress(String address) {
    assertThatThrownBy(() -> MailHeader.unsubscribe(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mailto: or https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada@example.org, bob@example.org",
        "ada@example.org\r\nBcc: spy@example.org",
        "Ada\n <ada@example.org>",
        "ädä@example.org",
        "ada@exa mple.org",
        "ada@-example.org",
        "\"a b\"@example.org",
        "<ada@example.org"
      })
  void takesNothingElseForAnAddress(String text) {
    assertThatThrownBy(() -> MailAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("is not a mail address; write ada@example.org");
  }
}
