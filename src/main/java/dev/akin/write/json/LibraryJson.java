package dev.akin.write.json;

import dev.akin.recommend.Interest;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.library.LibraryCounts;
import dev.akin.write.text.PaperFields;
import dev.akin.write.text.SkippedEntries;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Recommendations for the reader of a library as JSON: `library`, `interests`, `otherInterests`,
/// `partial` if there was no time for all of it, `model`, `index`. An interest has `size`,
/// `central`, and the fields of an answer ([AnswerJson]).
public final class LibraryJson {
  private LibraryJson() {}

  /// An answer as JSON, with some fields of each result.
  public static ObjectNode of(LibraryAnswer answer, SkippedEntries skipped, PaperFields fields) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode library = node.putObject("library");
    put(library, answer.counts());
    put(library, skipped);
    ArrayNode interests = node.putArray("interests");
    answer.interests().forEach(interest -> put(interests.addObject(), interest, fields));
    node.put("otherInterests", answer.otherInterests());
    if (answer.partial()) {
      node.put("partial", true);
    }
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
    node.put("unread", counts.unread());
  }

  private static void put(ObjectNode node, SkippedEntries skipped) {
    node.put("skipped", skipped.count());
    ArrayNode problems = node.putArray("problems");
    for (SkippedEntries.Entry entry : skipped.named()) {
      problems
          .addObject()
          .put("file", entry.file())
          .put("line", entry.line())
          .put("what", entry.what());
    }
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
