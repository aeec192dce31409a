package dev.akin.serve.request;

import dev.akin.base.Printable;
import dev.akin.serve.guard.RefusedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/// A library as it was sent: the file itself, or a form of a page with a field `file`.
///
/// @param file the library
/// @param fields the other fields of the form that somebody filled in; none if the file itself was
///   sent
///
/// @hidden public for its own room only
public record LibraryForm(LibraryFile file, Map<String, List<String>> fields) {
  private static final String FORM = "multipart/form-data";
  private static final String FILE = "file";
  private static final int MAX_PARTS = 1_000;
  private static final int MAX_HEADER_BYTES = 8 * 1024;
  private static final int MAX_FIELD_BYTES = 64 * 1024;

  /// Reads a body.
  ///
  /// @throws RefusedRequest if it is a form that is damaged or has no file
  public static LibraryForm of(@Nullable String contentType, byte[] body) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM)
        ? form(contentType, body)
        : new LibraryForm(new LibraryFile(LibraryFile.NAME, body), Map.of());
  }

  private static LibraryForm form(String contentType, byte[] body) {
    String boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null) {
      throw new RefusedRequest(400, "the Content-Type of a form must have a boundary");
    }
    try (MultiPartFormData.Parts parts = parts(boundary, body)) {
      return of(parts);
    } catch (CompletionException | IOException | IllegalArgumentException e) {
      throw new RefusedRequest(400, "the form is damaged: " + reason(e));
    }
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return Printable.of(String.valueOf(cause.getMessage()));
  }

  private static MultiPartFormData.Parts parts(String boundary, byte[] body) {
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxParts(MAX_PARTS);
    parser.setPartHeadersMaxLength(MAX_HEADER_BYTES);
    parser.setMaxLength(body.length);
    parser.setMaxFileSize(-1);
    parser.setMaxMemoryFileSize(-1); // all of it is in memory already
    CompletableFuture<MultiPartFormData.Parts> parts = new CompletableFuture<>();
    parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parts));
    return parts.join();
  }

  private static LibraryForm of(MultiPartFormData.Parts parts) throws IOException {
    @Nullable LibraryFile file = null;
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (MultiPart.Part part : parts) {
      if (FILE.equals(part.getName())) {
        if (file != null) {
          throw RefusedRequest.badRequest(FILE, "is given more than once");
        }
        file = new LibraryFile(name(part.getFileName()), bytes(part));
      } else {
        String name = String.valueOf(part.getName());
        String value = text(name, part);
        if (!value.isBlank()) {
          fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
      }
    }
    if (file == null) {
      throw RefusedRequest.badRequest(FILE, "is missing; the form must have a file in this field");
    }
    return new LibraryForm(file, fields);
  }

  private static String text(String name, MultiPart.Part part) {
    if (part.getLength() > MAX_FIELD_BYTES) {
      throw RefusedRequest.badRequest(
          Printable.of(name), "is longer than " + Printable.count(MAX_FIELD_BYTES) + " bytes");
    }
    return part.getContentAsString(StandardCharsets.UTF_8);
  }

  /// The last part of a name, which some browsers send with a path.
  private static String name(@Nullable String given) {
    String name =
        given == null
            ? ""
            : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    return name.isBlank() ? LibraryFile.NAME : Printable.of(name);
  }

  private static byte[] bytes(MultiPart.Part part) throws IOException {
    try (InputStream in = Content.Source.asInputStream(part.getContentSource())) {
      return in.readAllBytes();
    }
  }
}
