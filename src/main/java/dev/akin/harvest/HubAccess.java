package dev.akin.harvest;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which addresses belong to a hub, and who gets the user's token: the hub itself, and nobody else.
///
/// @param hub its address, `https`, or `http` for one on this machine or without token
/// @param token absent for none
/// @param delivery the domains whose hosts give the files that the hub redirects to
record HubAccess(URI hub, @Nullable String token, List<String> delivery) {
  private static final List<String> DELIVERY = List.of("huggingface.co", "hf.co");
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /// @throws IllegalArgumentException if the address cannot be that of a hub, or the token would be
  ///   sent unencrypted
  HubAccess {
    delivery = List.copyOf(delivery);
    String scheme = String.valueOf(hub.getScheme());
    if (!Set.of("https", "http").contains(scheme)
        || hub.getHost() == null
        || hub.getUserInfo() != null
        || hub.getRawQuery() != null) {
      throw new IllegalArgumentException("the hub is an address such as https://…, not " + hub);
    }
    if (scheme.equals("http") && token != null && !THIS_MACHINE.contains(host(hub))) {
      throw new IllegalArgumentException(
          "the token would be sent unencrypted to " + hub + "; use https");
    }
    boolean isPrintable =
        token == null || (!token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 127));
    if (!isPrintable) {
      throw new IllegalArgumentException("the token has characters that no token has");
    }
  }

  static HubAccess of(URI hub, @Nullable String token) {
    return new HubAccess(hub, token, DELIVERY);
  }

  private static String host(URI address) {
    return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
  }

  /// The token for a request to `address`: only if this is the hub itself.
  Optional<String> tokenFor(URI address) {
    return Optional.ofNullable(token).filter(_ -> isHub(address));
  }

  private boolean isHub(URI address) {
    return hub.getScheme().equals(address.getScheme())
        && host(hub).equals(host(address))
        && hub.getPort() == address.getPort();
  }

  /// Whether a redirect may lead to `address`: to the hub, or to a host that delivers its files,
  /// but never from `https` to `http`.
  boolean mayRedirectTo(URI address) {
    Predicate<String> isItsHost =
        domain -> host(address).equals(domain) || host(address).endsWith("." + domain);
    return isHub(address)
        || (hub.getScheme().equals(address.getScheme())
            && address.getUserInfo() == null
            && delivery.stream().anyMatch(isItsHost));
  }

  /// Without the token.
  @Override
  public String toString() {
    return hub.toString();
  }
}
