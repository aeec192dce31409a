package dev.akin.embed.add;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import dev.akin.embed.model.EmbedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A zip file of a folder in the layout of sentence-transformers. The folder may be inside another
/// one. Nothing is unpacked but the files that are asked for.
final class ZipSource implements ModelSource {
  /// Weights hardly get smaller; a tokenizer gets a fifth of its size.
  private static final long MAX_GROWTH = 100;

  private static final long ALWAYS_ALLOWED_BYTES = 10 << 20;
  private static final int MAX_ENTRIES = 10_000;
  private static final String TOKENIZER = "tokenizer.json";
  private static final int BLOCK_BYTES = 1 << 16;

  private final Path file;
  private final ZipFile zip;
  private final String root;

  private ZipSource(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
    this.root = root();
  }

  /// Opens a file.
  ///
  /// @throws EmbedException if it is not a zip file, or has entries outside its folder
  static ZipSource open(Path file) {
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        return new ZipSource(file, zip);
      } catch (RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw refused(file, "is not a whole zip file: " + EmbedException.reason(e), e);
    }
  }

  private static EmbedException refused(Path file, String why, @Nullable IOException cause) {
    return new EmbedException(AkinException.Kind.CONFIGURATION, file + ": " + why, cause);
  }

  /// The folder of the model in the zip file: that of the tokenizer.
  private String root() {
    if (zip.size() > MAX_ENTRIES) {
      throw refused(file, "has more than " + Printable.count(MAX_ENTRIES) + " entries", null);
    }
    List<String> names = zip.stream().map(ZipEntry::getName).toList();
    names.forEach(this::requireInside);
    return names.stream()
        .filter(name -> name.equals(TOKENIZER) || name.endsWith("/" + TOKENIZER))
        .map(name -> name.substring(0, name.length() - TOKENIZER.length()))
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  private void requireInside(String name) {
    boolean isInside =
        !name.startsWith("/")
            && name.indexOf('\\') < 0
            && name.indexOf(':') < 0
            && !List.of(name.split("/", -1)).contains("..");
    if (!isInside) {
      throw refused(
          file, "has an entry that points out of its folder: " + Printable.quote(name), null);
    }
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public String modelName() {
    String name = root.isEmpty() ? String.valueOf(file.getFileName()) : lastFolder();
    return ModelSource.modelName(name.replaceFirst("(?i)\\.zip$", ""));
  }

  private String lastFolder() {
    return root.substring(root.lastIndexOf('/', root.length() - 2) + 1, root.length() - 1);
  }

  @Override
  public @Nullable String homepage() {
    return null;
  }

  @Override
  public boolean copy(String path, Path to) throws IOException {
    ZipEntry entry = zip.getEntry(root + path);
    if (entry == null || entry.isDirectory()) {
      return false;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      copy(in, entry, to);
    } catch (ZipException e) {
      throw refused(file, path + " is damaged: " + EmbedException.reason(e), e);
    }
    return true;
  }

  // The size in the entry may be a lie, so what is unpacked is counted.
  private void copy(InputStream in, ZipEntry entry, Path to) throws IOException {
    long most = Math.max(ALWAYS_ALLOWED_BYTES, MAX_GROWTH * Math.max(0, entry.getCompressedSize()));
    try (OutputStream out = Files.newOutputStream(to)) {
      byte[] block = new byte[BLOCK_BYTES];
      long left = most;
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        left -= n;
        if (left < 0) {
          throw refused(
              file,
              "%s grows to more than %,d times its size when it is unpacked"
                  .formatted(Printable.quote(entry.getName()), MAX_GROWTH),
              null);
        }
        out.write(block, 0, n);
      }
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw refused(file, "cannot be closed: " + EmbedException.reason(e), e);
    }
  }
}
