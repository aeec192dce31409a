package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeighborListsTest {
  @Test
  void canBeOfOtherRows() {
    NeighborLists.Filling filling = new NeighborLists.Filling(3, 2);
    filling.add(0, 2, 0.9);
    filling.add(0, 1, 0.5);
    filling.add(2, 0, 0.9);

    NeighborLists lists = filling.lists().at(new int[] {1, 3, 4}, 6);

    assertThat(lists.size()).isEqualTo(6);
    assertThat(lists.total()).isEqualTo(3);
    assertThat(lists.of(1)).containsExactly(4, 3);
    assertThat(lists.cosine(1, 1)).isEqualTo(0.5);
    assertThat(lists.of(4)).containsExactly(1);
    assertThat(lists.count(0) + lists.count(2) + lists.count(3) + lists.count(5)).isZero();
  }

  @Test
  void hasNoRoomForMoreNeighborsThanWereSaid() {
    NeighborLists.Filling filling = new NeighborLists.Filling(2, 1);
    filling.add(1, 0, 0.9);
    assertThatThrownBy(() -> filling.add(1, 0, 0.8)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leavesOutRowsAndTheirPlacesInOtherLists() {
    NeighborLists.Filling filling = new NeighborLists.Filling(3, 2);
    filling.add(0, 1, 0.9);
    filling.add(0, 2, 0.8);
    filling.add(1, 0, 0.9);
    filling.add(2, 0, 0.8);

    NeighborLists kept = filling.lists().only(row -> row != 1);

    assertThat(kept.of(0)).containsExactly(2);
    assertThat(kept.cosine(0, 0)).isEqualTo(0.8);
    assertThat(kept.of(1)).isEmpty();
    assertThat(kept.of(2)).containsExactly(0);
  }
}
