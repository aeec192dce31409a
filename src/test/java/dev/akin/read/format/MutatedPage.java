package dev.akin.read.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// A page of Daily Papers that was changed at random.
public final class MutatedPage {
  private MutatedPage() {}

  /// A page of which one to five pieces were removed, doubled, inserted or moved.
  public static byte[] of(byte[] page, Random random) {
    byte[] mutated = page.clone();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      int from = random.nextInt(mutated.length);
      int to = Math.min(mutated.length, from + random.nextInt(40));
      mutated =
          switch (random.nextInt(5)) {
            case 0 -> splice(mutated, from, to, new byte[0]);
            case 1 -> splice(mutated, from, from, Arrays.copyOfRange(mutated, from, to));
            case 2 -> splice(mutated, from, from, new byte[] {(byte) random.nextInt(256)});
            case 3 -> splice(mutated, from, from, "\n".getBytes(UTF_8));
            default -> shuffled(mutated, random);
          };
    }
    return mutated;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] insert) {
    byte[] spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + insert.length);
    System.arraycopy(insert, 0, spliced, from, insert.length);
    System.arraycopy(bytes, to, spliced, from + insert.length, bytes.length - to);
    return spliced;
  }

  private static byte[] shuffled(byte[] bytes, Random random) {
    List<String> lines =
        new String(bytes, StandardCharsets.ISO_8859_1).lines().collect(Collectors.toList());
    int one = random.nextInt(lines.size());
    lines.add(random.nextInt(lines.size()), lines.remove(one));
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }
}
