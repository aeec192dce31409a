package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.embed.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {
  private final Path path;
  private final ModelStore store;

  ModelStoreTest(@TempDir Path path) throws IOException {
    this.path = path;
    store = new ModelStore(path);
    Folders.withCard(path.resolve("two"), card -> card.put("name", "two"));
    Folders.withCard(path.resolve("one"), card -> card.put("name", "one"));
    Files.createDirectory(path.resolve("no-model"));
    Files.createFile(path.resolve("README.md"));
  }

  @Test
  void listsFoldersWithACardByName() {
    assertThat(store.list()).extracting(model -> model.card().name()).containsExactly("one", "two");
  }

  @Test
  void findsByName() {
    assertThat(store.find("two").path()).isEqualTo(path.resolve("two"));
  }

  @Test
  void findsByPath() {
    Path one = path.resolve("one");
    Path relative = Path.of("").toAbsolutePath().relativize(one);
    assertThat(store.find(one.toString()).path()).isEqualTo(one);
    assertThat(store.find(relative.toString()).card().name()).isEqualTo("one");
    assertThat(store.find(one + "/").card().name()).isEqualTo("one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"three", "", "no-model", "README.md", "a\0b"})
  void saysHowToGetAModelThatIsNotThere(String name) {
    assertThatThrownBy(() -> store.find(name))
        .isInstanceOfSatisfying(
            EmbedException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MISSING))
        .hasMessage(
            "unknown model \"%s\"; \"akin models\" lists those here, \"akin models add\" adds one",
            name.replace("\0", "\\u0000"));
  }

  @Test
  void doesNotListAModelThatIsBeingMade() {
    Folders.withCard(path.resolve(".three.part"), card -> card.put("name", "three"));
    assertThat(store.list()).hasSize(2);
  }

  @Test
  void findsOwnModelsBeforeInstalledOnes() {
    Path own = path.resolve("own");
    Folders.withCard(own.resolve("two"), card -> card.put("name", "two"));
    ModelStore store = new ModelStore(own, path, null);
    assertThat(store.find("two").path()).isEqualTo(own.resolve("two"));
    assertThat(store.find("one").path()).isEqualTo(path.resolve("one"));
    assertThat(store.has("one")).isTrue();
    assertThat(store.has("three")).isFalse();
    assertThat(store.list())
        .extracting(model -> model.path().getParent())
        .containsExactly(path, own);
  }

  @Test
  void needsNoOwnModels() {
    ModelStore store = new ModelStore(path.resolve("none"), path, null);
    assertThat(store.list()).hasSize(2);
    assertThat(store.placeOf(store.find("one"))).isEqualTo(path.resolve("none/one"));
  }

  @Test
  void keepsGraphsOfInstalledModelsInTheCacheAndThoseOfOthersWithThem() {
    Path own = path.resolve("own");
    Path cache = path.resolve("cache");
    Folders.withCard(own.resolve("two"), card -> card.put("name", "two"));
    ModelStore store = new ModelStore(own, path, cache);
    assertThat(store.find("one").graphs().getParent()).isEqualTo(cache);
    assertThat(store.find("two").graphs()).isEqualTo(own.resolve("two"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"./three", "three/", "/", "..", "/three"})
  void aPathWithoutModelIsNamed(String nameOrPath) {
    assertThatThrownBy(() -> store.find(nameOrPath))
        .isInstanceOf(EmbedException.class)
        .hasMessageContaining("not a model folder");
  }

  @Test
  void saysThatThereIsNoFolderOfModels() {
    assertThatThrownBy(() -> new ModelStore(path.resolve("none")).list())
        .isInstanceOf(EmbedException.class)
        .hasMessageContaining(path.resolve("none") + ": not a folder of models");
  }
}
