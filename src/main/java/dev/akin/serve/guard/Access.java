package dev.akin.serve.guard;

import java.util.List;

/// Who may ask, and how often.
public final class Access {
  /// Everybody, as often as people like.
  public static final Access OPEN = new Access(List.of(), 0, List.of(), List.of());

  /// What no person exceeds who reads pages one after the other.
  private static final int PAGES_PER_SECOND = 2;

  private final List<String> keys;
  private final int perSecond;
  private final ClientAddress addresses;
  private final List<String> origins;
  private final int pagesPerSecond;

  /// @param keys every request must have one of them; if there are none, no request needs one
  /// @param perSecond maximum number of requests a second for each key, or else for each address; 0
  ///   for no limit
  /// @param proxies addresses, or ranges such as `10.0.0.0/8`, whose `X-Forwarded-For` is believed
  /// @param origins websites whose scripts may read the answers, such as `https://example.org`
  /// @throws IllegalArgumentException if the rate is negative, a proxy is not an address, or a key
  ///   is so short that it could be guessed
  public Access(List<String> keys, int perSecond, List<String> proxies, List<String> origins) {
    this(keys, perSecond, new ClientAddress(proxies), origins, PAGES_PER_SECOND);
  }

  private Access(
      List<String> keys,
      int perSecond,
      ClientAddress addresses,
      List<String> origins,
      int pagesPerSecond) {
    if (perSecond < 0 || pagesPerSecond < 0) {
      throw new IllegalArgumentException(
          "the rate must not be negative, but is " + Math.min(perSecond, pagesPerSecond));
    }
    if (keys.stream().anyMatch(key -> key.length() < Keys.MIN_CHARACTERS)) {
      throw new IllegalArgumentException(
          "a key has fewer than " + Keys.MIN_CHARACTERS + " characters");
    }
    this.keys = List.copyOf(keys);
    this.perSecond = perSecond;
    this.addresses = addresses;
    this.origins = List.copyOf(origins);
    this.pagesPerSecond = pagesPerSecond;
  }

  /// The keys of which every request must have one; none if no request needs one.
  public List<String> keys() {
    return keys;
  }

  int perSecond() {
    return perSecond;
  }

  /// The same with another limit for searches and filtered lists, which crawlers read endlessly.
  ///
  /// @param other for each address, in the long run; 0 for no limit
  /// @throws IllegalArgumentException if it is negative
  public Access withPagesPerSecond(int other) {
    return new Access(keys, perSecond, addresses, origins, other);
  }

  int pagesPerSecond() {
    return pagesPerSecond;
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
