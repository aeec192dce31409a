package dev.akin.index.lucene.care;

import dev.akin.base.AkinException;
import dev.akin.index.lucene.disk.DamagedFile;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Describes a snapshot, in its file `manifest.json`. The file is written last.
///
/// @param format the version of the format
/// @param akin the version of akin that made the snapshot
/// @param build the build of the index
/// @param commit the number of the commit in that build
/// @param papers the number of papers
/// @param models the models of the vectors
/// @param files all files, in the order of names
public record SnapshotManifest(
    int format,
    String akin,
    String build,
    long commit,
    int papers,
    List<Model> models,
    List<CopiedFile> files) {
  /// A model of the index.
  public record Model(String name, String identity, int dimension) {}

  /// A file of the commit.
  ///
  /// @param sha256 64 hexadecimal digits
  public record CopiedFile(String name, long sizeBytes, String sha256) {
    private boolean isSound() {
      return DamagedFile.isLucene(name) && sizeBytes >= 0 && SHA256.matcher(sha256).matches();
    }
  }

  /// The name of the file.
  public static final String NAME = "manifest.json";

  /// The name of the folder with the files of the commit, in the same folder.
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

  /// Whether this describes a commit with these facts.
  public boolean isOf(CommitData data) {
    return of(akin, data, files).equals(this);
  }

  /// The size of all files together.
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
          "%s: not a complete snapshot, because it has no %s; make another one with: akin snapshot %s"
              .formatted(folder, NAME, folder),
          e);
    } catch (JacksonException | NullPointerException e) {
      throw damaged(file, "it is not JSON of the expected form", e);
    } catch (IOException e) {
      throw new IndexException(
          AkinException.Kind.IO, file + ": cannot be read: " + AkinException.reason(e), e);
    }
  }

  private static IndexException damaged(Path file, String why, @Nullable Exception cause) {
    return new IndexException(
        AkinException.Kind.IO, file + ": damaged: " + why + "; make another snapshot", cause);
  }

  private void check(Path file) {
    if (format != FORMAT) {
      throw new IndexException(
          AkinException.Kind.CONFIGURATION,
          "%s: the snapshot has format %d, but this akin needs format %d"
              .formatted(file, format, FORMAT));
    }
    Set<String> names = new HashSet<>();
    for (CopiedFile copied : files) {
      if (!copied.isSound() || !names.add(copied.name())) {
        throw damaged(file, "it has a wrong or repeated entry: " + copied, null);
      }
    }
  }
}
