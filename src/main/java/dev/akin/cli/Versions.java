package dev.akin.cli;

import dev.akin.base.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What versions of what this is made of.
final class Versions implements IVersionProvider {
  private final Properties properties = new Properties();

  Versions() {
    try (InputStream in = Resources.open(Versions.class, "akin.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("akin.properties is in the jar", e);
    }
  }

  /// akin's own.
  String akin() {
    return properties.getProperty("version");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "akin " + akin(),
      "Java " + Runtime.version(),
      "Lucene " + properties.getProperty("lucene"),
      "DJL " + properties.getProperty("djl"),
      "ONNX Runtime " + properties.getProperty("onnxruntime")
    };
  }
}
