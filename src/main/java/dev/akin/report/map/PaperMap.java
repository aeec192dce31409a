package dev.akin.report.map;

import dev.akin.base.AkinException;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.data.PaperOrder;
import dev.akin.write.table.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A map of a corpus: every paper is a point in the color of its topic, and similar papers are
/// close together. Papers without a place are left out.
///
/// @param plan what is drawn
/// @param order the numbers of the papers; those on the map come first
///
/// @hidden public for its own room only
public record PaperMap(Corpus corpus, MapPlan plan, PaperOrder order) {
  /// Writes `map.html`, in which the reader can search and zoom, `map.svg` and `map.png`.
  ///
  /// @param folder an existing folder
  /// @throws UncheckedIOException if a file cannot be written
  public void write(Path folder, Provenance provenance) {
    MapPicture picture = new MapPicture(plan);
    try (Lettering letters = new Lettering()) {
      new MapPage(corpus, plan, order).write(folder.resolve("map.html"), provenance);
      List<MapLabel> labels = picture.labels(letters);
      Files.writeString(folder.resolve("map.svg"), MapSvg.of(picture, labels, provenance));
      Files.write(folder.resolve("map.png"), MapPng.of(picture, labels, letters, provenance));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written: " + AkinException.reason(e), e);
    }
  }
}
