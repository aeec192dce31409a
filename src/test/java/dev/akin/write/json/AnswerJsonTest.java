package dev.akin.write.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.store.Filter;
import dev.akin.index.store.Holdings;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.NearestOptions;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.explain.Why;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Strategy;
import dev.akin.recommend.query.Weighted;
import dev.akin.roles.Role;
import dev.akin.vector.Space;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnswerJsonTest {
  private static final Query QUERY = Query.of(new Example.LikePaper("q"));
  private static final Space FIRST = Space.of("first", 2, Map.of("weights", "one"));
  private static final Space SECOND = Space.of("second", 3, Map.of("weights", "two"));
  private static final Recommendation PLAIN =
      new Recommendation(
          1, Paper.of("p", "T", "A"), 0.12345678, 1.9876543, 3.14159, List.of(), null);

  @Test
  void roundsCosinesToMillionthsAndRaritiesToHundredths() {
    JsonNode result = result(PLAIN);
    assertThat(result.path("cosine").asDouble()).isEqualTo(0.123457);
    assertThat(result.path("score").asDouble()).isEqualTo(1.987654);
    assertThat(result.path("rarity").asDouble()).isEqualTo(3.14);
  }

  @Test
  void saysNullWhereNothingIsKnown() {
    JsonNode result =
        result(new Recommendation(1, Paper.of("p", "T", "A"), null, 1, null, List.of(), null));
    assertThat(result.path("cosine").isNull()).isTrue();
    assertThat(result.path("rarity").isNull()).isTrue();
  }

  @Test
  void leavesOutVersionsAndReasonsThatAreNotThere() {
    assertThat(result(PLAIN).has("versions")).isFalse();
    assertThat(result(PLAIN).has("why")).isFalse();
    JsonNode json = json(QUERY, RecommendOptions.DEFAULT, List.of());
    assertThat(json.path("query").has("versions")).isFalse();
  }

  @Test
  void namesVersionsOfAResultAndOfTheQuery() {
    List<PaperId> versions = List.of(new PaperId("v1"), new PaperId("v2"));
    Recommendation folded =
        new Recommendation(1, Paper.of("p", "T", "A"), 0.5, 1, 2.0, versions, null);
    assertThat(result(folded).path("versions").toString()).isEqualTo("[\"v1\",\"v2\"]");
    JsonNode json = json(QUERY, RecommendOptions.DEFAULT, versions);
    assertThat(json.at("/query/versions").toString()).isEqualTo("[\"v1\",\"v2\"]");
  }

  @Test
  void saysWhy() {
    Why why =
        new Why(
            List.of(new Why.TermShare("tree", 0.21), new Why.TermShare("on", -0.0100004)),
            0.05,
            List.of(
                new Why.SentencePair(
                    2, 0, 0.88, "Trees grow.", "Growing trees", Role.RESULT, null)),
            List.of("Ada Byron"),
            List.of());
    assertThat(reason(why).toString())
        .isEqualTo(
            "{\"terms\":[{\"term\":\"tree\",\"share\":0.21},{\"term\":\"on\",\"share\":-0.01}],"
                + "\"other\":0.05,"
                + "\"sentences\":[{\"query\":2,\"paper\":0,\"cosine\":0.88,"
                + "\"queryText\":\"Trees grow.\",\"paperText\":\"Growing trees\","
                + "\"queryRole\":\"result\"}],"
                + "\"shared\":{\"authors\":[\"Ada Byron\"],\"categories\":[]}}");
  }

  @Test
  void leavesTermsOutWhereTheModelHasNone() {
    Why why = new Why(List.of(), null, List.of(), List.of(), List.of("cs.LG"));
    assertThat(reason(why).toString())
        .isEqualTo("{\"sentences\":[],\"shared\":{\"authors\":[],\"categories\":[\"cs.LG\"]}}");
  }

  @Test
  void repeatsOfTheOptionsWhatIsNotAsUsual() {
    assertThat(json(QUERY, RecommendOptions.DEFAULT, List.of()).path("query").toString())
        .isEqualTo("{\"positives\":[{\"id\":\"q\"}],\"mode\":\"hybrid\",\"limit\":10}");
    RecommendOptions options =
        new RecommendOptions(
            Filter.NONE,
            Mode.SEMANTIC,
            Strategy.BEST,
            NearestOptions.Method.EXACT,
            0.3,
            2,
            0.0,
            5,
            true);
    assertThat(json(QUERY, options, List.of()).path("query").toString())
        .isEqualTo(
            "{\"positives\":[{\"id\":\"q\"}],\"mode\":\"semantic\",\"limit\":5,"
                + "\"strategy\":\"best\",\"diversity\":0.3,\"perAuthor\":2,\"floor\":0.0,"
                + "\"exact\":true,\"explain\":true}");
  }

  @Test
  void repeatsExamplesWithWeightsThatAreNotOne() {
    Query query =
        new Query(
            List.of(
                new Weighted(new Example.LikePaper("q"), 2),
                Weighted.of(new Example.LikeText("a text"))),
            List.of(new Weighted(new Example.LikePaper("n"), 0.5)));
    assertThat(json(query, RecommendOptions.DEFAULT, List.of()).path("query").toString())
        .startsWith(
            "{\"positives\":[{\"id\":\"q\",\"weight\":2.0},{\"text\":\"a text\"}],"
                + "\"negatives\":[{\"id\":\"n\",\"weight\":0.5}]");
    assertThat(
            json(Query.of(new Example.ForPhrase("a b")), RecommendOptions.DEFAULT, List.of())
                .at("/query/positives")
                .toString())
        .isEqualTo("[{\"phrase\":\"a b\"}]");
  }

  @Test
  void namesTheModelsOnlyIfThereAreSeveral() {
    JsonNode one = AnswerJson.of(answer(QUERY, List.of(FIRST)));
    assertThat(one.at("/model/name").asString()).isEqualTo("first");
    assertThat(one.has("models")).isFalse();
    JsonNode two = AnswerJson.of(answer(QUERY, List.of(FIRST, SECOND)));
    assertThat(two.at("/model/name").asString()).isEqualTo("first");
    assertThat(two.path("models").size()).isEqualTo(2);
    assertThat(two.at("/models/1/identity").asString()).isEqualTo(SECOND.identity());
    assertThat(InfoJson.of("1", info(List.of(FIRST))).has("models")).isFalse();
    JsonNode info = InfoJson.of("1", info(List.of(FIRST, SECOND)));
    assertThat(info.at("/models/1/dimension").asInt()).isEqualTo(3);
  }

  @Test
  void countsWhatIsBelowTheFloor() {
    JsonNode json = json(QUERY, RecommendOptions.DEFAULT, List.of());
    assertThat(json.path("belowFloor").asInt()).isEqualTo(3);
    assertThat(json.path("truncated").asBoolean()).isTrue();
  }

  private static JsonNode reason(Why why) {
    return result(new Recommendation(1, Paper.of("p", "T", "A"), 0.5, 1, 2.0, List.of(), why))
        .path("why");
  }

  private static JsonNode result(Recommendation result) {
    return AnswerJson.of(
            answer(QUERY, RecommendOptions.DEFAULT, List.of(), List.of(result), List.of(FIRST)))
        .at("/results/0");
  }

  private static JsonNode json(Query query, RecommendOptions options, List<PaperId> versions) {
    return AnswerJson.of(answer(query, options, versions, List.of(PLAIN), List.of(FIRST)));
  }

  private static Answer answer(Query query, List<Space> spaces) {
    return answer(query, RecommendOptions.DEFAULT, List.of(), List.of(PLAIN), spaces);
  }

  private static Answer answer(
      Query query,
      RecommendOptions options,
      List<PaperId> versions,
      List<Recommendation> results,
      List<Space> spaces) {
    return new Answer(
        query,
        options,
        List.of(),
        List.of(),
        versions,
        results,
        3,
        true,
        false,
        null,
        null,
        info(spaces));
  }

  private static IndexInfo info(List<Space> spaces) {
    return new IndexInfo(
        "build",
        1,
        spaces,
        new Holdings(2, 2, 0, 0, 0, new TreeMap<>(), new TreeMap<>()),
        null,
        Instant.EPOCH,
        100);
  }
}
