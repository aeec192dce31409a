package dev.akin.serve.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// An address of a network, IPv4 or IPv6.
///
/// @hidden public for its own room only
public record NetworkAddress(InetAddress address) {
  private static final int SHORT_V4_BYTES = 3;
  private static final int SHORT_V6_BYTES = 6;

  /// A provider gives each customer at least this part of an address of IPv6.
  private static final int CUSTOMER_V6_BYTES = 8;

  /// @throws IllegalArgumentException if the text is no address
  public static NetworkAddress of(String text) {
    return new NetworkAddress(InetAddress.ofLiteral(text));
  }

  /// Whether it is of this machine or of a private network. Such an address may be a proxy, behind
  /// which are many readers.
  boolean isInternal() {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || isPrivate();
  }

  /// Unique local addresses of IPv6 (`fc00::/7`) and those that providers share (`100.64.0.0/10`).
  private boolean isPrivate() {
    byte[] bytes = address.getAddress();
    return isV6() ? (bytes[0] & 0xFE) == 0xFC : bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
  }

  /// The address of the client as a whole, who has many addresses of IPv6.
  NetworkAddress client() {
    return isV6() ? cut(CUSTOMER_V6_BYTES) : this;
  }

  /// Without the part that tells one client from its neighbors: the last number of IPv4, the last
  /// five of IPv6.
  public NetworkAddress shortened() {
    return cut(isV6() ? SHORT_V6_BYTES : SHORT_V4_BYTES);
  }

  private boolean isV6() {
    return address instanceof Inet6Address;
  }

  private NetworkAddress cut(int kept) {
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, kept, bytes.length, (byte) 0);
    try {
      return new NetworkAddress(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("the length has not changed", e);
    }
  }

  @Override
  public String toString() {
    return address.getHostAddress();
  }
}
