package dev.akin.serve.page;

import dev.akin.base.Resources;
import dev.akin.base.Sha256;
import dev.akin.write.PageStyle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The style sheet and the scripts of the pages. Their path changes with their contents, so that a
/// browser may keep them.
///
/// @hidden public for its own room only
public final class Assets {
  private static final List<String> SCRIPTS =
      List.of(
          "page.js", "keys.js", "completion.js", "replace.js", "copy.js", "folder.js", "drop.js");

  private static final int DIGEST_BYTES = 6;

  private final Map<String, File> files = new LinkedHashMap<>();
  private final String path;

  /// A file.
  public record File(String contentType, byte[] bytes) {}

  Assets() {
    String style = PageStyle.css() + Resources.text(Assets.class, "service.css");
    files.put("page.css", file("text/css; charset=utf-8", style));
    for (String name : SCRIPTS) {
      String script = Resources.text(Assets.class, name);
      files.put(name, file("text/javascript; charset=utf-8", script));
    }
    StringBuilder all = new StringBuilder();
    files.values().forEach(file -> all.append(new String(file.bytes, StandardCharsets.UTF_8)));
    this.path = "/assets/" + Sha256.hex(all.toString(), DIGEST_BYTES);
  }

  private static File file(String contentType, String text) {
    return new File(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The path of their folder.
  public String path() {
    return path;
  }

  /// A file; absent if there is none of that name.
  public @Nullable File file(String name) {
    return files.get(name);
  }
}
