package dev.akin.index.opensearch.client;

import dev.akin.base.AkinException;
import dev.akin.index.store.IndexException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The certificates of a file in PEM, which alone are trusted: those of an authority of one's own,
/// or that of the cluster itself.
final class TrustedCertificates {
  private TrustedCertificates() {}

  /// TLS that trusts only the certificates in `file`.
  ///
  /// @throws IndexException if it cannot be read, or has no certificate
  static SSLContext of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry(Integer.toString(count++), each);
      }
      if (count == 0) {
        throw new IndexException(
            AkinException.Kind.CONFIGURATION, file + ": there is no certificate in it");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return tls;
    } catch (IOException | GeneralSecurityException e) {
      throw new IndexException(
          AkinException.Kind.CONFIGURATION,
          file + ": the certificates cannot be read: " + AkinException.reason(e),
          e);
    }
  }
}
