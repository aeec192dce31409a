package dev.akin.index.opensearch.client;

import dev.akin.base.AkinException;
import dev.akin.index.store.IndexException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Who akin is to a cluster. Never shows its secret.
///
/// @hidden public for its own room only
public final class ClusterLogin {
  /// Nobody: the cluster asks for no password.
  public static final ClusterLogin NOBODY = new ClusterLogin(null);

  private final @Nullable String authorization;

  private ClusterLogin(@Nullable String authorization) {
    this.authorization = authorization;
  }

  /// Puts together what the user gave.
  ///
  /// @param password the password of the user of the address; absent if none is given
  /// @param apiKey an API key, instead of a user and a password; absent if none is given
  /// @throws IllegalArgumentException if a part is missing or one too many, or the secret would
  ///   travel through a network without TLS
  public static ClusterLogin of(
      ClusterAddress address, @Nullable String password, @Nullable String apiKey) {
    String user = address.user();
    if (apiKey != null && (user != null || password != null)) {
      throw new IllegalArgumentException(
          "give either a user with a password or an API key for the cluster, not both");
    }
    if (password != null && user == null) {
      throw new IllegalArgumentException(
          "the password of the cluster needs a user: https://user@host/akin");
    }
    if (user != null && password == null) {
      throw new IllegalArgumentException(
          "the user %s of the cluster needs a password: set AKIN_STORE_PASSWORD, or name a file that has it with --store-secret"
              .formatted(user));
    }
    if ((user != null || apiKey != null) && !address.tls() && !address.isHere()) {
      throw new IllegalArgumentException(
          "%s: without TLS everybody on the way could read the password; use https://"
              .formatted(address));
    }
    if (apiKey != null) {
      return new ClusterLogin("ApiKey " + apiKey);
    }
    return user == null ? NOBODY : new ClusterLogin("Basic " + basic(user + ":" + password));
  }

  private static String basic(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The first line of a file with a password or an API key.
  ///
  /// @throws IndexException if it cannot be read
  public static String secretIn(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("").strip();
    } catch (IOException e) {
      throw new IndexException(
          AkinException.Kind.MISSING,
          file + ": the password cannot be read: " + AkinException.reason(e),
          e);
    }
  }

  /// The header `Authorization`; absent for nobody.
  @Nullable String authorization() {
    return authorization;
  }

  @Override
  public String toString() {
    return authorization == null ? "nobody" : authorization.split(" ", 2)[0] + " …";
  }
}
