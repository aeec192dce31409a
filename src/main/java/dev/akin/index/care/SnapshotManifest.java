package dev.akin.index.care;

import dev.akin.base.AkinException;
import dev.akin.index.commit.CommitData;
import dev.akin.index.disk.DamagedFile;
import dev.akin.index.disk.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a snapshot holds: its file `manifest.json`, which is written last.
///
/// @param format of the snapshot
/// @param akin the version that made it
/// @param build of the index that it is of
/// @param commit of that build
/// @param papers in all
/// @param models whose vectors they have
/// @param files all of them, in the order of names
public record SnapshotManifest(
    int format,
    String akin,
    String build,
    long commit,
    int papers,
    List<Model> models,
    List<CopiedFile> files) {
  /// A model.
  public record Model(String name, String identity, int dimension) {}

  /// A file.
  ///
  /// @param sha256 64 hexadecimal digits
  public record CopiedFile(String name, long sizeBytes, String sha256) {
    private boolean isSound() {
      return DamagedFile.isLucene(name) && sizeBytes >= 0 && SHA256.matcher(sha256).matches();
    }
  }

  public static final String NAME = "manifest.json";

  /// The folder beside it with the files of the commit.
  public static final String FILES = "files";

  static final int FORMAT = 1;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static SnapshotManifest of(String akin, CommitData data, List<CopiedFile> files) {
    return new SnapshotManifest(
        FORMAT, akin, data.build(), data.commit(), data.holdings().papers(), models(data), files);
  }

  private static List<Model> models(CommitData data) {
    return data.spaces().stream()
        .map(space -> new Model(space.model(), space.identity(), space.dimension()))
        .toList();
  }

  /// Whether this is what `data` says.
  public boolean isOf(CommitData data) {
    return of(akin, data, files).equals(this);
  }

  /// The bytes of all files.
  public long sizeBytes() {
    return files.stream().mapToLong(CopiedFile::sizeBytes).sum();
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(NAME), JSON.writeValueAsString(this) + "\n");
  }

  /// Reads the manifest of a snapshot.
  ///
  /// @throws IndexException if there is none, or it is damaged
  public static SnapshotManifest read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      SnapshotManifest manifest = JSON.readValue(Files.readAllBytes(file), SnapshotManifest.class);
      manifest.check(file);
      return manifest;
    } catch (NoSuchFileException e) {
      throw new IndexException(
          AkinException.Kind.MISSING,
          "%s: no snapshot, it has no %s, which is written last; make one with: akin snapshot %s"
              .formatted(folder, NAME, folder),
          e);
    } catch (JacksonException | NullPointerException e) {
      throw damaged(file, "it is no JSON of the form", e);
    } catch (IOException e) {
      throw new IndexException(AkinException.Kind.IO, file + ": cannot be read: " + e, e);
    }
  }

  static IndexException damaged(Path file, String why, Exception cause) {
    return new IndexException(
        AkinException.Kind.IO, file + ": damaged: " + why + "; take another snapshot", cause);
  }

  private void check(Path file) {
    if (format != FORMAT) {
      throw new IndexException(
          AkinException.Kind.CONFIGURATION,
          "%s: snapshot format %d, this akin needs %d".formatted(file, format, FORMAT));
    }
    Set<String> names = new HashSet<>();
    for (CopiedFile copied : files) {
      if (!copied.isSound() || !names.add(copied.name())) {
        throw damaged(file, "it says of a file: " + copied, new IllegalArgumentException());
      }
    }
  }
}
