package dev.akin.digest.state;

import dev.akin.base.AkinException;
import dev.akin.base.HeldLock;
import dev.akin.base.NewFile;
import dev.akin.base.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The file of a [DigestState], held by one process at a time. For one thread; close it.
///
/// The file is JSON: `version`, which is 1; `sha256`, the digest of the rest; and `digests`, the
/// rest: `last`, `open`, `given` (ids by day) and `unconfirmed`. It is replaced in one step, and
/// only its owner may read it. It grows by the ids that are given, and nothing is ever taken out.
/// The lock is on a file next to it, `.NAME.lock`, which stays.
public final class StateFile implements AutoCloseable {
  private static final int VERSION = 1;

  private final Path path;
  private final HeldLock lock;
  private DigestState state;

  private StateFile(Path path, HeldLock lock, DigestState state) {
    this.path = path;
    this.lock = lock;
    this.state = state;
  }

  /// Opens a file; one that does not exist is that of a reader who was given nothing.
  ///
  /// @throws AkinException if it is damaged, another process holds it, or it cannot be read
  public static StateFile open(Path given) {
    try {
      Path path = Files.exists(given) ? given.toRealPath() : given.toAbsolutePath().normalize();
      HeldLock lock =
          HeldLock.of(
              path.resolveSibling("." + path.getFileName() + ".lock"),
              given + ": another akin digest is using this file");
      try {
        return new StateFile(path, lock, read(given));
      } catch (AkinException | IOException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new AkinException(
          AkinException.Kind.IO,
          "%s: the state of the digest cannot be read: %s; nothing was sent"
              .formatted(given, AkinException.reason(e)),
          e);
    }
  }

  private static DigestState read(Path path) throws IOException {
    if (!Files.exists(path)) {
      return DigestState.NONE;
    }
    try {
      JsonNode file = JsonMapper.shared().readTree(Files.readAllBytes(path));
      int version = file.required("version").asInt();
      if (version > VERSION) {
        throw new AkinException(
            AkinException.Kind.MALFORMED,
            "%s: was written by a newer akin (version %d of the file); nothing was sent"
                .formatted(path, version));
      }
      JsonNode digests = file.required("digests");
      if (!file.required("sha256").asString().equals(digest(digests))) {
        throw damaged(path, "its checksum is wrong", null);
      }
      return StateJson.read(digests);
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw damaged(path, AkinException.reason(e), e);
    }
  }

  private static AkinException damaged(Path path, String reason, @Nullable Exception cause) {
    return new AkinException(
        AkinException.Kind.MALFORMED,
        ("%s: the state of the digest is damaged: %s. Nothing was sent. Put a copy of the file back;"
                + " or delete it to start again, and papers may be listed a second time")
            .formatted(path, reason),
        cause);
  }

  private static String digest(JsonNode digests) {
    return HexFormat.of().formatHex(Sha256.of(digests.toString()));
  }

  /// What the file has.
  public DigestState state() {
    return state;
  }

  /// Replaces the state.
  ///
  /// @throws AkinException if that fails; the file is as it was then
  public void put(DigestState next) {
    try (Next written = write(next, "now")) {
      written.put();
    }
  }

  /// Writes the next state to the disk, but not to its place yet: to put it there later needs no
  /// room on the disk.
  ///
  /// @param when two that wait at the same time have two names
  /// @throws AkinException if that fails
  public Next write(DigestState next, String when) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    ObjectNode digests = StateJson.of(next);
    file.put("version", VERSION).put("sha256", digest(digests)).set("digests", digests);
    byte[] bytes = (file.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    return new Next(
        next,
        NewFile.at(path, path.getFileName() + "." + when, NewFile.Visibility.TO_OWNER, bytes));
  }

  /// A state that is on the disk, but not at its place. Close it.
  public final class Next implements AutoCloseable {
    private final DigestState next;
    private final NewFile file;

    private Next(DigestState next, NewFile file) {
      this.next = next;
      this.file = file;
    }

    /// Replaces the state.
    ///
    /// @throws AkinException if that fails; the file is as it was then
    public void put() {
      file.put();
      state = next;
    }

    @Override
    public void close() {
      file.close();
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new AkinException(
          AkinException.Kind.IO, path + ": cannot be closed: " + AkinException.reason(e), e);
    }
  }
}
