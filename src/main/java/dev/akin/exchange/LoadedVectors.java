package dev.akin.exchange;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import dev.akin.base.FolderTree;
import dev.akin.base.Printable;
import dev.akin.base.TextHash;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The vectors of a folder, checked and ready to be found by text or by paper. All files are read
/// to their end before one vector is used, so that a bad file changes nothing. For one thread;
/// close it.
///
/// The vectors are copied to a file next to the index, which is gone when this is closed or the
/// process ends. In memory are a hash and a position of each: 40 MB for a million.
///
/// A row of that file: the lengths in bytes of name, id and sentences, then these three and the
/// vector.
public final class LoadedVectors implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 20;
  private static final int HEADER_BYTES = 3 * Integer.BYTES;
  private static final long SKIPPED = -1;
  private static final double ROUNDING = 1e-6;
  private static final Pattern TEXT = Pattern.compile("[0-9a-f]{32}");

  /// Where a row came from.
  ///
  /// @param file of the vector
  /// @param row from 1
  /// @param id of the paper
  public record Place(Path file, long row, String id) {}

  private final Space space;
  private final Path spool;
  private final FileChannel channel;
  private final LongIntHashMap byName = new LongIntHashMap();
  private final LongArrayList positions = new LongArrayList();

  /// Each file by the number of its first row.
  private final NavigableMap<Integer, Path> files = new TreeMap<>();

  private final BitSet met = new BitSet();
  private ByteBuffer writing = ByteBuffer.allocate(BUFFER_BYTES);
  private long written;
  private boolean areOfPapers;

  private LoadedVectors(Space space, Path spool, FileChannel channel) {
    this.space = space;
    this.spool = spool;
    this.channel = channel;
  }

  /// Reads and checks all vectors of a folder.
  ///
  /// Those of `akin embed` must be unit vectors already; others are scaled to length 1. A text may
  /// be there several times, a paper must not.
  ///
  /// @param space of the vectors
  /// @param spool the file to copy them to; its folder is made if it does not exist
  /// @throws VectorException if a file is damaged or a vector is none; the message names file and
  ///   row
  public static LoadedVectors load(VectorFolder folder, Space space, Path spool) {
    LoadedVectors loaded = create(space, spool);
    try {
      for (Path file : folder.files()) {
        loaded.read(file);
      }
      loaded.flush();
      return loaded;
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  private static LoadedVectors create(Space space, Path spool) {
    try {
      new FolderTree(spool.toAbsolutePath().resolveSibling(".")).create();
      FileChannel channel =
          FileChannel.open(
              spool,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      return new LoadedVectors(space, spool, channel);
    } catch (IOException e) {
      throw VectorException.disk(spool, "cannot be written", e);
    }
  }

  private void read(Path file) {
    files.put(positions.size(), file);
    try (VectorReader reader = VectorFolder.reader(file)) {
      for (VectorRow row = reader.next(); row != null; row = reader.next()) {
        add(file, row);
      }
    }
  }

  private void add(Path file, VectorRow row) {
    long slot = slot(row.name());
    if (!byName.containsKey(slot)) {
      TextVectors vectors = checked(file, row);
      areOfPapers |= row.text() == null;
      byName.put(slot, positions.size());
      positions.add(written);
      put(row, vectors);
    } else if (row.text() == null) {
      Place first = place(byName.get(slot));
      throw bad(file, row, "%s, row %d has the same id".formatted(first.file(), first.row()));
    } else {
      // A text has the same vector wherever it was embedded.
      positions.add(SKIPPED);
    }
  }

  private TextVectors checked(Path file, VectorRow row) {
    try {
      PaperId _ = new PaperId(row.id());
      if (row.text() != null && !TEXT.matcher(row.text()).matches()) {
        throw new IllegalArgumentException("\"" + row.text() + "\" is no key of a text");
      }
      requireCoordinates(row.vector());
      Embedding embedding =
          row.text() == null && !isUnit(row.vector())
              ? Embedding.normalize(space, row.vector())
              : Embedding.ofUnit(space, row.vector());
      return new TextVectors(
          List.of(embedding), SentenceEmbeddings.ofBytes(space, row.sentences()));
    } catch (IllegalArgumentException e) {
      throw bad(file, row, String.valueOf(e.getMessage()));
    }
  }

  private void requireCoordinates(float[] vector) {
    if (vector.length != space.dimension()) {
      throw new IllegalArgumentException(
          "%d coordinates, but %s has %d"
              .formatted(vector.length, space.model(), space.dimension()));
    }
    boolean zero = true;
    for (int i = 0; i < vector.length; i++) {
      if (!Float.isFinite(vector[i])) {
        throw new IllegalArgumentException("coordinate %d is %s".formatted(i + 1, vector[i]));
      }
      zero &= vector[i] == 0;
    }
    if (zero) {
      throw new IllegalArgumentException("all coordinates are 0");
    }
  }

  /// A unit vector stays as it is: scaling would change last digits.
  private static boolean isUnit(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    return Math.abs(square - 1) < ROUNDING;
  }

  private VectorException bad(Path file, VectorRow row, String what) {
    int number = positions.size() - files.lastKey() + 1;
    String id = row.id().isEmpty() ? "" : " (%s)".formatted(Printable.of(row.id()));
    return VectorException.malformed(file, "row %d%s: %s".formatted(number, id, what));
  }

  /// Where a name is in the table, or would be.
  private long slot(String name) {
    long slot = TextHash.of(name);
    while (byName.containsKey(slot) && !name.equals(nameOf(byName.get(slot)))) {
      slot++;
    }
    return slot;
  }

  private void put(VectorRow row, TextVectors vectors) {
    byte[] name = row.name().getBytes(StandardCharsets.UTF_8);
    byte[] id = row.id().getBytes(StandardCharsets.UTF_8);
    float[] vector = vectors.embeddings().getFirst().toArray();
    int bytes = HEADER_BYTES + name.length + id.length + vector.length * Float.BYTES;
    ByteBuffer to = room(bytes + row.sentences().length);
    to.putInt(name.length).putInt(id.length).putInt(row.sentences().length);
    to.put(name).put(id).put(row.sentences());
    for (float value : vector) {
      to.putFloat(value);
    }
    written += bytes + row.sentences().length;
  }

  private ByteBuffer room(int bytes) {
    if (writing.remaining() < bytes) {
      flush();
      if (writing.capacity() < bytes) {
        writing = ByteBuffer.allocate(bytes);
      }
    }
    return writing;
  }

  private void flush() {
    try {
      writing.flip();
      while (writing.hasRemaining()) {
        channel.write(writing);
      }
      writing.clear();
    } catch (IOException e) {
      throw VectorException.disk(spool, "cannot be written", e);
    }
  }

  /// The space of the vectors.
  public Space space() {
    return space;
  }

  /// Whether vectors belong to papers, not to texts: other programs, or `akin export`, wrote them.
  public boolean areOfPapers() {
    return areOfPapers;
  }

  /// How many vectors there are, each text and each paper once.
  public int size() {
    return byName.size();
  }

  /// The vectors of a text; absent if there are none.
  ///
  /// @param text its key
  /// @param id of a paper that has it
  public @Nullable TextVectors find(String text, String id) {
    int number = number(text, id);
    if (number < 0) {
      return null;
    }
    Row row = row(number);
    float[] vector = new float[space.dimension()];
    row.vector.asFloatBuffer().get(vector);
    return new TextVectors(
        List.of(Embedding.ofUnit(space, vector)), SentenceEmbeddings.ofBytes(space, row.sentences));
  }

  /// A paper of the input has the text: its vector is not without a paper.
  ///
  /// @param text its key
  public void met(String text, String id) {
    int number = number(text, id);
    if (number >= 0) {
      met.set(number);
    }
  }

  private int number(String text, String id) {
    long slot = slot(text);
    return byName.containsKey(slot)
        ? byName.get(slot)
        : byName.getOrDefault(slot(VectorRow.nameOfPaper(id)), -1);
  }

  /// Passes every vector that no paper was met for to `each`.
  ///
  /// @return how many there are
  public int unmet(Consumer<Place> each) {
    int count = 0;
    for (int number = 0; number < positions.size(); number++) {
      if (!met.get(number) && positions.get(number) != SKIPPED) {
        each.accept(place(number));
        count++;
      }
    }
    return count;
  }

  private Place place(int number) {
    Map.Entry<Integer, Path> file = Objects.requireNonNull(files.floorEntry(number));
    return new Place(file.getValue(), number - file.getKey() + 1L, row(number).id);
  }

  private String nameOf(int number) {
    return row(number).name;
  }

  /// A row of the file.
  private static final class Row {
    private final String name;
    private final String id;
    private final byte[] sentences;
    private final ByteBuffer vector;

    Row(ByteBuffer header, ByteBuffer content) {
      this.name = new String(bytes(header.getInt(), content), StandardCharsets.UTF_8);
      this.id = new String(bytes(header.getInt(), content), StandardCharsets.UTF_8);
      this.sentences = bytes(header.getInt(), content);
      this.vector = content;
    }

    private static byte[] bytes(int length, ByteBuffer from) {
      byte[] bytes = new byte[length];
      from.get(bytes);
      return bytes;
    }
  }

  private Row row(int number) {
    long position = positions.get(number);
    if (writing.position() > 0) {
      flush();
    }
    ByteBuffer header = read(position, HEADER_BYTES);
    int bytes = header.getInt(0) + header.getInt(Integer.BYTES) + header.getInt(2 * Integer.BYTES);
    return new Row(header, read(position + HEADER_BYTES, bytes + space.dimension() * Float.BYTES));
  }

  private ByteBuffer read(long position, int bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.allocate(bytes);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new EOFException("it was cut");
        }
      }
      return buffer.flip();
    } catch (IOException e) {
      throw VectorException.disk(spool, "cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw VectorException.disk(spool, "cannot be closed", e);
    }
  }
}
