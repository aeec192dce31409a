package dev.akin.index.opensearch.client;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Changes of documents that are sent together: the last one of each document.
final class BulkBatch {
  private final Map<String, byte[]> changes = new LinkedHashMap<>();
  private int bytes;

  /// One or two lines of a request, with their ends.
  static byte[] lines(byte[]... parts) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      lines.writeBytes(part);
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  void put(String id, byte[] lines) {
    byte[] before = changes.put(id, lines);
    bytes += lines.length - (before == null ? 0 : before.length);
  }

  boolean has(String id) {
    return changes.containsKey(id);
  }

  int documents() {
    return changes.size();
  }

  int bytes() {
    return bytes;
  }

  /// The ids, in the order of the request.
  List<String> ids() {
    return List.copyOf(changes.keySet());
  }

  /// A batch with only these documents.
  BulkBatch only(Collection<String> ids) {
    BulkBatch some = new BulkBatch();
    Set<String> wanted = Set.copyOf(ids);
    changes.forEach(
        (id, lines) -> {
          if (wanted.contains(id)) {
            some.put(id, lines);
          }
        });
    return some;
  }

  /// The body of the request.
  byte[] body() {
    ByteArrayOutputStream body = new ByteArrayOutputStream(bytes);
    changes.values().forEach(body::writeBytes);
    return body.toByteArray();
  }
}
