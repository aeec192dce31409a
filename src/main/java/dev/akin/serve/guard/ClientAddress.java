package dev.akin.serve.guard;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.util.InetAddressSet;

/// Finds the address that a request comes from: the address of the connection or, if that is a
/// trusted proxy, the address that the proxy names.
///
/// @hidden public for its own room only
public final class ClientAddress {
  private final InetAddressSet proxies = new InetAddressSet();

  /// @param proxies addresses, also ranges such as `10.0.0.0/8`
  /// @throws IllegalArgumentException if one has another form
  public ClientAddress(List<String> proxies) {
    this.proxies.addAll(proxies);
  }

  /// The client's address.
  ///
  /// @param connection the address of the connection
  /// @param forwarded the header `X-Forwarded-For`, empty if there is none: each proxy adds the
  ///   address that connected to it at the end
  public String of(String connection, String forwarded) {
    if (forwarded.isBlank() || !isTrusted(connection)) {
      return connection;
    }
    List<String> hops = Arrays.stream(forwarded.split(",")).map(String::strip).toList();
    String client = connection;
    for (String hop : hops.reversed()) {
      if (!isAddress(hop)) {
        return client;
      }
      client = hop;
      if (!isTrusted(hop)) {
        return client;
      }
    }
    return client;
  }

  private boolean isTrusted(String address) {
    try {
      return !proxies.isEmpty() && proxies.test(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isAddress(String text) {
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
