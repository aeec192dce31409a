package dev.akin.faults.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Papers that are made up, as a file for the job.
final class MadePapers {
  private static final String[] WORDS =
      """
      model data paper graph learning network method language system large small deep fast robust
      parallel query index search storage memory token vector image speech text signal noise error
      bound proof theory practice study survey analysis design control motion robot planet star
      galaxy cell protein gene brain drug water energy solar metal quantum field wave particle heat
      flow climate ocean river forest soil crop market price trade tax vote law ethics history
      music poem city road bridge traffic sparse dense linear convex random optimal adaptive hidden
      """
          .strip()
          .split("\\s+");

  private MadePapers() {}

  /// Writes papers with the ids from `p<first>` on.
  static Path write(Path file, int first, int count, Random random) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      lines.append(
          "{\"id\": \"p%d\", \"title\": \"%s\", \"abstract\": \"%s\", \"year\": %d}%n"
              .formatted(
                  i, words(4, random), words(6 + random.nextInt(10), random), 1990 + i % 30));
    }
    return Files.writeString(file, lines);
  }

  private static String words(int count, Random random) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.toString();
  }
}
