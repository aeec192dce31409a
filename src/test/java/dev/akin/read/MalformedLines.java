package dev.akin.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.akin.read.record.LineReader;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A file of akin's JSON in which good lines in unusual forms and bad lines of all kinds are mixed.
public final class MalformedLines {
  private static final List<byte[]> BAD =
      List.of(
          utf8("{\"id\":\"bad\",\"title\":\"cut"),
          utf8("{\"id\":\"bad\",\"title\":\"\"} {\"id\":\"bad\",\"title\":\"\"}"),
          utf8("{\"id\":\"bad\",\"title\":\"\"}\r{\"id\":\"bad\",\"title\":\"\"}"),
          utf8("\uFEFF{\"id\":\"bad\",\"title\":\"\"}"),
          "{\"id\":\"bad\",\"title\":\"caf\u0081\"}".getBytes(ISO_8859_1),
          utf8("{\"id\":\"bad\",\"title\":\"\\ud800\"}"),
          utf8("{\"id\":\"bad\\udc00\",\"title\":\"\"}"),
          utf8("{\"id\":\"bad\",\"title\":\"\0\"}"),
          utf8("{\"id\":\"bad\",\"title\":\"\",\"year\":NaN}"),
          utf8("{\"id\":17,\"title\":\"\"}"),
          utf8("{\"id\":\"bad\",\"title\":{}}"),
          utf8("{\"id\":\"bad\"}"),
          utf8("{\"title\":\"\"}"),
          utf8("{\"id\":\"bad\",\"id\":\"worse\",\"title\":\"\"}"),
          utf8("[{\"id\":\"bad\",\"title\":\"\"}]"),
          utf8("{\"id\":\"bad\",\"title\":" + "[".repeat(1000) + "]".repeat(1000) + "}"),
          "{\"id\":\"bad\",\"title\":\"\"}".getBytes(UTF_16BE),
          utf8("{\"id\":\"bad\",\"title\":\"\"} and more"),
          utf8("{\"id\":\"bad\",\"title\":\"\",\"date\":\"2024-13\"}"),
          utf8("{\"id\":\"" + "x".repeat(LineReader.MAX_LINE_BYTES) + "\"}"));

  private static final List<String> CLOTHES =
      List.of(
          "", ",\"extra\":[{\"deep\":[1]}]", ",\"year\":\"2024\"", ",\"url\":null", ", \"n\":1 ");

  private final byte[] bytes;
  private final List<String> good;
  private final List<String> bad;

  private MalformedLines(byte[] bytes, List<String> good, List<String> bad) {
    this.bytes = bytes;
    this.good = good;
    this.bad = bad;
  }

  /// The file.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The ids of the good lines, in their order.
  public List<String> good() {
    return good;
  }

  /// The places of the bad lines, each as `line@byte offset`.
  public List<String> bad() {
    return bad;
  }

  /// The number of kinds of bad lines.
  public static int kinds() {
    return BAD.size();
  }

  /// A file of `count` lines, of which one in ten is bad; every kind of bad line occurs.
  public static MalformedLines of(int count, Random random) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(utf8("\uFEFF"));
    List<String> good = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    long line = 0;
    for (int i = 0; i < count; i++) {
      for (; random.nextInt(10) == 0; line++) {
        file.writeBytes(utf8(random.nextBoolean() ? "\n" : "  \r\n"));
      }
      line++;
      if (i < BAD.size() || random.nextInt(10) == 0) {
        bad.add(line + "@" + file.size());
        file.writeBytes(BAD.get(i < BAD.size() ? i : random.nextInt(BAD.size() - 1)));
      } else {
        good.add("p" + i);
        file.writeBytes(good(i, random));
      }
      file.writeBytes(utf8(i == count - 1 ? "" : random.nextInt(4) == 0 ? "\r\n" : "\n"));
    }
    return new MalformedLines(file.toByteArray(), good, bad);
  }

  private static byte[] good(int number, Random random) {
    StringBuilder title = new StringBuilder("Socks");
    for (int words = random.nextInt(12); words > 0; words--) {
      title.append(' ').append((char) ('a' + random.nextInt(3)));
    }
    return utf8(
        "{\"id\":\"p%d\",\"title\":\"%s\",\"abstract\":\"é\"%s}"
            .formatted(number, title, CLOTHES.get(random.nextInt(CLOTHES.size()))));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
