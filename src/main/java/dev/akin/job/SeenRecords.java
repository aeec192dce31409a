package dev.akin.job;

import com.carrotsearch.hppc.LongLongHashMap;
import dev.akin.base.TextHash;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.PaperOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The records of a run by their ids, so that a record that replaces an earlier one can be named
/// together with it. A record takes 16 bytes, so that millions fit into memory: the hash of its id
/// as in [SeenIds]; its file (16 bits), line (28 bits), and a hash of all its fields (20 bits). Of
/// two different papers with the same id, one in a million is taken for the same paper.
///
/// The table is at most three quarters full, and doubles when it is: a million records take 34 MB,
/// and 51 MB at the moment when the table doubles.
final class SeenRecords {
  private static final int HASH_BITS = 20;
  private static final int LINE_BITS = 28;
  private static final int MAX_FILES = 1 << 16;
  private static final long MAX_LINE = (1L << LINE_BITS) - 1;
  private static final int GOLDEN_RATIO = 0x9E3779B9; // spreads the bits of a hash

  private final LongLongHashMap records = new LongLongHashMap();
  private final List<String> files = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /// The last record of the same id.
  ///
  /// @param isSame whether it is the same paper in all fields
  /// @param place its file and line
  record Earlier(boolean isSame, String place) {
    /// What is wrong with a record that replaces it.
    String problem(PaperId id) {
      return "has the id \"%s\" of another paper, %s, and replaces it".formatted(id, place);
    }
  }

  /// Notes a record.
  ///
  /// @return the record that it replaces; absent if it is the first of its id
  @Nullable Earlier add(Paper paper, PaperOrigin origin) {
    int hash = (paper.inLanguage(null).hashCode() * GOLDEN_RATIO) >>> (Integer.SIZE - HASH_BITS);
    long line = Math.min(origin.line(), MAX_LINE);
    long now = ((long) number(origin.file()) << (LINE_BITS + HASH_BITS)) | line << HASH_BITS | hash;
    long key = TextHash.of(paper.id().value());
    int index = records.indexOf(key);
    if (!records.indexExists(index)) {
      records.indexInsert(index, key, now);
      return null;
    }
    long before = records.indexReplace(index, now);
    boolean isSame = (before & ((1L << HASH_BITS) - 1)) == hash;
    return new Earlier(isSame, place(before >>> HASH_BITS));
  }

  boolean contains(PaperId id) {
    return records.containsKey(TextHash.of(id.value()));
  }

  private int number(String file) {
    Integer known = numbers.get(file);
    if (known == null) {
      known = Math.min(files.size(), MAX_FILES - 1);
      if (files.size() < MAX_FILES) {
        files.add(known == MAX_FILES - 1 ? "one of the last files" : file);
      }
      if (known < MAX_FILES - 1) {
        numbers.put(file, known);
      }
    }
    return known;
  }

  private String place(long fileAndLine) {
    return files.get((int) (fileAndLine >>> LINE_BITS)) + ":" + (fileAndLine & MAX_LINE);
  }
}
