package dev.akin.report.map;

import java.util.stream.DoubleStream;

/// A color in OKLCH, in which equal steps look equal (Björn Ottosson, "A perceptual color space for
/// image processing", 2020).
///
/// @param lightness 0 to 1
/// @param chroma 0 for gray, more for stronger colors; it is reduced until a screen can show the
///   color
/// @param hue in degrees
record Oklch(double lightness, double chroma, double hue) {
  private static final double STEP = 0.005;

  /// The color as a number 0xRRGGBB.
  int rgb() {
    double shown = chroma;
    while (shown > 0 && !inGamut(linear(shown))) {
      shown -= STEP;
    }
    int rgb = 0;
    for (double channel : linear(Math.max(0, shown))) {
      rgb = rgb << 8 | (int) StrictMath.rint(255 * gamma(Math.clamp(channel, 0.0, 1.0)));
    }
    return rgb;
  }

  /// The color for CSS, such as `#0b6e69`.
  String css() {
    return "#" + Integer.toHexString(0x1000000 | rgb()).substring(1);
  }

  /// How different two colors look; 0.02 is visible if they are side by side.
  double distance(Oklch other) {
    double red = a() - other.a();
    double blue = b() - other.b();
    double light = lightness - other.lightness;
    return StrictMath.sqrt(light * light + red * red + blue * blue);
  }

  private double a() {
    return chroma * StrictMath.cos(StrictMath.toRadians(hue));
  }

  private double b() {
    return chroma * StrictMath.sin(StrictMath.toRadians(hue));
  }

  private static boolean inGamut(double[] channels) {
    return DoubleStream.of(channels).allMatch(channel -> -1e-4 <= channel && channel <= 1 + 1e-4);
  }

  private double[] linear(double withChroma) {
    Oklch color = new Oklch(lightness, withChroma, hue);
    double a = color.a();
    double b = color.b();
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static double gamma(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
  }
}
