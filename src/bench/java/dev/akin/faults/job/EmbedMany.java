package dev.akin.faults.job;

import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.run.Embedder;
import dev.akin.faults.Resident;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Embeds random texts and prints how much of itself is in RAM, a hundred times.
///
/// Usage: EmbedMany MODEL TEXTS MOST_TOKENS SEED
final class EmbedMany {
  private static final int MAX_BATCH = 32;
  private static final int LINES = 100;

  /// Words of one token each.
  private static final List<String> WORDS =
      List.of("graph", "tree", "river", "language", "model", "paper", "light", "stone", "year");

  private EmbedMany() {}

  public static void main(String[] arguments) {
    int texts = Integer.parseInt(arguments[1]);
    int mostTokens = Integer.parseInt(arguments[2]);
    Random random = new Random(Long.parseLong(arguments[3]));
    long pid = ProcessHandle.current().pid();
    try (Embedder embedder =
        Embedder.open(ModelFolder.open(Path.of(arguments[0])), EmbedOptions.onAllCores())) {
      int printed = 0;
      for (int done = 0; done < texts; ) {
        List<ModelText> batch = new ArrayList<>();
        for (int i = random.nextInt(MAX_BATCH); i >= 0; i--) {
          batch.add(text(1 + random.nextInt(mostTokens), random));
        }
        done += embedder.embed(batch).size();
        if (done * (long) LINES / texts > printed) {
          printed++;
          System.out.println(Resident.bytes(pid));
        }
      }
    }
  }

  private static ModelText text(int tokens, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens; i++) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    return new ModelText(text.toString(), List.of());
  }
}
