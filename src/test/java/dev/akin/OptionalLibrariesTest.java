package dev.akin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/// A program that embeds, indexes and recommends needs none of the dependencies that are optional
/// in pom.xml (src/docs/library.md), unless it reads vectors that were made elsewhere (`exchange`).
class OptionalLibrariesTest {
  private static final Pattern OPTIONAL =
      Pattern.compile(
          "<artifactId>([^<]+)</artifactId>(?:(?!</dependency>)[\\s\\S])*<optional>true");

  @Test
  void embeddingIndexingAndRecommendingNeedNone() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path jar : optional()) {
      packages.addAll(packages(jar));
    }
    assertThat(packages).contains("io.javalin", "picocli", "org.apache.parquet.io");
    noClasses()
        .that()
        .resideInAnyPackage(rooms().map(room -> "dev.akin." + room + "..").toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages.toArray(String[]::new))
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.akin"));
  }

  /// The rooms of a job and of recommendations, with those that they use.
  private static Stream<String> rooms() throws IOException {
    Map<String, ArchitectureTest.Room> all =
        ArchitectureTest.rooms().stream()
            .collect(Collectors.toMap(ArchitectureTest.Room::name, Function.identity()));
    Set<String> found = new TreeSet<>();
    Deque<String> left = new ArrayDeque<>(List.of("job", "recommend"));
    while (!left.isEmpty()) {
      String room = left.remove();
      if (!room.equals("exchange") && found.add(room)) {
        left.addAll(requireNonNull(all.get(room)).uses());
      }
    }
    return found.stream();
  }

  private static List<Path> optional() throws IOException {
    List<String> names =
        OPTIONAL
            .matcher(Files.readString(Path.of("pom.xml")))
            .results()
            .map(dependency -> dependency.group(1))
            .toList();
    List<Path> jars =
        Collections.list(
                OptionalLibrariesTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))
            .stream()
            .filter(manifest -> manifest.getProtocol().equals("jar"))
            .map(manifest -> Path.of(URI.create(manifest.getPath().replaceFirst("!.*", ""))))
            .filter(
                path -> names.contains(path.getFileName().toString().replaceFirst("-\\d.*", "")))
            .toList();
    assertThat(jars).hasSameSizeAs(names);
    return jars;
  }

  private static Set<String> packages(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
          .filter(name -> name.contains("/"))
          .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
          .collect(Collectors.toSet());
    }
  }
}
