package dev.akin.write;

import dev.akin.recommend.Interest;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.library.LibraryCounts;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Recommendations for the reader of a library as JSON: `library`, `interests`, `otherInterests`,
/// `model`, `index`. An interest has `size`, `central`, and the fields of an answer ([AnswerJson]).
public final class LibraryJson {
  private LibraryJson() {}

  /// An answer as JSON.
  public static ObjectNode of(LibraryAnswer answer) {
    return of(answer, PaperFields.ALL);
  }

  /// The same with some fields of each result.
  public static ObjectNode of(LibraryAnswer answer, PaperFields fields) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    put(node.putObject("library"), answer.counts());
    ArrayNode interests = node.putArray("interests");
    answer.interests().forEach(interest -> put(interests.addObject(), interest, fields));
    node.put("otherInterests", answer.otherInterests());
    AnswerJson.putSource(node, answer.index());
    return node;
  }

  private static void put(ObjectNode node, LibraryCounts counts) {
    node.put("entries", counts.entries());
    node.put("matched", counts.matched());
    ObjectNode by = node.putObject("matchedBy");
    counts
        .matches()
        .forEach((match, count) -> by.put(match.name().toLowerCase(Locale.ROOT), count));
    node.put("texts", counts.texts());
    node.put("leftOut", counts.leftOut());
  }

  private static void put(ObjectNode node, Interest interest, PaperFields fields) {
    node.put("size", interest.size());
    ArrayNode central = node.putArray("central");
    for (Interest.Central paper : interest.central()) {
      ObjectNode object = central.addObject();
      if (paper.id() != null) {
        object.put("id", paper.id().value());
      }
      object.put("title", paper.title());
    }
    AnswerJson.put(node, interest.answer(), fields);
  }
}
