package dev.akin.language;

import dev.akin.base.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;

/// Says which words of an English sentence are nouns, adjectives and so on, with Apache OpenNLP's
/// model of the English Web Treebank.
///
/// The model is loaded from the class path by the first object (0.3 s). For one thread; the same
/// words always get the same answer.
public final class WordClasses {
  /// The class of a word in a sentence.
  public enum WordClass {
    NOUN,
    /// A name, which is a noun too.
    NAME,
    ADJECTIVE,
    VERB,
    PREPOSITION,
    NUMBER,
    OTHER
  }

  private final POSTaggerME tagger = new POSTaggerME(Loaded.MODEL, POSTagFormat.UD);

  /// The class of each word.
  ///
  /// @param words of a sentence or a part of one; punctuation marks and the parts of a word with
  ///   hyphens are words of their own
  public List<WordClass> of(List<String> words) {
    return Arrays.stream(tagger.tag(words.toArray(String[]::new))).map(WordClasses::named).toList();
  }

  private static WordClass named(String tag) {
    return switch (tag) {
      case "NOUN" -> WordClass.NOUN;
      case "PROPN" -> WordClass.NAME;
      case "ADJ" -> WordClass.ADJECTIVE;
      case "VERB", "AUX" -> WordClass.VERB;
      case "ADP" -> WordClass.PREPOSITION;
      case "NUM" -> WordClass.NUMBER;
      default -> WordClass.OTHER;
    };
  }

  /// Loaded by the first object.
  private static final class Loaded {
    static final POSModel MODEL = model();

    private static POSModel model() {
      String name = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
      try (InputStream model = Resources.open(POSModel.class, name)) {
        return new POSModel(model);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name + " from the class path", e);
      }
    }
  }
}
