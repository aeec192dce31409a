package dev.akin.roles;

import dev.akin.base.Resources;
import dev.akin.language.Languages;
import dev.akin.paper.Paper;
import dev.akin.paper.Sentences;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The roles that akin finds: their score on the test set of CSAbstruct, in how many papers of each
/// field each role is found, and how fast.
///
/// Usage: RolesBench CSABSTRUCT PAPERS…
final class RolesBench {
  private static final int PAPERS = 2_000;
  private static final int ROUNDS = 10;

  /// Fields with fewer papers are counted together.
  private static final int MIN_PAPERS = 20;

  private RolesBench() {}

  /// Measures and prints.
  public static void main(String[] arguments) throws IOException {
    long start = cpuNanos();
    SentenceRoles.of(List.of("We count birds."));
    double loading = (cpuNanos() - start) / 1e6;
    byte[] weights = Resources.bytes(SentenceRoles.class, "weights.bin");
    System.out.printf(
        Locale.ROOT,
        "%,d bytes of weights, first call in %.0f ms of one core%n",
        weights.length,
        loading);
    Path test = Path.of(arguments[0]).resolve("test.jsonl");
    new RolesScore(weights, LabeledAbstract.read(test)).print("test set");
    for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
      List<Paper> papers = papers(Path.of(file));
      System.out.println(file);
      System.out.println("  papers with each role, in brackets its share of the sentences");
      printCoverage(papers);
      printSpeed(papers);
    }
  }

  /// Time that this thread has had, so that a busy machine changes little.
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// Papers from all over a file, in English and with an abstract.
  private static List<Paper> papers(Path file) {
    List<Paper> all = new ArrayList<>();
    try (PaperReader reader =
        PaperReader.open(PaperSource.of(file), ReadOptions.DEFAULT, problem -> {})) {
      for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
        all.add(paper);
      }
    }
    int step = Math.max(all.size() / PAPERS, 1);
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < all.size() && papers.size() < PAPERS; i += step) {
      Paper paper = all.get(i);
      String language = Languages.identify(paper.title() + " " + paper.abstractText());
      if (paper.inLanguage(language).inUsualLanguage() && !paper.abstractText().isBlank()) {
        papers.add(paper);
      }
    }
    return papers;
  }

  private static void printCoverage(List<Paper> papers) {
    Map<String, List<Paper>> fields = new TreeMap<>();
    papers.forEach(
        paper -> fields.computeIfAbsent(field(paper), none -> new ArrayList<>()).add(paper));
    List<Paper> others = new ArrayList<>();
    fields.forEach(
        (field, members) -> {
          if (members.size() >= MIN_PAPERS) {
            print(field, members);
          } else {
            others.addAll(members);
          }
        });
    if (!others.isEmpty()) {
      print("others", others);
    }
    print("all", papers);
  }

  /// The archive of a category of arXiv, such as `cs`, or the whole category.
  private static String field(Paper paper) {
    String category = paper.categories().isEmpty() ? "none" : paper.categories().getFirst();
    int dot = category.indexOf('.');
    return dot < 0 ? category : category.substring(0, dot);
  }

  /// A paper has a role if a sentence is more likely of it than not.
  private static void print(String field, List<Paper> papers) {
    Role[] roles = Role.values();
    int[] having = new int[roles.length];
    double[] shares = new double[roles.length];
    for (Paper paper : papers) {
      float[][] found = SentenceRoles.of(Sentences.of("", paper.abstractText()));
      for (int role = 0; role < roles.length; role++) {
        int at = role;
        having[role] += Arrays.stream(found).anyMatch(row -> row[at] > 0.5F) ? 1 : 0;
        shares[role] += Arrays.stream(found).mapToDouble(row -> row[at]).sum() / found.length;
      }
    }
    StringBuilder line = new StringBuilder();
    for (int role = 0; role < roles.length; role++) {
      line.append(
          String.format(
              Locale.ROOT,
              "  %s %5.1f %% (%4.1f)",
              roles[role].name().toLowerCase(Locale.ROOT),
              100.0 * having[role] / papers.size(),
              100 * shares[role] / papers.size()));
    }
    System.out.printf("  %-15s %,5d papers:%s%n", field, papers.size(), line);
  }

  private static void printSpeed(List<Paper> papers) {
    List<List<String>> abstracts =
        papers.stream().map(paper -> Sentences.of("", paper.abstractText())).toList();
    double best = 0;
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpuNanos();
      for (List<String> sentences : abstracts) {
        sum += SentenceRoles.of(sentences)[0][0];
      }
      best = Math.max(best, abstracts.size() * 1e9 / (cpuNanos() - start));
    }
    System.out.printf(
        Locale.ROOT,
        "  %,.0f abstracts/s on one core, the fastest of %d rounds (mean problem of first sentences"
            + " %.4f)%n",
        best,
        ROUNDS,
        sum / ROUNDS / abstracts.size());
  }
}
