package dev.akin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rooms of akin: the packages below `dev.akin`, each with the packages inside it. Which room
/// uses which stands in README.md, and this test reads it there.
///
/// Within a room a public type is either handed out to other rooms, or its documentation says
/// `@hidden`: then it is public only because Java knows no rooms.
class ArchitectureTest {
  private static final String ROOT = "dev.akin";
  private static final Path SOURCES = Path.of("src/main/java");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final DescribedPredicate<JavaClass> EVERYWHERE =
      resideInAnyPackage("java..", "org.jspecify..", "");

  /// Libraries of each room; the others have none.
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("harvest", "tools.jackson.."),
          Map.entry("job", "com.carrotsearch.hppc.. org.slf4j.."),
          Map.entry("language", "opennlp.tools.langdetect.. opennlp.tools.postag.."),
          Map.entry("vector", "jdk.incubator.."),
          Map.entry(
              "read",
              "tools.jackson.. org.jbibtex.. org.jsoup.parser.. de.siegmar.fastcsv.. javax.xml.stream.."),
          Map.entry("onnx", "com.google.protobuf.."),
          Map.entry("embed", "ai.djl.. ai.onnxruntime.. tools.jackson.."),
          Map.entry("index", "org.apache.lucene.. tools.jackson.. javax.net.ssl.."),
          Map.entry(
              "exchange",
              "org.apache.parquet.. org.apache.hadoop.conf.. io.airlift.compress.. tools.jackson.."
                  + " com.carrotsearch.hppc.."),
          Map.entry("evaluate", "tools.jackson.."),
          Map.entry(
              "write",
              "tools.jackson.. de.siegmar.fastcsv.. org.jbibtex.. javax.xml.stream.."
                  + " org.apache.parquet.. org.apache.hadoop.conf.. org.dhatim.fastexcel.."),
          Map.entry(
              "digest",
              "com.github.mustachejava.. tools.jackson.. org.apache.james.mime4j.."
                  + " org.apache.commons.net.smtp.. javax.net.ssl.."),
          Map.entry(
              "report",
              "nl.cwts.. com.carrotsearch.hppc.. com.github.mustachejava.. tools.jackson.."
                  + " de.siegmar.fastcsv.. javax.xml.stream.. javax.imageio.. org.apache.fontbox.ttf.."
                  + " org.apache.pdfbox.io.. com.github.difflib.."),
          Map.entry(
              "serve",
              "io.javalin.. org.eclipse.jetty.. jakarta.servlet.. com.github.mustachejava.."
                  + " com.github.benmanes.caffeine.. io.github.bucket4j.. io.prometheus.."
                  + " tools.jackson.. org.slf4j.. kotlin.."
                  + " io.modelcontextprotocol.. reactor.core.publisher.."));

  /// A row of README's table.
  record Room(String name, List<String> uses) {}

  static List<Room> rooms() throws IOException {
    return Pattern.compile("(?m)^\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|$")
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(row -> new Room(row.group(1), words(row.group(2))))
        .toList();
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.strip().split("[, ]+")).filter(word -> !word.isEmpty()).toList();
  }

  static List<Room> roomsThatDoNotWire() throws IOException {
    return rooms().stream().filter(room -> !room.uses().equals(List.of("all"))).toList();
  }

  @ParameterizedTest
  @MethodSource("roomsThatDoNotWire")
  void usesOnlyWhatReadmeSays(Room room) {
    String[] allowed =
        Stream.of(
                Stream.of(ROOT + "." + room.name() + ".."),
                room.uses().stream().map(other -> ROOT + "." + other + ".."),
                words(LIBRARIES.getOrDefault(room.name(), "")).stream())
            .flatMap(part -> part)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(ROOT + "." + room.name() + "..")
        .should()
        .onlyDependOnClassesThat(EVERYWHERE.or(resideInAnyPackage(allowed)))
        .check(MAIN);
  }

  @Test
  void everyClassIsInOneRoomOfReadme() throws IOException {
    List<String> names = rooms().stream().map(Room::name).toList();
    assertThat(names).doesNotHaveDuplicates().containsAll(LIBRARIES.keySet());
    assertThat(MAIN.stream().map(ArchitectureTest::room).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  /// The first name below `dev.akin`; empty for a class that is in no room.
  private static String room(JavaClass type) {
    String inside = type.getPackageName().substring(ROOT.length());
    return inside.isEmpty() ? "" : inside.substring(1).split("\\.", 2)[0];
  }

  @Test
  void hasNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void noInnerRoomDependsOnTheFaceOfItsRoom() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : MAIN) {
      String face = ROOT + "." + room(type);
      if (!type.getPackageName().equals(face)) {
        for (Dependency each : type.getDirectDependenciesFromSelf()) {
          if (each.getTargetClass().getPackageName().equals(face)) {
            found.add(each.getDescription());
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void usesHiddenTypesInTheirOwnRoomOnly() throws IOException {
    Collection<String> hidden = hidden();
    Set<String> found = new TreeSet<>();
    for (JavaClass type : MAIN) {
      for (Dependency each : type.getDirectDependenciesFromSelf()) {
        JavaClass used = outermost(each.getTargetClass().getBaseComponentType());
        if (hidden.contains(used.getName()) && !room(used).equals(room(type))) {
          found.add(type.getName() + " uses " + used.getName());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void handsOutOnlyWhatOtherRoomsUse() throws IOException {
    Collection<String> hidden = hidden();
    Set<String> used = new TreeSet<>();
    for (JavaClass type : MAIN) {
      for (Dependency each : type.getDirectDependenciesFromSelf()) {
        JavaClass target = outermost(each.getTargetClass().getBaseComponentType());
        if (target.getPackageName().startsWith(ROOT) && !room(target).equals(room(type))) {
          used.add(target.getName());
        }
      }
    }
    assertThat(
            MAIN.stream()
                .filter(type -> type.isTopLevelClass() && !isFace(type))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .filter(name -> !used.contains(name) && !hidden.contains(name)))
        .as("public types inside a room that no other room uses; say @hidden on them")
        .isEmpty();
  }

  private static boolean isFace(JavaClass type) {
    return type.getPackageName().equals(ROOT + "." + room(type));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  /// The names of the types whose documentation says `@hidden`.
  private static Collection<String> hidden() throws IOException {
    Pattern tag = Pattern.compile("(?m)^/// @hidden\\b");
    Map<String, String> sources = sources();
    return sources.keySet().stream()
        .filter(name -> tag.matcher(sources.get(name)).find())
        .collect(Collectors.toSet());
  }

  /// Each top-level type by its full name, with its source.
  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String path = SOURCES.relativize(file).toString();
        String name = path.substring(0, path.length() - ".java".length());
        if (!name.endsWith("-info")) {
          sources.put(
              name.replace(file.getFileSystem().getSeparator(), "."), Files.readString(file));
        }
      }
    }
    return sources;
  }

  @Test
  void givesNoNameTwice() {
    Map<String, Set<String>> places = new TreeMap<>();
    MAIN.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .forEach(
            type ->
                places
                    .computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                    .add(type.getName()));
    MAIN.stream()
        .filter(type -> type.isNestedClass() && places.containsKey(type.getSimpleName()))
        .forEach(type -> places.get(type.getSimpleName()).add(type.getName()));
    places.values().removeIf(names -> names.size() == 1);
    assertThat(places).isEmpty();
  }

  @Test
  void opensConnectionsOnlyWhereTheNetworkIsThePurpose() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAnyPackage(
                    ROOT + ".harvest..",
                    ROOT + ".serve..",
                    ROOT + ".digest.mail..",
                    ROOT + ".index.opensearch.client..")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net.http..", "org.apache.commons.net..")
                .or(
                    DescribedPredicate.describe(
                        "open connections",
                        type ->
                            type.getName()
                                .matches(
                                    "java\\.net\\.(\\w*Socket\\w*|\\w*URLConnection|InetAddress)"
                                        + "|java\\.nio\\.channels\\.\\w*(Socket|Datagram)\\w*"))))
        .check(MAIN);
  }

  @Test
  void knowsTheProtocolOfAgentsInOnePlace() {
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage(ROOT + ".serve.mcp..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.modelcontextprotocol..", "reactor.."))
        .check(MAIN);
  }

  @Test
  void setsNoSystemPropertyButThoseThatKeepDjlOffline() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".embed.run.NativeLibraries")
        .should()
        .callMethod(System.class, "setProperty", String.class, String.class)
        .check(MAIN);
  }

  @Test
  void printsAndExitsOnTheCommandLineOnly() {
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage(ROOT + ".cli..")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(MAIN);
  }

  @Test
  void everyRoomSaysWhereToStart() throws IOException {
    Set<String> packages =
        MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    for (String name : packages) {
      Path info = SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java");
      String text = Files.readString(info);
      assertThat(text).as("%s", info).contains("@NullMarked");
      assertThat(links(text)).as("%s names a type to start with", info).isNotEmpty();
    }
  }

  private static List<String> links(String text) {
    return Pattern.compile("\\[[\\w.]+\\]")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
