package dev.akin.digest.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// From whom digests come, and who gets them.
///
/// @param to at least one
/// @param unsubscribe the address that ends them, `mailto:` or `https:`; absent if there is none
public record MailHeader(MailAddress from, List<MailAddress> to, @Nullable URI unsubscribe) {
  /// @throws IllegalArgumentException if nobody gets it, or `unsubscribe` is another address
  public MailHeader {
    to = List.copyOf(to);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("a mail needs a recipient");
    }
  }

  /// Reads the address that ends the digests.
  ///
  /// @throws IllegalArgumentException if it is no address of mail or of the web with TLS
  public static URI unsubscribe(String text) {
    try {
      URI address = new URI(text);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean known =
          scheme.equals("mailto") || (scheme.equals("https") && address.getHost() != null);
      if (known && address.toASCIIString().chars().noneMatch(c -> c == '<' || c == '>')) {
        return URI.create(address.toASCIIString());
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "the address to unsubscribe at must begin with mailto: or https://");
  }
}
