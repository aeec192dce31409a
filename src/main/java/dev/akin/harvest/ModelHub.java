package dev.akin.harvest;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.base.Printable;
import dev.akin.base.Sha256;
import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Gets the files of one model from a hub by their plain addresses. All files are of one commit.
///
/// A file that breaks off is continued where it broke off, also by the next process. Redirects are
/// followed only to the hub and the hosts that deliver its files ([HubAccess]). The user's token is
/// sent to the hub alone. For one thread. Close it.
public final class ModelHub implements AutoCloseable {
  /// The hub that `hf:` stands for.
  public static final URI DEFAULT = URI.create("https://huggingface.co");

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final String CONFIG = "config.json";
  private static final String SHA256 = "[0-9a-f]{64}";

  private final HubAccess access;
  private final HubModel model;
  private final Path parts;
  private final Waiting waiting;
  private final HubTransfer transfer;

  /// @param silence how long a server may send nothing
  ModelHub(HubAccess access, HubModel model, Path parts, Waiting waiting, Duration silence) {
    this.access = access;
    this.model = model;
    this.parts = parts;
    this.waiting = waiting;
    this.transfer = new HubTransfer(access, silence);
  }

  /// A model of a hub. Nothing is asked yet.
  ///
  /// @param token of the user; absent for none
  /// @param parts a folder for files that are not whole yet; deleted when it is empty
  /// @throws IllegalArgumentException if the address is not one of a hub
  public static ModelHub of(URI hub, HubModel model, @Nullable String token, Path parts) {
    return new ModelHub(
        HubAccess.of(hub, token), model, parts, Waiting.ASLEEP, Duration.ofMinutes(1));
  }

  /// The address of the page of the model, at the commit whose files were received.
  public String page() {
    return model.page(access.hub(), revision()).toString();
  }

  private String revision() {
    String commit = transfer.commit();
    return commit == null ? model.revision() : commit;
  }

  /// Checks that the hub has the model.
  ///
  /// @throws ReadException if it has not, or refuses
  /// @throws IOException if a temporary file cannot be written
  public void requireModel() throws IOException {
    Path probe = Files.createTempFile("akin", ".json");
    try {
      if (!get(CONFIG, probe)) {
        throw new ReadException(
            AkinException.Kind.MISSING,
            model.file(access.hub(), model.revision(), CONFIG).toString(),
            "there is no such model or revision, or it has no " + CONFIG,
            null);
      }
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  /// Gets a file.
  ///
  /// @param file its path in the model
  /// @param to where it is put when it is whole
  /// @return whether there is such a file
  /// @throws ReadException if the hub refuses, or still fails after several tries
  /// @throws IOException if the file cannot be written
  public boolean get(String file, Path to) throws IOException {
    HubPart part =
        new HubPart(
            parts,
            Sha256.hex(String.valueOf(model.file(access.hub(), model.revision(), file)), 16));
    RetryPolicy policy = new RetryPolicy();
    try {
      while (true) {
        URI url = model.file(access.hub(), revision(), file);
        long before = part.bytes();
        switch (transfer.attempt(url, part)) {
          case HubAttempt.Received(String version) -> {
            requireWhole(url, part, version);
            part.moveTo(to);
            return true;
          }
          case HubAttempt.Absent() -> {
            return false;
          }
          case HubAttempt.Again() -> {
            part.clear();
            pause(url, policy.afterFailure(), Duration.ZERO, "gives another part of it", null);
          }
          case HubAttempt.Busy(Duration time, String why) -> {
            if (time.compareTo(LONGEST_WAIT) > 0) {
              throw busy(url, why, time);
            }
            pause(url, policy.afterFailure(), time, why, null);
          }
          case HubAttempt.Failed(String why, Throwable cause) -> {
            policy = part.bytes() > before ? new RetryPolicy() : policy;
            pause(url, policy.afterFailure(), Duration.ZERO, why, cause);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ReadException.server(access.hub().toString(), "stopped");
    }
  }

  private static ReadException busy(URI url, String why, Duration time) {
    return new ReadException(
        AkinException.Kind.BUSY,
        url.toString(),
        "%s; try again in %s".formatted(why, Printable.count(time.toSeconds(), "second")),
        null);
  }

  private void pause(
      URI url, @Nullable Duration byPolicy, Duration asked, String why, @Nullable Throwable cause)
      throws InterruptedException {
    if (byPolicy == null) {
      throw new UnreachableException(url.toString(), why, cause);
    }
    waiting.pass(byPolicy.compareTo(asked) > 0 ? byPolicy : asked, () -> false);
  }

  /// Large files have their digest for a version.
  private static void requireWhole(URI url, HubPart part, String version) throws IOException {
    if (version.matches(SHA256) && !Sha256.hex(part.file()).equals(version)) {
      part.clear();
      throw ReadException.server(url.toString(), "the file is not what the hub says: other sha256");
    }
  }

  @Override
  public void close() {
    transfer.close();
    try {
      FolderTree left = new FolderTree(parts);
      if (left.isEmptyOrAbsent()) {
        left.delete();
      }
    } catch (IOException e) {
      throw new ReadException(
          AkinException.Kind.IO,
          parts.toString(),
          "cannot be deleted: " + AkinException.reason(e),
          e);
    }
  }
}
