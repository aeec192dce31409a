package dev.akin.index.word;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.jspecify.annotations.Nullable;

/// The languages whose words akin knows: each has one of Lucene's analyzers, which leaves out words
/// that say nothing, and cuts off endings. Texts in any other language, or in none that akin
/// identified, are analyzed as English.
///
/// They are the languages of papers that Lucene's common analyzers cover. Polish and Ukrainian need
/// dictionaries in jars of their own.
///
/// @hidden public for its own room only
public final class WordLanguages {
  /// The language of texts whose own language has no analyzer.
  public static final String USUAL = "en";

  private static final Map<String, Supplier<Analyzer>> MAKERS =
      Map.ofEntries(
          Map.entry("ar", ArabicAnalyzer::new),
          Map.entry("cs", CzechAnalyzer::new),
          Map.entry("da", DanishAnalyzer::new),
          Map.entry("de", GermanAnalyzer::new),
          Map.entry(USUAL, EnglishAnalyzer::new),
          Map.entry("es", SpanishAnalyzer::new),
          Map.entry("fi", FinnishAnalyzer::new),
          Map.entry("fr", FrenchAnalyzer::new),
          Map.entry("hu", HungarianAnalyzer::new),
          Map.entry("id", IndonesianAnalyzer::new),
          Map.entry("it", ItalianAnalyzer::new),
          Map.entry("ja", CJKAnalyzer::new),
          Map.entry("ko", CJKAnalyzer::new),
          Map.entry("nl", DutchAnalyzer::new),
          Map.entry("no", NorwegianAnalyzer::new),
          Map.entry("pt", PortugueseAnalyzer::new),
          Map.entry("ru", RussianAnalyzer::new),
          Map.entry("sv", SwedishAnalyzer::new),
          Map.entry("tr", TurkishAnalyzer::new),
          Map.entry("zh", CJKAnalyzer::new));

  private static final Map<String, Analyzer> MADE = new ConcurrentHashMap<>();

  private WordLanguages() {}

  /// The language that the words of a text are analyzed in.
  ///
  /// @param language an ISO 639-1 code; absent if unknown
  public static String of(@Nullable String language) {
    String code = language == null ? USUAL : FilterName.of(language);
    return MAKERS.containsKey(code) ? code : USUAL;
  }

  /// All these languages, the usual one first.
  public static List<String> codes() {
    return MAKERS.keySet().stream()
        .sorted(
            Comparator.comparing((String code) -> !code.equals(USUAL)).thenComparing(code -> code))
        .toList();
  }

  /// The words that the analyzer of a language leaves out; none if it has no analyzer of its own,
  /// or one for several languages.
  public static Set<String> stopWords(String code) {
    if (!of(code).equals(code)) {
      return Set.of();
    }
    Set<?> words =
        switch (analyzer(code)) {
          case CJKAnalyzer _ -> Set.of();
          case DutchAnalyzer _ -> DutchAnalyzer.getDefaultStopSet();
          case StopwordAnalyzerBase analyzer -> analyzer.getStopwordSet();
          default -> Set.of();
        };
    return words.stream()
        .map(word -> new String((char[]) word))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The analyzer of one of these languages.
  public static Analyzer analyzer(String code) {
    Supplier<Analyzer> maker = MAKERS.get(code);
    if (maker == null) {
      throw new IllegalArgumentException("no analyzer for the language " + code);
    }
    return MADE.computeIfAbsent(code, _ -> maker.get());
  }
}
