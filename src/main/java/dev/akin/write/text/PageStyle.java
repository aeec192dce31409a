package dev.akin.write.text;

import dev.akin.base.Resources;

/// The style sheet that the pages of the service and of reports have in common.
public final class PageStyle {
  private PageStyle() {}

  /// The style sheet as CSS.
  public static String css() {
    return Resources.text(PageStyle.class, "page.css");
  }
}
