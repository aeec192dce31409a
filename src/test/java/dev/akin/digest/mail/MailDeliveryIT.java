package dev.akin.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.digest.DigestSamples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mails to a server on this machine.
class MailDeliveryIT {
  private static final MailHeader HEADER =
      new MailHeader(
          MailAddress.parse("akin@example.org"),
          List.of(MailAddress.parse("Ada <ada@example.org>"), MailAddress.parse("bob@example.org")),
          null);

  private static final byte[] MESSAGE =
      DigestMail.of(DigestSamples.given("id@example.org", "One", ".", "Žofie"), HEADER);

  private static void send(String address, @Nullable String password) {
    new MailDelivery(MailServer.parse(address), password).send(MESSAGE, HEADER);
  }

  @Test
  void handsOverTheMessageToAllRecipients() throws IOException {
    try (SmtpServer server = SmtpServer.start(Map.of())) {
      send(server.address(), null);
      assertThat(server.messages())
          .containsExactly(new String(MESSAGE, StandardCharsets.US_ASCII).stripTrailing() + "\r\n");
      assertThat(server.commands())
          .containsExactly(
              "EHLO example.org",
              "MAIL FROM:<akin@example.org>",
              "RCPT TO:<ada@example.org>",
              "RCPT TO:<bob@example.org>",
              "DATA",
              "QUIT");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "greeting, 554 not you",
    "greeting, cut",
    "EHLO, 451 later",
    "MAIL, 451 later",
    "RCPT, 550 nobody",
    "DATA, 451 later",
    "DATA, cut",
    "message, 451 later",
    "message, 554 spam",
    "message, 421 going down"
  })
  void knowsThatTheServerHasNotTakenIt(String command, String answer) throws IOException {
    try (SmtpServer server = SmtpServer.start(Map.of(command, answer))) {
      assertThatThrownBy(() -> send(server.address(), null))
          .isExactlyInstanceOf(AkinException.class)
          .hasMessageStartingWith("127.0.0.1:" + server.port() + ": no mail was sent: ")
          .hasMessageContaining(answer.equals("cut") ? "" : answer);
    }
  }

  @Test
  void knowsThatItDoesNotKnow() throws IOException {
    try (SmtpServer server = SmtpServer.start(Map.of("message", SmtpServer.CUT))) {
      assertThatThrownBy(() -> send(server.address(), null))
          .isInstanceOf(UncertainException.class)
          .hasMessageContaining("the connection ended before the server answered");
      assertThat(server.messages()).hasSize(1);
    }
  }

  @Test
  void needsNoGoodBye() throws IOException {
    try (SmtpServer server = SmtpServer.start(Map.of("QUIT", SmtpServer.CUT))) {
      send(server.address(), null);
      assertThat(server.messages()).hasSize(1);
    }
  }

  @Test
  void saysThatThereIsNoServer() {
    // Port 1 is nobody's; that of a server that has ended may be another test's by now.
    assertThatThrownBy(() -> send("smtp://127.0.0.1:1", null))
        .isExactlyInstanceOf(AkinException.class)
        .hasMessageContaining("no mail was sent");
  }

  /// What is sent is `\0user\0secret` for one, and `user` and `secret` for the other.
  @ParameterizedTest
  @CsvSource({"PLAIN LOGIN, AUTH PLAIN, AHVzZXIAc2VjcmV0", "LOGIN, AUTH LOGIN, dXNlcg== c2VjcmV0"})
  void logsIn(String offered, String command, String credentials) throws IOException {
    Map<String, String> answers = Map.of("EHLO", "250-test\r\n250 AUTH " + offered);
    try (SmtpServer server = SmtpServer.start(answers)) {
      send(server.address().replace("//", "//user@"), "secret");
      assertThat(server.messages()).hasSize(1);
      assertThat(server.commands()).contains(command).contains(credentials.split(" ", -1));
    }
  }

  @Test
  void sendsNoMailWithoutThePassword() throws IOException {
    try (SmtpServer server = SmtpServer.start(Map.of("credentials", "535 wrong"))) {
      String address = server.address().replace("//", "//user@");
      assertThatThrownBy(() -> send(address, null))
          .hasMessageContaining("there is no password for user");
      assertThatThrownBy(() -> send(address, "secret"))
          .hasMessageContaining("535 wrong")
          .hasMessageNotContaining("secret");
      assertThat(server.messages()).isEmpty();
    }
  }

  /// The name of this machine stands for another one here.
  @Test
  void sendsNothingToOthersWithoutTls() throws IOException {
    try (SmtpServer server = SmtpServer.start(Map.of())) {
      MailServer elsewhere =
          new MailServer("127.0.0.1", server.port(), MailServer.Security.STARTTLS, "user");
      assertThatThrownBy(() -> new MailDelivery(elsewhere, "secret").send(MESSAGE, HEADER))
          .hasMessageContaining("no mail was sent");
      assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
      assertThat(server.messages()).isEmpty();
    }
  }

  @Test
  void trustsNoCertificateThatJavaDoesNotTrust(@TempDir Path folder) throws Exception {
    try (SmtpServer server = SmtpServer.start(unknown(folder).getServerSocketFactory(), Map.of())) {
      assertThatThrownBy(() -> send("smtps://127.0.0.1:" + server.port(), null))
          .isExactlyInstanceOf(AkinException.class)
          .hasMessageContaining("no mail was sent")
          .hasMessageContaining("certification path");
      assertThat(server.commands()).isEmpty();
    }
  }

  /// A certificate for this machine that nobody has signed.
  private static SSLContext unknown(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String command =
        "-genkeypair -alias a -keyalg EC -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -storetype PKCS12"
            + " -storepass changeit -keystore ";
    Process process =
        new ProcessBuilder(List.of((keytool + " " + command + store).split(" ", -1)))
            .redirectErrorStream(true)
            .start();
    assertThat(process.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
