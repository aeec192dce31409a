package dev.akin.report.map;

import dev.akin.base.AkinException;
import dev.akin.base.Resources;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Text as outlines of Liberation Sans, a font that comes with PDFBox. [java.awt.Font] is not used:
/// a server may have no fonts, and pictures would differ from machine to machine. Letters are
/// placed from left to right; a letter that the font lacks is an empty box. For one thread; close
/// it.
final class Lettering implements AutoCloseable {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;

  Lettering() {
    try (InputStream stream = Resources.open(TTFParser.class, FONT)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
      glyphs = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(FONT + ": cannot be read: " + AkinException.reason(e), e);
    }
  }

  /// The width of a text, in the unit of `size`.
  ///
  /// @param size the font size
  double width(String text, double size) {
    return shown(text)
            .mapToLong(
                letter -> {
                  try {
                    return font.getAdvanceWidth(glyphs.getGlyphId(letter));
                  } catch (IOException e) {
                    throw unreadable(e);
                  }
                })
            .sum()
        * size
        / unitsPerEm;
  }

  /// The outline of a text.
  ///
  /// @param x where the text begins
  /// @param y the base line; y grows downwards
  Path2D outline(String text, double x, double y, double size) {
    Path2D outline = new Path2D.Double();
    double scale = size / unitsPerEm;
    AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, y);
    shown(text).forEach(letter -> append(outline, letter, place));
    return outline;
  }

  private void append(Path2D outline, int letter, AffineTransform place) {
    try {
      int glyph = glyphs.getGlyphId(letter);
      GlyphData shape = font.getGlyph().getGlyph(glyph);
      if (shape != null) {
        outline.append(shape.getPath().getPathIterator(place), false);
      }
      place.translate(font.getAdvanceWidth(glyph), 0);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// The letters that are drawn: without marks for the direction of writing, and without accents
  /// that are characters of their own.
  private static IntStream shown(String text) {
    return text.codePoints()
        .filter(
            letter ->
                Character.getType(letter) != Character.FORMAT
                    && Character.getType(letter) != Character.NON_SPACING_MARK);
  }

  private static UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException(FONT + ": cannot be read: " + AkinException.reason(e), e);
  }

  @Override
  public void close() {
    try {
      font.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
