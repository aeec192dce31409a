package dev.akin.roles;

import dev.akin.base.Resources;
import dev.akin.paper.Paper;
import dev.akin.paper.Sentences;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
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
  private static final String WEIGHTS = "weights.bin";
  private static final int PAPERS = 2_000;
  private static final int ROUNDS = 10;

  /// Fields with fewer papers are counted together.
  private static final int MIN_PAPERS = 20;

  private RolesBench() {}

  /// Measures and prints.
  public static void main(String[] arguments) throws IOException {
    byte[] weights = Resources.bytes(SentenceRoles.class, WEIGHTS);
    Path test = Path.of(arguments[0]).resolve("test.jsonl");
    new RolesScore(weights, LabeledAbstract.read(test)).print("test set");
    load(weights);
    for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
      List<Paper> papers = papers(Path.of(file));
      System.out.println(file);
      printCoverage(papers);
      printSpeed(papers);
    }
  }

  /// Papers from all over a file, in English and with an abstract.
  private static List<Paper> papers(Path file) {
    List<Paper> all = new ArrayList<>();
    try (PaperReader reader =
        PaperReader.open(PaperSource.of(file), ReadOptions.DEFAULT, problem -> {})) {
      for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
        if (paper.inUsualLanguage() && !paper.abstractText().isBlank()) {
          all.add(paper);
        }
      }
    }
    int step = Math.max(all.size() / PAPERS, 1);
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < all.size() && papers.size() < PAPERS; i += step) {
      papers.add(all.get(i));
    }
    return papers;
  }

  private static void load(byte[] weights) {
    long start = System.nanoTime();
    RoleWeights first = new RoleWeights(ByteBuffer.wrap(weights));
    System.out.printf(
        Locale.ROOT,
        "%,d bytes of weights, loaded for the first time in %.0f ms (%d labels)%n",
        weights.length,
        (System.nanoTime() - start) / 1e6,
        first.transitions().length);
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

  /// The archive of arXiv, or the venue's year-free name in the ACL Anthology.
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
    System.out.printf(
        "  %-20s %,5d papers have, in brackets their share of the sentences:%s%n",
        field, papers.size(), line);
  }

  private static void printSpeed(List<Paper> papers) {
    List<List<String>> abstracts =
        papers.stream().map(paper -> Sentences.of("", paper.abstractText())).toList();
    double best = 0;
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (List<String> sentences : abstracts) {
        sum += SentenceRoles.of(sentences)[0][0];
      }
      best = Math.max(best, abstracts.size() * 1e9 / (System.nanoTime() - start));
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
