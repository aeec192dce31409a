package dev.akin.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// What is wrong with a whole input, not with a record of it. The message starts with its name.
public final class ReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What went wrong.
  public enum Kind {
    /// There is no such file or folder, or the folder has no files.
    MISSING,
    /// What is in it is none of the [PaperFormat]s, or nothing at all.
    UNKNOWN_FORMAT,
    /// It is a gzip that was cut or altered on its way. The papers before a cut are as they were;
    /// those before an altered byte too, but a gzip has one checksum at its end and none for its
    /// parts, so that papers behind that byte may have been read before it was noticed. Or it is
    /// XML that is not well-formed from some line on; the papers before it are as they were.
    DAMAGED,
    /// The operating system would not read it, or the network not bring it.
    IO,
    /// A server that is harvested answers with an error.
    SERVER,
    /// A server that is harvested does not know the resumption token any more: begin anew.
    TOKEN
  }

  private final Kind kind;

  ReadException(Kind kind, String file, String what, @Nullable Throwable cause) {
    super(file + ": " + what, cause);
    this.kind = kind;
  }

  /// A file that is not there.
  public static ReadException missing(String file, String what) {
    return new ReadException(Kind.MISSING, file, what, null);
  }

  static ReadException unknownFormat(String file, String what) {
    return new ReadException(Kind.UNKNOWN_FORMAT, file, what, null);
  }

  static ReadException server(String file, String what) {
    return new ReadException(Kind.SERVER, file, what, null);
  }

  static ReadException token(String file, String what) {
    return new ReadException(Kind.TOKEN, file, what, null);
  }

  /// For a failure before anything was read.
  static ReadException opening(String file, IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> new ReadException(Kind.MISSING, file, "no such file", e);
      case AccessDeniedException _ ->
          new ReadException(Kind.IO, file, "no permission to read it", e);
      case EOFException _ -> reading(file, e, 0, 0);
      case ZipException _ -> reading(file, e, 0, 0);
      default -> unreadable(file, "", e);
    };
  }

  /// For a failure after `records` records, in the line that begins at `byteOffset`.
  static ReadException reading(String file, IOException e, long records, long byteOffset) {
    String where =
        " after %s records (byte %s)"
            .formatted(Printable.count(records), Printable.count(byteOffset));
    return switch (e) {
      case BadSourceException bad when bad.kind() == Kind.DAMAGED ->
          damaged(file, bad.getMessage() + where, e);
      case BadSourceException bad ->
          new ReadException(bad.kind(), file, String.valueOf(bad.getMessage()), e);
      case EOFException _ -> damaged(file, "the gzip stream ends early" + where, e);
      case GzipStream.TrailingBytesException _ ->
          damaged(file, "the gzip stream goes on as something else" + where, e);
      case ZipException _ ->
          damaged(
              file, "the gzip stream is corrupt, seen" + where + ", and they may be altered", e);
      default -> unreadable(file, where, e);
    };
  }

  private static ReadException damaged(String file, String what, IOException e) {
    return new ReadException(Kind.DAMAGED, file, what + ": the rest is missing", e);
  }

  private static ReadException unreadable(String file, String where, IOException e) {
    String what = "cannot be read" + where + ": " + Printable.of(reason(e));
    return new ReadException(Kind.IO, file, what, e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "the system gives no reason" : e.getMessage();
  }

  /// What went wrong, for those who decide what to do about it.
  public Kind kind() {
    return kind;
  }
}
