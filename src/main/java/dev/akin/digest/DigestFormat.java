package dev.akin.digest;

import dev.akin.base.Labels;
import dev.akin.digest.mail.DigestMail;
import dev.akin.digest.mail.MailHeader;
import dev.akin.digest.state.GivenDigest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The forms of a digest.
public enum DigestFormat {
  /// Plain text.
  TEXT("txt"),
  /// A page for mail readers and browsers.
  HTML("html"),
  /// CommonMark.
  MARKDOWN("md"),
  /// A mail that is ready to be sent.
  EML("eml"),
  /// For programs.
  JSON("json");

  private final String ending;

  DigestFormat(String ending) {
    this.ending = ending;
  }

  /// Its name on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format with a name.
  ///
  /// @throws IllegalArgumentException if there is none; the message lists all names
  public static DigestFormat labelled(String label) {
    return Labels.find(List.of(values()), DigestFormat::label, "--format", label);
  }

  /// The format that a file has by the ending of its name.
  ///
  /// @throws IllegalArgumentException if no format has this ending; the message lists all
  public static DigestFormat ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> lower.endsWith("." + format.ending))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the name of a digest's file must end with .txt, .html, .md, .eml or .json: "
                        + name));
  }

  /// A digest in this format.
  ///
  /// @param header of a mail; the other formats need none
  public byte[] of(GivenDigest digest, @Nullable MailHeader header) {
    return switch (this) {
      case TEXT -> bytes(digest.pages().text());
      case HTML -> bytes(digest.pages().html());
      case MARKDOWN -> bytes(digest.pages().markdown());
      case JSON -> bytes(digest.pages().json());
      case EML -> {
        if (header == null) {
          throw new IllegalArgumentException("a mail needs a sender and a recipient");
        }
        yield DigestMail.of(digest, header);
      }
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
