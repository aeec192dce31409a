package dev.akin.serve.guard;

import java.util.List;

/// Who may ask, and how often.
///
/// @param keys one of which every request must have; none lets everybody ask
/// @param perSecond the most requests a second by one key, or else one address; 0 for any number
/// @param proxies addresses, or ranges such as `10.0.0.0/8`, whose `X-Forwarded-For` is believed
/// @param origins of pages whose scripts may read the answers, such as `https://example.org`
public record Access(List<String> keys, int perSecond, List<String> proxies, List<String> origins) {
  /// Everybody, as often as they like.
  public static final Access OPEN = new Access(List.of(), 0, List.of(), List.of());

  /// @throws IllegalArgumentException if the rate is negative, or a key is so short that it could
  ///   be guessed
  public Access {
    keys = List.copyOf(keys);
    proxies = List.copyOf(proxies);
    origins = List.copyOf(origins);
    if (perSecond < 0) {
      throw new IllegalArgumentException("the rate must not be negative, but is " + perSecond);
    }
    if (keys.stream().anyMatch(key -> key.length() < Keys.MIN_CHARACTERS)) {
      throw new IllegalArgumentException(
          "a key has fewer than " + Keys.MIN_CHARACTERS + " characters");
    }
    new ClientAddress(proxies);
  }
}
