package dev.akin.report.map;

/// The color of a topic on light and on dark ground, for its points and for its label.
///
/// @param hue as points have it on light ground
record MapColor(Oklch hue) {
  /// Points on light ground.
  Oklch light() {
    return hue;
  }

  /// Points on dark ground.
  Oklch dark() {
    return new Oklch(hue.lightness() + 0.1, hue.chroma(), hue.hue());
  }

  /// A label on light ground, dark enough to be read (WCAG 2.2, contrast above 4.5).
  Oklch lightInk() {
    return new Oklch(0.40, Math.min(hue.chroma(), 0.10), hue.hue());
  }

  /// A label on dark ground.
  Oklch darkInk() {
    return new Oklch(0.88, Math.min(hue.chroma(), 0.08), hue.hue());
  }
}
