package dev.akin.roles;

import dev.akin.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trains the classifier of roles on CSAbstruct, scores it, and writes its weights.
///
/// The temperature is chosen on the development set with weights of the training set. Then the
/// weights are trained once more on both. Abstracts of the test set that are in the other sets too
/// are taken out of those.
///
/// Usage: RolesTraining CSABSTRUCT WEIGHTS
final class RolesTraining {
  private static final int SEED = 7;

  private RolesTraining() {}

  /// Trains, prints and writes.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<LabeledAbstract> test = LabeledAbstract.read(folder.resolve("test.jsonl"));
    List<LabeledAbstract> train = without(test, folder.resolve("train.jsonl"));
    List<LabeledAbstract> dev = without(test, folder.resolve("dev.jsonl"));
    System.out.printf(
        "%d abstracts to train, %d to choose, %d to test%n", train.size(), dev.size(), test.size());
    RolesTrainer trainer = RolesTrainer.train(train, Seed.fixed(SEED));
    double temperature = temperature(trainer, dev);
    byte[] trained = trainer.file(temperature);
    System.out.printf("temperature %.1f%n", temperature);
    new RolesScore(trained, dev).print("development set");
    new RolesScore(trained, test).print("test set");
    List<LabeledAbstract> both = Stream.of(train, dev).flatMap(List::stream).toList();
    byte[] shipped = RolesTrainer.train(both, Seed.fixed(SEED)).file(temperature);
    new RolesScore(shipped, test).print("test set, trained on the development set too");
    Files.write(Path.of(arguments[1]), shipped);
    System.out.printf("%s: %,d bytes%n", arguments[1], shipped.length);
  }

  private static List<LabeledAbstract> without(List<LabeledAbstract> others, Path file)
      throws IOException {
    Set<String> taken = others.stream().map(LabeledAbstract::letters).collect(Collectors.toSet());
    return LabeledAbstract.read(file).stream()
        .filter(each -> !taken.contains(each.letters()))
        .toList();
  }

  /// The temperature with the smallest log loss of the roles.
  private static double temperature(RolesTrainer trainer, List<LabeledAbstract> dev) {
    double best = 1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int tenths = 7; tenths <= 15; tenths++) {
      double temperature = tenths / 10.0;
      double loss = new RolesScore(trainer.file(temperature), dev).roleLoss();
      if (loss < smallest) {
        best = temperature;
        smallest = loss;
      }
    }
    return best;
  }
}
