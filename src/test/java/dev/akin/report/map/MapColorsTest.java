package dev.akin.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapColorsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 11, 80})
  void colorsAreDistinct(int count) {
    List<MapColor> palette = MapColors.palette(count);
    assertThat(palette)
        .hasSize(count)
        .extracting(color -> color.light().rgb())
        .doesNotHaveDuplicates();
    assertThat(palette).extracting(color -> color.dark().rgb()).doesNotHaveDuplicates();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(palette.get(i).light().distance(palette.get(j).light())).isGreaterThan(0.02);
      }
    }
  }

  @Test
  void nearTopicsDifferMoreThanFarOnes() {
    // A row of topics, each 1/40 from the next.
    List<MapAnchor> row =
        IntStream.range(0, 40).mapToObj(i -> new MapAnchor(i / 40.0, 0.5, 1)).toList();
    List<MapColor> colors = MapColors.of(row);
    assertThat(colors).doesNotHaveDuplicates();
    for (int i = 1; i < 40; i++) {
      assertThat(colors.get(i).light().distance(colors.get(i - 1).light())).isGreaterThan(0.1);
    }
  }

  @Test
  void moreTopicsThanColorsShareThem() {
    List<MapAnchor> row =
        IntStream.range(0, 200).mapToObj(i -> new MapAnchor(i / 200.0, 0.5, 1)).toList();
    assertThat(MapColors.of(row)).hasSize(200);
  }

  @Test
  void labelsCanBeReadOnTheirGround() {
    for (MapColor color : MapColors.palette(80)) {
      assertThat(contrast(color.lightInk().rgb(), 0xfbfaf7)).isGreaterThan(4.5);
      assertThat(contrast(color.darkInk().rgb(), 0x17191a)).isGreaterThan(4.5);
    }
  }

  @Test
  void convertsAsPublished() {
    assertThat(new Oklch(1, 0, 0).css()).isEqualTo("#ffffff");
    assertThat(new Oklch(0, 0, 0).css()).isEqualTo("#000000");
    // CSS Color 4: rebeccapurple is oklch(44.03% 0.1603 303.37).
    assertThat(new Oklch(0.4403, 0.1603, 303.37).css()).isEqualTo("#663399");
  }

  private static double contrast(int one, int other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
