package dev.akin.index.lucene.disk;

import dev.akin.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;

/// A disk that simulates losses of power: it keeps images of what would be left on it.
///
/// Everything that was synced survives: the bytes of a file when the file was synced, its name when
/// the directory was. Of later changes of names, those up to some moment survive, as on file
/// systems with a journal. Of later bytes, all survive, or the first few, or the same number of
/// zeros, or none.
public final class ForgetfulDisk implements Disk {
  private static final int OPERATIONS_PER_LOSS = 4;

  /// What a loss of power left.
  ///
  /// @param acknowledged the last commit that was acknowledged before
  /// @param lossy whether something that was written is missing
  public record Image(long acknowledged, Map<String, byte[]> files, boolean lossy) {}

  /// A file, independent of its name.
  private static final class Inode {
    private byte @Nullable [] synced;
    private byte[] written = {};
  }

  private final Random random;
  private final List<Image> images = new ArrayList<>();
  private long acknowledged;

  public ForgetfulDisk(long seed) {
    this.random = Seed.fixed(seed);
  }

  public void acknowledge(long commit) {
    acknowledged = commit;
  }

  public List<Image> images() {
    return images;
  }

  @Override
  public Directory open(Path build) throws IOException {
    return new ForgetfulDirectory(build, Disk.REAL.open(build));
  }

  private final class ForgetfulDirectory extends FilterDirectory {
    private final Path path;

    /// The directory at the last sync, and after each later change.
    private final List<Map<String, Inode>> names = new ArrayList<>(List.of(Map.of()));

    ForgetfulDirectory(Path path, Directory directory) {
      super(directory);
      this.path = path;
    }

    private Map<String, Inode> change() {
      Map<String, Inode> changed = new HashMap<>(names.getLast());
      names.add(changed);
      return changed;
    }

    @Override
    public synchronized IndexOutput createOutput(String name, IOContext context)
        throws IOException {
      IndexOutput output = super.createOutput(name, context);
      change().put(name, new Inode());
      maybeLosePower();
      return output;
    }

    @Override
    public synchronized IndexOutput createTempOutput(
        String prefix, String suffix, IOContext context) throws IOException {
      IndexOutput output = super.createTempOutput(prefix, suffix, context);
      change().put(output.getName(), new Inode());
      maybeLosePower();
      return output;
    }

    @Override
    public synchronized void sync(Collection<String> synced) throws IOException {
      maybeLosePower();
      super.sync(synced);
      for (String name : synced) {
        inode(name).synced = Files.readAllBytes(path.resolve(name));
      }
      maybeLosePower();
    }

    @Override
    public synchronized void rename(String source, String target) throws IOException {
      super.rename(source, target);
      Map<String, Inode> renamed = change();
      renamed.put(target, inode(source));
      renamed.remove(source);
      maybeLosePower();
    }

    @Override
    public synchronized void deleteFile(String name) throws IOException {
      inode(name).written = Files.readAllBytes(path.resolve(name));
      super.deleteFile(name);
      change().remove(name);
      maybeLosePower();
    }

    @Override
    public synchronized void syncMetaData() throws IOException {
      maybeLosePower();
      super.syncMetaData();
      names.subList(0, names.size() - 1).clear();
      maybeLosePower();
    }

    private Inode inode(String name) {
      return Objects.requireNonNull(names.getLast().get(name), name);
    }

    private void maybeLosePower() throws IOException {
      if (random.nextInt(OPERATIONS_PER_LOSS) > 0) {
        return;
      }
      for (var file : names.getLast().entrySet()) {
        file.getValue().written = Files.readAllBytes(path.resolve(file.getKey()));
      }
      int moment = random.nextInt(names.size());
      boolean lossy = moment < names.size() - 1;
      Map<String, byte[]> files = new HashMap<>();
      for (var file : names.get(moment).entrySet()) {
        byte[] left = left(file.getValue());
        lossy |= !Arrays.equals(left, file.getValue().written);
        files.put(file.getKey(), left);
      }
      images.add(new Image(acknowledged, files, lossy));
    }

    private byte[] left(Inode file) {
      if (file.synced != null) {
        return file.synced;
      }
      int size = file.written.length;
      return switch (random.nextInt(4)) {
        case 0 -> file.written;
        case 1 -> Arrays.copyOf(file.written, random.nextInt(size + 1));
        case 2 -> new byte[size];
        default -> new byte[0];
      };
    }
  }
}
