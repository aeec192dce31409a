package dev.akin.evaluate;

import dev.akin.paper.PaperId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Papers and the topic that each belongs to.
///
/// @param topicOf a topic for each paper
public record LabeledTopics(Map<PaperId, String> topicOf) {
  public LabeledTopics {
    topicOf = Collections.unmodifiableMap(new LinkedHashMap<>(topicOf));
  }

  /// Reads a file with one line for each paper: its id, a tab, its topic.
  ///
  /// @throws EvaluateException if the file cannot be read or a line is wrong
  public static LabeledTopics read(Path file) {
    Map<PaperId, String> topicOf = new LinkedHashMap<>();
    LineFile.forEach(
        file,
        line -> {
          int tab = line.indexOf('\t');
          String topic = line.substring(tab + 1).strip();
          if (tab < 0 || topic.isEmpty()) {
            throw new IllegalArgumentException("expected an id, a tab and a topic");
          }
          if (topicOf.put(new PaperId(line.substring(0, tab)), topic) != null) {
            throw new IllegalArgumentException("this paper already has a topic");
          }
        });
    if (topicOf.isEmpty()) {
      throw EvaluateException.malformed(file, "no paper has a topic in this file");
    }
    return new LabeledTopics(topicOf);
  }
}
