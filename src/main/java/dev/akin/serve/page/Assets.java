package dev.akin.serve.page;

import dev.akin.base.Resources;
import dev.akin.base.Sha256;
import dev.akin.write.text.PageStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  public record File(String contentType, String text) {}

  Assets() {
    String style = PageStyle.css() + Resources.text(Assets.class, "service.css");
    files.put("page.css", new File("text/css; charset=utf-8", style));
    for (String name : SCRIPTS) {
      String script = Resources.text(Assets.class, name);
      files.put(name, new File("text/javascript; charset=utf-8", script));
    }
    String all = files.values().stream().map(File::text).collect(Collectors.joining());
    this.path = "/assets/" + Sha256.hex(all, DIGEST_BYTES);
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
