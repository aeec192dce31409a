package dev.akin.serve.guard;

import dev.akin.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The valid keys. A key is compared with all of them, by digests and in constant time, so that the
/// time says nothing about the keys.
///
/// @hidden public for its own room only
public final class Keys {
  /// Minimum length of a key.
  static final int MIN_CHARACTERS = 16;

  private final List<byte[]> digests;

  public Keys(List<String> keys) {
    this.digests = keys.stream().map(Sha256::of).toList();
  }

  /// Whether no key is required.
  boolean areNone() {
    return digests.isEmpty();
  }

  /// Whether a key is valid.
  public boolean has(String key) {
    byte[] digest = Sha256.of(key);
    boolean found = false;
    for (byte[] known : digests) {
      found |= MessageDigest.isEqual(known, digest);
    }
    return found;
  }

  /// The key of a request: `Authorization: Bearer KEY`, `X-API-Key: KEY`, or the password of Basic
  /// authorization, which browsers can ask for.
  static @Nullable String of(@Nullable String authorization, @Nullable String apiKey) {
    if (apiKey != null || authorization == null) {
      return apiKey;
    }
    String[] parts = authorization.strip().split(" +", 2);
    if (parts.length < 2) {
      return null;
    }
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "bearer" -> parts[1];
      case "basic" -> password(parts[1]);
      default -> null;
    };
  }

  private static @Nullable String password(String credentials) {
    try {
      String both = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      return colon < 0 ? null : both.substring(colon + 1);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
