package dev.akin.digest.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The server that takes mails, given as an address:
/// - `smtp://host:587`: with STARTTLS, which is required, except on this machine
/// - `smtps://host`: TLS from the start, port 465
/// - `smtp://host:25?tls=no`: without TLS, for a relay in a network that one trusts
///
/// A user stands in front of the host: `smtp://ada%40example.org@host`. The password never does.
///
/// @param host name or address
/// @param user absent if the server asks for none
public record MailServer(String host, int port, Security security, @Nullable String user) {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;

  /// How the connection is secured.
  public enum Security {
    /// TLS from the start.
    TLS,
    /// TLS after the greeting, or no mail.
    STARTTLS,
    /// TLS after the greeting if the server offers it.
    IF_OFFERED,
    /// Nothing.
    NONE
  }

  /// Reads an address.
  ///
  /// @throws IllegalArgumentException if it has another form
  public static MailServer parse(String text) {
    try {
      URI address = new URI(text);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      String path = String.valueOf(address.getRawPath());
      if (address.getHost() == null || !Set.of("", "/", "null").contains(path)) {
        throw wrong();
      }
      Security security = security(scheme, address);
      String user = address.getRawUserInfo();
      if (user != null && user.contains(":")) {
        throw new IllegalArgumentException(
            "the password must not stand in the address of the server; set"
                + " AKIN_SMTP_PASSWORD, or name a file that has it");
      }
      int usual = security == Security.TLS ? SUBMISSIONS : SUBMISSION;
      return new MailServer(
          address.getHost(),
          address.getPort() < 0 ? usual : address.getPort(),
          security,
          user == null
              ? null
              : URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (URISyntaxException e) {
      throw wrong();
    }
  }

  private static Security security(String scheme, URI address) {
    String query = address.getRawQuery();
    if (scheme.equals("smtps") && query == null) {
      return Security.TLS;
    }
    if (!scheme.equals("smtp") || !(query == null || query.equals("tls=no"))) {
      throw wrong();
    }
    if (query != null) {
      return Security.NONE;
    }
    return HERE.contains(address.getHost()) ? Security.IF_OFFERED : Security.STARTTLS;
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "the address of the mail server must be like smtp://host:587 or smtps://host");
  }

  /// Whether it is this machine.
  boolean isHere() {
    return HERE.contains(host);
  }

  /// Its name in messages.
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
