package dev.akin.report.map;

import dev.akin.write.table.Provenance;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// The map as a picture of [#SIDE] by [#SIDE] pixels on white, for print.
final class MapPng {
  static final int SIDE = 2000;

  private static final double SCALE = SIDE / MapPicture.SIDE;
  private static final int OPACITY = 205;
  private static final Color CAPTION = new Color(0x5f6466);

  /// Widths of the lines around letters, as multiples of the font size: the first line separates
  /// the letters from the points, the second makes them bold.
  private static final double HALO = 0.3;

  private static final double BOLD = 0.05;

  private final MapPicture picture;
  private final Lettering letters;
  private final Graphics2D graphics;

  private MapPng(MapPicture picture, Lettering letters, Graphics2D graphics) {
    this.picture = picture;
    this.letters = letters;
    this.graphics = graphics;
  }

  static byte[] of(
      MapPicture picture, List<MapLabel> labels, Lettering letters, Provenance provenance) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, SIDE, SIDE);
    MapPng png = new MapPng(picture, letters, graphics);
    png.points();
    labels.forEach(png::label);
    png.caption(picture.caption(labels));
    graphics.dispose();
    return PngBytes.of(image, provenance.entries());
  }

  private void points() {
    double radius = SCALE * picture.radius();
    for (int place = -1; place < picture.plan().topics().size(); place++) {
      int rgb = picture.plan().color(place).light().rgb();
      graphics.setColor(new Color(rgb | OPACITY << 24, true));
      picture
          .rows(place)
          .forEach(
              row ->
                  graphics.fill(
                      new Ellipse2D.Double(
                          SCALE * picture.x(row) - radius,
                          SCALE * picture.y(row) - radius,
                          2 * radius,
                          2 * radius)));
    }
  }

  private void label(MapLabel label) {
    double size = SCALE * label.size();
    Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < label.lines().size(); i++) {
      String line = label.lines().get(i);
      double left = SCALE * label.x() - letters.width(line, size) / 2;
      outline.append(letters.outline(line, left, SCALE * label.baseline(i), size), false);
    }
    draw(outline, Color.WHITE, size * HALO);
    draw(outline, new Color(picture.plan().color(label.topic()).lightInk().rgb()), size * BOLD);
    graphics.fill(outline);
  }

  private void draw(Path2D outline, Color color, double width) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(outline);
  }

  private void caption(String text) {
    graphics.setColor(CAPTION);
    graphics.fill(letters.outline(text, 20, SIDE - 20.0, 24));
  }
}
