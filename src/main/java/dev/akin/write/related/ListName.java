package dev.akin.write.related;

import dev.akin.base.Sha256;
import dev.akin.paper.PaperId;
import java.nio.charset.StandardCharsets;

/// The file of a paper's list: letters and digits of English, `.`, `_` and `-` of its id stay, each
/// other byte of its UTF-8 is `~` and two hexadecimal digits. The file of `hep/1` is
/// `lists/f1/hep~2f1.json`: it is in the folder of its name's last two characters, in which a point
/// is `_`. An id whose name would be longer than 200 characters has its SHA-256 instead.
final class ListName {
  private static final String PLAIN = "._-";
  private static final int MAX_LENGTH = 200;
  private static final int SHARD_LENGTH = 2;
  private static final int DIGEST_BYTES = 32;

  private ListName() {}

  /// The file, relative to the folder of all lists.
  static String of(PaperId id) {
    String name = name(id.value());
    String last = name.substring(Math.max(0, name.length() - SHARD_LENGTH)).replace('.', '_');
    return last + "/" + name + ".json";
  }

  private static String name(String id) {
    StringBuilder name = new StringBuilder();
    for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || PLAIN.indexOf(c) >= 0;
      name.append(plain ? String.valueOf(c) : "~%02x".formatted((int) c));
    }
    return name.length() > MAX_LENGTH ? Sha256.hex(id, DIGEST_BYTES) : name.toString();
  }
}
