package dev.akin.serve.guard;

import java.util.List;

/// Who may ask, and how often.
public final class Access {
  /// Everybody, as often as they like.
  public static final Access OPEN = new Access(List.of(), 0, List.of(), List.of());

  private final List<String> keys;
  private final int perSecond;
  private final ClientAddress addresses;
  private final List<String> origins;

  /// @param keys every request must have one of them; if there are none, no request needs one
  /// @param perSecond maximum number of requests a second for each key, or else for each address; 0
  ///   for no limit
  /// @param proxies addresses, or ranges such as `10.0.0.0/8`, whose `X-Forwarded-For` is believed
  /// @param origins websites whose scripts may read the answers, such as `https://example.org`
  /// @throws IllegalArgumentException if the rate is negative, a proxy is not an address, or a key
  ///   is so short that it could be guessed
  public Access(List<String> keys, int perSecond, List<String> proxies, List<String> origins) {
    if (perSecond < 0) {
      throw new IllegalArgumentException("the rate must not be negative, but is " + perSecond);
    }
    if (keys.stream().anyMatch(key -> key.length() < Keys.MIN_CHARACTERS)) {
      throw new IllegalArgumentException(
          "a key has fewer than " + Keys.MIN_CHARACTERS + " characters");
    }
    this.keys = List.copyOf(keys);
    this.perSecond = perSecond;
    this.addresses = new ClientAddress(proxies);
    this.origins = List.copyOf(origins);
  }

  /// The keys of which every request must have one; none if no request needs one.
  public List<String> keys() {
    return keys;
  }

  int perSecond() {
    return perSecond;
  }

  /// Finds the address that a request comes from.
  public ClientAddress addresses() {
    return addresses;
  }

  /// The websites whose scripts may read the answers.
  public List<String> origins() {
    return origins;
  }
}
