package dev.akin.cli.help;

import dev.akin.base.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What versions of what this is made of.
///
/// @hidden public for its own room only
public final class Versions implements IVersionProvider {
  private final Properties properties = new Properties();

  public Versions() {
    try (InputStream in = Resources.open(Versions.class, "akin.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("akin.properties is in the jar", e);
    }
  }

  /// akin's own, such as `0.1.0`.
  public String akin() {
    return properties.getProperty("version");
  }

  /// akin's own with the git commit that it was built from, such as `0.1.0+3f2a1bc`, as semantic
  /// versioning writes it. `-changed` at its end means that some sources were not committed.
  /// Without a commit if it was built from an archive of the sources.
  public String build() {
    String revision = properties.getProperty("revision");
    return revision.isEmpty() ? akin() : akin() + "+" + revision;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "akin " + build(),
      "Java " + Runtime.version(),
      "Lucene " + properties.getProperty("lucene"),
      "DJL " + properties.getProperty("djl"),
      "ONNX Runtime " + properties.getProperty("onnxruntime")
    };
  }
}
