package dev.akin.index.opensearch;

import dev.akin.index.opensearch.client.ClusterAddress;
import dev.akin.index.opensearch.client.ClusterLogin;
import dev.akin.index.opensearch.client.ClusterOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How akin may use a cluster.
///
/// @param password of the user in the address; absent if there is none
/// @param apiKey instead of a user and a password; absent if there is none
/// @param certificates a file with the certificates, in PEM, of who signed those of the cluster;
///   absent if the JDK knows them
public record ClusterAccess(
    @Nullable String password, @Nullable String apiKey, @Nullable Path certificates) {
  /// For a cluster that asks for nothing.
  public static final ClusterAccess OPEN = new ClusterAccess(null, null, null);

  /// The first line of a file with a password or an API key.
  ///
  /// @throws dev.akin.index.store.IndexException if it cannot be read
  public static String secretIn(Path file) {
    return ClusterLogin.secretIn(file);
  }

  /// @throws IllegalArgumentException if a part is missing or one too many
  ClusterOptions options(ClusterAddress address) {
    return ClusterOptions.DEFAULT
        .as(ClusterLogin.of(address, password, apiKey))
        .trusting(certificates);
  }

  /// Without the secrets.
  @Override
  public String toString() {
    return "access to a cluster";
  }
}
