package dev.akin.index.opensearch.commit;

import dev.akin.base.AkinException.Kind;
import dev.akin.index.opensearch.client.ClusterIndexes;
import dev.akin.index.opensearch.document.LayoutOptions;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The facts about an index in a cluster, as they stand in `_meta` of its mapping, which changes as
/// a whole:
///
///     akin      the number of this form
///     facts     those of the last commit (CommitData)
///     layout    shards, replicas, links and buildBeam
///     words     how many papers have words in title or abstract, and how many in all
///     titles    the same in titles
///     writing   the number of the commit that is being written; absent if none is
///     replaced  true if another build took its place, or is about to
///
/// A writer names the commit in `writing`, then writes and refreshes, and then replaces the facts.
/// So a reader that opens a point in time while `writing` is absent before and after it has exactly
/// the last commit. After a crash `writing` stays, until the next writer has seen to what is left.
///
/// @param commit the facts of the last commit
/// @param words in title and abstract
/// @param writing the number of the commit that is being written; 0 if none is
/// @param replaced whether another build took its place, or is about to
///
/// @hidden public for its own room only
public record IndexFacts(
    CommitData commit,
    LayoutOptions layout,
    WordTotals words,
    WordTotals titles,
    long writing,
    boolean replaced) {
  private static final int FORM = 2;
  private static final String FACTS = "facts";
  private static final String LAYOUT = "layout";
  private static final String WORDS = "words";
  private static final String TITLES = "titles";
  private static final String WRITING = "writing";
  private static final String REPLACED = "replaced";

  /// The words of a field.
  ///
  /// @param papers how many papers have any
  /// @param words how many words they have in all
  public record WordTotals(long papers, long words) {
    /// None.
    public static final WordTotals NONE = new WordTotals(0, 0);

    private static WordTotals of(JsonNode json) {
      return new WordTotals(json.path("papers").asLong(), json.path("words").asLong());
    }

    private void putTo(ObjectNode json) {
      json.put("papers", papers).put("words", words);
    }
  }

  /// The facts of a build that has no commit yet.
  public static IndexFacts none(CommitData commit, LayoutOptions layout) {
    return new IndexFacts(commit, layout, WordTotals.NONE, WordTotals.NONE, 0, false);
  }

  /// The same while a commit is being written.
  public IndexFacts whileWriting(long number) {
    return new IndexFacts(commit, layout, words, titles, number, false);
  }

  /// The same when another build takes its place.
  IndexFacts asReplaced() {
    return new IndexFacts(commit, layout, words, titles, writing, true);
  }

  /// The form that [#of] reads.
  public ObjectNode toJson() {
    ObjectNode meta = JsonNodeFactory.instance.objectNode();
    meta.put(ClusterIndexes.MARK, FORM);
    ObjectNode facts = meta.putObject(FACTS);
    commit.toMap().forEach(facts::put);
    ObjectNode made = meta.putObject(LAYOUT);
    made.put("shards", layout.shards()).put("replicas", layout.replicas());
    made.put("links", layout.links()).put("buildBeam", layout.buildBeam());
    words.putTo(meta.putObject(WORDS));
    titles.putTo(meta.putObject(TITLES));
    if (writing > 0) {
      meta.put(WRITING, writing);
    }
    if (replaced) {
      meta.put(REPLACED, true);
    }
    return meta;
  }

  /// Whether these are the facts of a build, and not those of something else of akin's.
  static boolean areHere(JsonNode meta) {
    return meta.has(FACTS);
  }

  /// Whether these are facts that this akin reads.
  static boolean canBeRead(JsonNode meta) {
    return areHere(meta) && meta.path(ClusterIndexes.MARK).asInt() == FORM;
  }

  /// Whether these are facts, in any form, of a build whose place another one took.
  static boolean isReplaced(JsonNode meta) {
    return meta.path(REPLACED).asBoolean(false);
  }

  /// Reads the facts of an index.
  ///
  /// @param where names the index in messages
  /// @throws IndexException if another version of akin wrote them
  public static IndexFacts of(String where, JsonNode meta) {
    if (!canBeRead(meta)) {
      throw new IndexException(
          Kind.CONFIGURATION,
          "%s: the index has form %d, but this akin needs form %d; choose another name and index the papers again"
              .formatted(where, meta.path(ClusterIndexes.MARK).asInt(), FORM));
    }
    Map<String, String> facts = new HashMap<>();
    JsonNode stored = meta.path(FACTS);
    stored.propertyNames().forEach(name -> facts.put(name, stored.path(name).asString()));
    JsonNode made = meta.path(LAYOUT);
    return new IndexFacts(
        CommitData.of(where, facts),
        new LayoutOptions(
            made.path("shards").asInt(),
            made.path("replicas").asInt(),
            made.path("links").asInt(),
            made.path("buildBeam").asInt()),
        WordTotals.of(meta.path(WORDS)),
        WordTotals.of(meta.path(TITLES)),
        meta.path(WRITING).asLong(0),
        isReplaced(meta));
  }
}
