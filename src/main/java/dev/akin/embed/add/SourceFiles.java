package dev.akin.embed.add;

import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of a source, copied to a folder when they are asked for.
final class SourceFiles {
  /// The files that are read whole have a few kilobytes.
  private static final long MAX_TEXT_BYTES = 4 << 20;

  private static final Pattern PATH = Pattern.compile("[\\w-][\\w. -]*(/[\\w-][\\w. -]*)*");

  private final ModelSource source;
  private final Path work;

  /// @param work a folder for files that are read and not kept
  SourceFiles(ModelSource source, Path work) {
    this.source = source;
    this.work = work;
  }

  /// Whether a path stays inside its folder, and has no hidden parts.
  static boolean isInside(String path) {
    return PATH.matcher(path).matches();
  }

  /// A text file; empty if there is none.
  Optional<String> text(String file) throws IOException {
    Path copy = work.resolve(file.replace('/', '-'));
    if (!source.copy(file, copy)) {
      return Optional.empty();
    }
    if (Files.size(copy) > MAX_TEXT_BYTES) {
      throw refused(file + " is larger than 4 MB", null);
    }
    try {
      return Optional.of(Files.readString(copy, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw refused(file + " is not text in UTF-8", e);
    }
  }

  /// A JSON file; empty if there is none.
  Optional<JsonNode> json(String file) throws IOException {
    Optional<String> text = text(file);
    try {
      return text.map(JsonMapper.shared()::readTree);
    } catch (JacksonException e) {
      throw refused(file + " is not JSON: " + EmbedException.reason(e), e);
    }
  }

  /// Copies one of several files, the first that is there.
  ///
  /// @return which one; absent if there is none
  @Nullable String first(List<String> files, Path to) throws IOException {
    for (String file : files) {
      if (source.copy(file, to)) {
        return file;
      }
    }
    return null;
  }

  /// A failure that names the source.
  EmbedException refused(String why, @Nullable Throwable cause) {
    return new EmbedException(AkinException.Kind.CONFIGURATION, source.name() + ": " + why, cause);
  }
}
