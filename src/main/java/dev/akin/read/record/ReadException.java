package dev.akin.read.record;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// A whole input cannot be read, or cannot be read on. The message starts with the input's name.
public class ReadException extends AkinException {
  private static final long serialVersionUID = 1L;

  public ReadException(Kind kind, String file, String what, @Nullable Throwable cause) {
    super(kind, file + ": " + what, cause);
  }

  /// There is no such file or folder.
  public static ReadException missing(String file, String what) {
    return new ReadException(Kind.MISSING, file, what, null);
  }

  /// The file is in a format that akin does not read.
  public static ReadException unknownFormat(String file, String what) {
    return new ReadException(Kind.MALFORMED, file, what, null);
  }

  /// A server does not do what was asked.
  ///
  /// @param url of the request
  public static ReadException server(String url, String what) {
    return new ReadException(Kind.UNAVAILABLE, url, what, null);
  }

  /// A failure before anything was read.
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

  /// A failure after `records` records, in the line that begins at `byteOffset`.
  public static ReadException reading(String file, IOException e, long records, long byteOffset) {
    String where =
        " after %s (byte %s)"
            .formatted(Printable.count(records, "record"), Printable.count(byteOffset));
    return switch (e) {
      case BadSourceException bad when bad.isCut() -> cut(file, bad.getMessage() + where, e);
      case BadSourceException bad ->
          new ReadException(bad.kind(), file, String.valueOf(bad.getMessage()), e);
      case EOFException _ -> cut(file, "the gzip stream ends early" + where, e);
      case GzipStream.TrailingBytesException _ ->
          cut(file, "bytes that are not gzip follow" + where, e);
      case ZipException _ ->
          cut(file, "the gzip stream is corrupt; found" + where + ", which may be wrong too", e);
      default -> unreadable(file, where, e);
    };
  }

  private static ReadException cut(String file, String what, IOException e) {
    return new ReadException(Kind.MALFORMED, file, what + ": the rest is missing", e);
  }

  private static ReadException unreadable(String file, String where, IOException e) {
    return new ReadException(Kind.IO, file, "cannot be read" + where + ": " + reason(e), e);
  }
}
