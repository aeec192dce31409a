package dev.akin.report.map;

import dev.akin.base.AkinException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A picture as PNG with texts in its metadata.
final class PngBytes {
  private static final String METADATA = "javax_imageio_png_1.0";

  private PngBytes() {}

  /// @param texts by keyword; a keyword has 1 to 79 characters of Latin-1
  static byte[] of(BufferedImage image, SequencedMap<String, String> texts) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      metadata.mergeTree(METADATA, tree(texts));
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, metadata));
    } catch (IIOInvalidTreeException e) {
      throw new IllegalStateException("the PNG's texts do not fit: " + texts, e);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture cannot be made: " + AkinException.reason(e), e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode tree(SequencedMap<String, String> texts) {
    IIOMetadataNode latin = new IIOMetadataNode("tEXt");
    IIOMetadataNode international = new IIOMetadataNode("iTXt");
    texts.forEach(
        (keyword, text) -> {
          if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            latin.appendChild(entry("tEXtEntry", keyword, "value", text));
          } else {
            IIOMetadataNode entry = entry("iTXtEntry", keyword, "text", text);
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "");
            entry.setAttribute("translatedKeyword", "");
            international.appendChild(entry);
          }
        });
    IIOMetadataNode root = new IIOMetadataNode(METADATA);
    for (IIOMetadataNode node : new IIOMetadataNode[] {international, latin}) {
      if (node.hasChildNodes()) {
        root.appendChild(node);
      }
    }
    return root;
  }

  private static IIOMetadataNode entry(String name, String keyword, String attribute, String text) {
    IIOMetadataNode entry = new IIOMetadataNode(name);
    entry.setAttribute("keyword", keyword);
    entry.setAttribute(attribute, text);
    return entry;
  }
}
