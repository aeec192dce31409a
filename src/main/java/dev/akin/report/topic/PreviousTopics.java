package dev.akin.report.topic;

import dev.akin.base.Sha256;
import java.util.List;

/// The topics of an earlier report.
///
/// @param topics the topics in the order of their ids
/// @param next the smallest id that no topic ever had
/// @param resolution the resolution with which they were found
///
/// @hidden public for its own room only
public record PreviousTopics(List<PreviousTopic> topics, int next, double resolution) {
  public PreviousTopics {
    topics = List.copyOf(topics);
  }

  /// A digest of the topics as 64 hexadecimal digits.
  public String digest() {
    Sha256 digest = new Sha256();
    digest.put(next);
    digest.put(Double.toString(resolution));
    for (PreviousTopic topic : topics) {
      digest.put(topic.id());
      digest.put(topic.label());
      digest.putAll(topic.papers());
    }
    return digest.hex();
  }

  /// A topic of an earlier report.
  ///
  /// @param papers the ids of its papers
  public record PreviousTopic(int id, String label, List<String> papers) {
    public PreviousTopic {
      papers = List.copyOf(papers);
    }
  }
}
