package dev.akin.digest.mail;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.SMTPReply;
import org.jspecify.annotations.Nullable;

/// Hands one message to a mail server. All recipients get it, or none. The certificate of the
/// server must be one that Java trusts, for the name of the host.
///
/// @param password absent if the server has no user
public record MailDelivery(MailServer server, @Nullable String password) {
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Duration ANSWER = Duration.ofMinutes(1);

  /// A server may take its time to check a message (RFC 5321, 4.5.3.2).
  private static final Duration FINAL_ANSWER = Duration.ofMinutes(10);

  /// Sends a message.
  ///
  /// @param message in lines of ASCII
  /// @throws UncertainException if nobody knows whether the server has taken it
  /// @throws AkinException if the server has not taken it, for none of the recipients
  public void send(byte[] message, MailHeader header) {
    AuthenticatingSMTPClient client = client();
    try {
      open(client, header);
      recipients(client, header);
      write(client, message);
      quit(client);
    } catch (IOException | GeneralSecurityException e) {
      throw failed(AkinException.reason(e), e);
    } finally {
      close(client);
    }
  }

  /// With Java's own checks of certificates: those of the library look at dates only.
  private AuthenticatingSMTPClient client() {
    try {
      AuthenticatingSMTPClient client =
          new AuthenticatingSMTPClient(
              server.security() == MailServer.Security.TLS, SSLContext.getDefault());
      client.setEndpointCheckingEnabled(true);
      client.setConnectTimeout(millis(CONNECT));
      client.setDefaultTimeout(millis(ANSWER));
      return client;
    } catch (NoSuchAlgorithmException e) {
      throw failed(AkinException.reason(e), e);
    }
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }

  private void open(AuthenticatingSMTPClient client, MailHeader header)
      throws IOException, GeneralSecurityException {
    client.connect(server.host(), server.port());
    client.setSoTimeout(millis(ANSWER));
    require(SMTPReply.isPositiveCompletion(client.getReplyCode()), client);
    require(client.elogin(header.from().domain()), client);
    boolean isSecure = server.security() == MailServer.Security.TLS;
    if (server.security() == MailServer.Security.STARTTLS
        || (server.security() == MailServer.Security.IF_OFFERED && offers(client, "STARTTLS"))) {
      require(client.execTLS(), client);
      require(client.elogin(header.from().domain()), client);
      isSecure = true;
    }
    if (server.user() != null) {
      logIn(client, server.user(), isSecure);
    }
  }

  private void logIn(AuthenticatingSMTPClient client, String user, boolean isSecure)
      throws IOException, GeneralSecurityException {
    if (password == null) {
      throw failed("there is no password for " + user, null);
    }
    if (!isSecure && !server.isHere()) {
      throw failed("a password is not sent without TLS", null);
    }
    AuthenticatingSMTPClient.AUTH_METHOD method =
        offers(client, "LOGIN") && !offers(client, "PLAIN")
            ? AuthenticatingSMTPClient.AUTH_METHOD.LOGIN
            : AuthenticatingSMTPClient.AUTH_METHOD.PLAIN;
    require(client.auth(method, user, password), client);
  }

  /// Whether the answer to the greeting has a word.
  private static boolean offers(AuthenticatingSMTPClient client, String word) {
    return Arrays.stream(client.getReplyString().split("[\\s=-]+", -1))
        .anyMatch(word::equalsIgnoreCase);
  }

  private void recipients(AuthenticatingSMTPClient client, MailHeader header) throws IOException {
    require(client.setSender(header.from().bare()), client);
    for (MailAddress each : header.to()) {
      require(client.addRecipient(each.bare()), client);
    }
  }

  /// Until the final dot, the server cannot have taken the message.
  private void write(AuthenticatingSMTPClient client, byte[] message) throws IOException {
    Writer writer = client.sendMessageData();
    if (writer == null) {
      throw refused(client);
    }
    writer.write(new String(message, StandardCharsets.US_ASCII));
    writer.flush();
    client.setSoTimeout(millis(FINAL_ANSWER));
    boolean taken;
    try {
      writer.close();
      taken = client.completePendingCommand();
    } catch (IOException e) {
      // Of the answers, only this one ends the connection.
      if (client.getReplyCode() == SMTPReply.SERVICE_NOT_AVAILABLE) {
        throw refused(client);
      }
      throw new UncertainException(
          "%s: the connection ended before the server answered: %s"
              .formatted(server, AkinException.reason(e)),
          e);
    }
    require(taken, client);
  }

  /// The message is the server's by now, whatever it answers to a good-bye.
  private static void quit(AuthenticatingSMTPClient client) {
    try {
      client.logout();
    } catch (IOException e) {
      // The connection ends anyway.
    }
  }

  private static void close(AuthenticatingSMTPClient client) {
    try {
      client.disconnect();
    } catch (IOException e) {
      // Nothing was waiting to be sent.
    }
  }

  private void require(boolean positive, AuthenticatingSMTPClient client) {
    if (!positive) {
      throw refused(client);
    }
  }

  private AkinException refused(AuthenticatingSMTPClient client) {
    return failed("the server says " + Printable.quote(client.getReplyString().strip()), null);
  }

  private AkinException failed(String reason, @Nullable Throwable cause) {
    return new AkinException(
        AkinException.Kind.UNAVAILABLE,
        "%s: no mail was sent: %s".formatted(server, reason),
        cause);
  }
}
