package dev.akin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of packages in README.md, as a test.
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.akin");

  private static final DescribedPredicate<JavaClass> EVERYWHERE =
      resideInAnyPackage("java..", "org.jspecify..", "");

  @ParameterizedTest(name = "{0} uses {1} {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "paper,     -,                                        -",
        "vector,    -,                                        jdk.incubator..",
        "read,      paper,                                    tools.jackson.. org.jbibtex.. de.siegmar.fastcsv.. javax.xml.stream.. opennlp.tools.langdetect..",
        "onnx,      -,                                        com.google.protobuf..",
        "embed,     paper vector onnx,                        ai.djl.. ai.onnxruntime.. tools.jackson..",
        "index,     paper vector,                             org.apache.lucene.. tools.jackson..",
        "job,       paper read vector embed index,            -",
        "recommend, paper vector embed index,                 -",
        "evaluate,  paper vector index recommend,             tools.jackson..",
        "write,     paper vector index recommend,             tools.jackson.. de.siegmar.fastcsv.. org.jbibtex.. javax.xml.stream.. org.apache.parquet.. org.apache.hadoop.conf..",
        "report,    paper vector index recommend write,       nl.cwts.. com.github.mustachejava.. tools.jackson.. de.siegmar.fastcsv.. javax.xml.stream.. javax.imageio.. org.apache.fontbox.ttf.. org.apache.pdfbox.io..",
        "serve,     paper vector embed index recommend write, io.javalin.. org.eclipse.jetty.. jakarta.servlet.. com.github.mustachejava.. com.github.benmanes.caffeine.. io.github.bucket4j.. io.prometheus.. tools.jackson.. org.slf4j.. kotlin..",
      })
  void usesOnlyWhatTheTableSays(String name, String packages, String libraries) {
    String[] allowed =
        Stream.of(
                Stream.of("dev.akin." + name),
                words(packages).map(other -> "dev.akin." + other),
                words(libraries))
            .flatMap(part -> part)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("dev.akin." + name)
        .should()
        .onlyDependOnClassesThat(EVERYWHERE.or(resideInAnyPackage(allowed)))
        .check(MAIN);
  }

  private static Stream<String> words(String list) {
    return list == null ? Stream.empty() : Arrays.stream(list.split(" "));
  }

  @Test
  void hasNoCycles() {
    slices().matching("dev.akin.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void printsAndExitsOnTheCommandLineOnly() {
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage("dev.akin.cli")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(MAIN);
  }
}
