package dev.akin.index.lucene.commit;

import dev.akin.base.AkinException;
import dev.akin.index.lucene.disk.FileCheck;
import dev.akin.index.lucene.disk.FileEnds;
import dev.akin.index.lucene.document.TextTable;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexInfo;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// One commit, open for reading. It counts its users: the files stay open until the last user
/// releases it.
///
/// @hidden public for its own room only
public final class OpenCommit {
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final IndexInfo info;
  private final PostedFrequencies words;
  private volatile @Nullable TextTable texts;
  private volatile @Nullable FileEnds ends;

  /// The files that are known to be damaged, and how.
  private final Map<String, IndexException> damaged = new ConcurrentHashMap<>();

  public OpenCommit(String where, DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
    this.info = info(where, reader);
    this.words = new PostedFrequencies(reader);
  }

  /// The facts of the commit that a reader reads.
  ///
  /// @throws IndexException if another version of akin wrote it
  public static CommitData dataOf(DirectoryReader reader) throws IOException {
    return CommitData.of(reader.directory().toString(), reader.getIndexCommit().getUserData());
  }

  private static IndexInfo info(String where, DirectoryReader reader) throws IOException {
    CommitData data = CommitData.of(where, reader.getIndexCommit().getUserData());
    long sizeBytes = 0;
    for (String file : reader.getIndexCommit().getFileNames()) {
      sizeBytes += sizeBytes(reader.directory(), file);
    }
    return new IndexInfo(
        data.build(),
        data.commit(),
        data.spaces(),
        data.holdings(),
        data.similarityScale(),
        data.committedAt(),
        sizeBytes);
  }

  private static long sizeBytes(Directory directory, String file) throws IOException {
    try {
      return directory.fileLength(file);
    } catch (NoSuchFileException e) {
      // A writer has made another commit and deleted the file; it stays readable while it is open.
      return 0;
    }
  }

  public DirectoryReader reader() {
    return reader;
  }

  public IndexSearcher searcher() {
    return searcher;
  }

  public IndexInfo info() {
    return info;
  }

  /// In how many papers words are.
  public PostedFrequencies words() {
    return words;
  }

  /// Which papers have which text; read at the first call.
  public TextTable texts() throws IOException {
    TextTable table = texts;
    if (table == null) {
      synchronized (this) {
        table = texts;
        if (table == null) {
          table = TextTable.of(reader);
          texts = table;
        }
      }
    }
    return table;
  }

  /// Reads the files of the segments and compares their checksums.
  ///
  /// @param known a commit that was checked: its segments are skipped; absent to check all
  /// @throws CorruptIndexException if a file is damaged; its message names the file
  public void checkFiles(@Nullable OpenCommit known) throws IOException {
    Set<Object> checked =
        known == null
            ? Set.of()
            : known.reader.leaves().stream()
                .map(leaf -> leaf.reader().getCoreCacheHelper().getKey())
                .collect(Collectors.toSet());
    for (LeafReaderContext leaf : reader.leaves()) {
      if (!checked.contains(leaf.reader().getCoreCacheHelper().getKey())) {
        leaf.reader().checkIntegrity();
      }
    }
  }

  /// Checks what a crash can break ([FileCheck#requireNewest]).
  ///
  /// @param build the directory of the files
  /// @param known a commit of the same build that was checked: its files are skipped; absent to
  ///   check all
  /// @throws IndexException if a file is damaged; its message names the file
  public void checkNewest(Path build, @Nullable OpenCommit known) throws IOException {
    List<String> files = new ArrayList<>(fileNames());
    if (known != null) {
      files.removeAll(Set.copyOf(known.fileNames()));
      known.damaged.forEach(this::foundDamage);
    }
    new FileCheck(build, reader.directory()).requireNewest(files, FileCheck.NEWEST_BYTES);
  }

  /// The names of its files.
  public Collection<String> fileNames() throws IOException {
    return reader.getIndexCommit().getFileNames();
  }

  /// Notes that a file is damaged. Does nothing if the commit does not have it.
  public void foundDamage(String file, IndexException damage) {
    try {
      if (fileNames().contains(file)) {
        damaged.put(file, damage);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the names of the files are in memory", e);
    }
  }

  /// Notices from now on if a file is cut off.
  ///
  /// @param build the directory of the files
  /// @throws IndexException if one was cut off already
  public void watchFiles(Path build) throws IOException {
    FileEnds opened = new FileEnds(build, reader.getIndexCommit().getFileNames());
    reader.getReaderCacheHelper().addClosedListener(_ -> opened.close());
    ends = opened;
  }

  /// Requires that no file was cut off since [#watchFiles], and no damage was found
  /// ([#foundDamage]).
  ///
  /// @throws IndexException otherwise; then whatever was read may be wrong
  public void requireUndamaged() {
    Optional<IndexException> damage = damaged.values().stream().findFirst();
    if (damage.isPresent()) {
      throw new IndexException(
          damage.get().kind(), String.valueOf(damage.get().getMessage()), damage.get());
    }
    FileEnds watched = ends;
    if (watched != null) {
      watched.requireUndamaged();
    }
  }

  /// Adds a user, who must call [#release].
  ///
  /// @return false if the commit is already closed
  public boolean acquire() {
    return reader.tryIncRef();
  }

  /// Removes a user; the last one closes the commit.
  public void release() {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new IndexException(
          AkinException.Kind.IO, reader.directory() + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
