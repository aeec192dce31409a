package dev.akin.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.report.topic.Topic;
import dev.akin.report.topic.Topics;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MapPictureTest {
  private static MapPicture picture(long seed, int topics) {
    Random random = Seed.fixed(seed);
    int rows = topics * 20;
    double[] x = new double[rows];
    double[] y = new double[rows];
    List<Topic> list = new ArrayList<>();
    for (int topic = 0; topic < topics; topic++) {
      double left = random.nextDouble();
      double top = random.nextDouble();
      List<Integer> papers = IntStream.range(topic * 20, topic * 20 + 20).boxed().toList();
      for (int row : papers) {
        x[row] = Math.clamp(left + 0.02 * random.nextGaussian(), 0, 1);
        y[row] = Math.clamp(top + 0.02 * random.nextGaussian(), 0, 1);
      }
      list.add(new Topic(topic, "a topic of " + topic + " words", papers));
    }
    return new MapPicture(new MapPlan(rows, new Topics(list, rows), new Positions(x, y)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.akin.Seed#three")
  void labelsDoNotTouchAndStayOnTheSheet(long seed) {
    try (Lettering letters = new Lettering()) {
      List<MapLabel> labels = picture(seed, 80).labels(letters);
      assertThat(labels).hasSizeGreaterThan(30);
      assertThat(labels).allMatch(label -> label.within(MapPicture.SIDE));
      for (int i = 1; i < labels.size(); i++) {
        assertThat(labels.subList(0, i))
            .map(MapPictureTest::box)
            .noneMatch(box(labels.get(i))::intersects);
      }
    }
  }

  @Test
  void theCaptionSaysHowManyTopicsHaveNoLabel() {
    MapPicture picture = picture(1, 80);
    try (Lettering letters = new Lettering()) {
      List<MapLabel> labels = picture.labels(letters);
      assertThat(picture.caption(labels))
          .isEqualTo(
              "1,600 papers in 80 topics; "
                  + (80 - labels.size())
                  + " of them without a name here");
      assertThat(picture(1, 1).caption(labels.subList(0, 1))).isEqualTo("20 papers in 1 topic");
    }
  }

  private static Rectangle2D box(MapLabel label) {
    return new Rectangle2D.Double(
        label.x() - label.width() / 2,
        label.y() - label.height() / 2,
        label.width(),
        label.height());
  }

  @Test
  void aTopicIsWhereMostOfItsPapersAre() {
    // Three papers about (0.2, 0.2), one far away: the middle of all four would be (0.375, 0.375).
    double[] places = {0.19, 0.20, 0.21, 0.9};
    MapAnchor anchor = MapAnchor.of(List.of(0, 1, 2, 3), new Positions(places, places.clone()));
    assertThat(anchor.x()).isBetween(0.19, 0.21);
    assertThat(anchor.points()).isEqualTo(4);
  }

  @Test
  void breaksLongLabelsNearTheirMiddle() {
    assertThat(MapLabel.lines("parsing")).containsExactly("parsing");
    assertThat(MapLabel.lines("low-resource machine translation"))
        .containsExactly("low-resource", "machine translation");
    assertThat(MapLabel.lines("Donaudampfschifffahrtsgesellschaft")).hasSize(1);
  }
}
