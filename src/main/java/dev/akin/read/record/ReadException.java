package dev.akin.read.record;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// What is wrong with a whole input, not with a record of it. The message starts with its name.
public class ReadException extends AkinException {
  private static final long serialVersionUID = 1L;

  public ReadException(Kind kind, String file, String what, @Nullable Throwable cause) {
    super(kind, file + ": " + what, cause);
  }

  /// A file that is not there.
  public static ReadException missing(String file, String what) {
    return new ReadException(Kind.MISSING, file, what, null);
  }

  public static ReadException unknownFormat(String file, String what) {
    return new ReadException(Kind.MALFORMED, file, what, null);
  }

  public static ReadException server(String file, String what) {
    return new ReadException(Kind.UNAVAILABLE, file, what, null);
  }

  /// For a failure before anything was read.
  public static ReadException opening(String file, IOException e) {
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
  public static ReadException reading(String file, IOException e, long records, long byteOffset) {
    String where =
        " after %s records (byte %s)"
            .formatted(Printable.count(records), Printable.count(byteOffset));
    return switch (e) {
      case BadSourceException bad when bad.isCut() -> damaged(file, bad.getMessage() + where, e);
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
    return new ReadException(Kind.MALFORMED, file, what + ": the rest is missing", e);
  }

  private static ReadException unreadable(String file, String where, IOException e) {
    String what = "cannot be read" + where + ": " + Printable.of(reason(e));
    return new ReadException(Kind.IO, file, what, e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "the system gives no reason" : e.getMessage();
  }
}
