package dev.akin.report.map;

/// The color of a topic on a light and on a dark background, for its points and for its label.
///
/// @param light the color of points on a light background
record MapColor(Oklch light) {
  /// The color of points on a dark background.
  Oklch dark() {
    return new Oklch(light.lightness() + 0.1, light.chroma(), light.hue());
  }

  /// The color of a label on a light background, dark enough to be read (WCAG 2.2, contrast above
  /// 4.5).
  Oklch lightInk() {
    return new Oklch(0.40, Math.min(light.chroma(), 0.10), light.hue());
  }

  /// The color of a label on a dark background.
  Oklch darkInk() {
    return new Oklch(0.88, Math.min(light.chroma(), 0.08), light.hue());
  }
}
