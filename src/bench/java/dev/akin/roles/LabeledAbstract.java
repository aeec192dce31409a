package dev.akin.roles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An abstract of CSAbstruct: its sentences with their labels.
///
/// @param agreements how far the people who labeled agreed on each label, 0 to 1
record LabeledAbstract(
    List<String> sentences, List<SentenceLabel> labels, List<Double> agreements) {
  /// From here on a label is reliable. All labels of the test half are.
  private static final double MIN_AGREEMENT = 0.6;

  /// Rounding of the file.
  private static final double ROUNDING = 0.005;

  /// The abstracts of a file.
  static List<LabeledAbstract> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> of(JsonMapper.shared().readTree(line)))
        .toList();
  }

  private static LabeledAbstract of(JsonNode json) {
    List<String> sentences = new ArrayList<>();
    List<SentenceLabel> labels = new ArrayList<>();
    List<Double> agreements = new ArrayList<>();
    json.get("sentences").forEach(each -> sentences.add(each.asString()));
    json.get("labels")
        .forEach(
            each -> labels.add(SentenceLabel.valueOf(each.asString().toUpperCase(Locale.ROOT))));
    json.get("confs").forEach(each -> agreements.add(each.asDouble()));
    return new LabeledAbstract(sentences, labels, agreements);
  }

  /// Whether a sentence's label is good enough to measure with.
  boolean isReliable(int sentence) {
    return agreements.get(sentence) >= MIN_AGREEMENT - ROUNDING;
  }

  /// Its letters alone. Abstracts with the same letters are the same.
  String letters() {
    StringBuilder letters = new StringBuilder();
    String.join(" ", sentences)
        .toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetter)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
