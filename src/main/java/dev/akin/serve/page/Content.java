package dev.akin.serve.page;

import dev.akin.write.list.PaperList;
import tools.jackson.databind.node.ObjectNode;

/// An answer that can be sent in every form.
///
/// @hidden public for its own room only
public interface Content {
  ObjectNode json();

  PaperList list();

  /// The page for people.
  String html();

  /// Whether there was no time for all that was asked for. Nobody may keep such an answer.
  default boolean isPartial() {
    return false;
  }
}
