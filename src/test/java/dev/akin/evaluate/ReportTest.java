package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportTest {
  private static final TaskResult PAPERS =
      new TaskResult(
          "papers",
          "2 queries",
          2,
          List.of(system("lexical", null, 0.25, 0.75), system("semantic", "mini", 0.5, 1)),
          List.of("a note"));

  private static SystemResult system(String name, @Nullable String model, double... values) {
    Map<String, Sample> metrics = new LinkedHashMap<>();
    metrics.put("map", Sample.of(DoubleStream.of(values)));
    metrics.put("ndcg%20", Sample.of(DoubleStream.of(values).map(value -> value / 2)));
    return new SystemResult(SystemName.of(name), model, metrics);
  }

  @Test
  void printsMeansAndDifferencesInPercent() {
    List<String> lines = ReportTable.of(new Report("small", Bootstrap.DEFAULT, List.of(PAPERS)));
    // mean (0.25 + 0.75) / 2; deviation 0.25 · √2 = 0.35355; / √2 = 0.25
    assertThat(lines)
        .containsExactly(
            "small, papers: 2 queries",
            "note: a note",
            "",
            "  mean ± standard error                     map                 ndcg%20",
            "  lexical                         50.00 ± 25.00           25.00 ± 12.50",
            "  semantic · mini                 75.00 ± 25.00           37.50 ± 12.50",
            "",
            "difference [95 % interval]; 10,000 bootstrap resamples of the query papers, seed 1",
            "  semantic − lexical     +25.00 [+25.00, +25.00]  +12.50 [+12.50, +12.50]");
  }

  @Test
  void writesFractionsAsJson() {
    TaskResult phrases =
        new TaskResult("phrases", "", 1, List.of(system("hybrid", "mini", 0.5)), List.of());
    JsonNode json =
        ReportJson.of(new Report("small", new Bootstrap(5, 100), List.of(PAPERS, phrases)));
    assertThat(json.toString())
        .isEqualTo(
            """
            {'collection':'small','task':'papers','queries':2,'systems':[\
            {'system':'lexical','model':null,\
            'metrics':{'map':0.5,'ndcg%20':0.25},\
            'standardErrors':{'map':0.25,'ndcg%20':0.125}},\
            {'system':'semantic','model':'mini',\
            'metrics':{'map':0.75,'ndcg%20':0.375},\
            'standardErrors':{'map':0.25,'ndcg%20':0.125}}],\
            'comparisons':[{'system':'semantic','base':'lexical','metrics':{\
            'map':{'difference':0.25,'low':0.25,'high':0.25},\
            'ndcg%20':{'difference':0.125,'low':0.125,'high':0.125}}}],\
            'bootstrap':{'seed':5,'resamples':100},'notes':['a note'],\
            'phrases':{'task':'phrases','queries':1,'systems':[\
            {'system':'hybrid','model':'mini',\
            'metrics':{'map':0.5,'ndcg%20':0.25},\
            'standardErrors':{'map':null,'ndcg%20':null}}],\
            'comparisons':[],'bootstrap':{'seed':5,'resamples':100},'notes':[]}}"""
                .replace('\'', '"'));
  }
}
