package dev.akin.language;

import dev.akin.base.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/// Identifies the language of a text, with Apache OpenNLP's model of 103 languages.
///
/// The model is loaded from the class path by the first call (half a second, 45 MB of heap). Safe
/// for use by many threads; the same text always gets the same answer.
public final class Languages {
  /// How many characters are read. More of them hardly change the answer, but double the time.
  private static final int MAX_CHARACTERS = 500;

  /// How many letters in words a text must have; a shorter one is not identified.
  private static final int MIN_LETTERS = 24;

  /// How many letters one ideograph counts for.
  private static final int LETTERS_PER_IDEOGRAPH = 3;

  /// How many times likelier than English another language must be. At 1, 9 % of the English titles
  /// in a sample of 5,000 are taken for Latin and other languages. At 2, none is, and hardly fewer
  /// French titles are found.
  private static final double TIMES_LIKELIER = 2;

  /// A piece of text without words, or a word (group 1).
  private static final Pattern WORDS =
      Pattern.compile("\\\\[A-Za-z]+|https?:\\S+|([\\p{L}\\p{M}]{3,})");

  /// Two-letter codes for those of the model for which the JDK has none, or an outdated one.
  private static final Map<String, String> OTHER_CODES =
      Map.of(
          "cmn", "zh", "nob", "no", "nno", "no", "pes", "fa", "ekk", "et", "lvs", "lv", "plt", "mg",
          "heb", "he", "ind", "id");

  private Languages() {}

  /// The ISO 639-1 code (`en`, `fr`, `zh`) of the language of a title and abstract; `no` for both
  /// kinds of Norwegian.
  ///
  /// Null if the language cannot be identified: the text has too few words, or is mostly formulas
  /// or numbers, or its language has no such code or is not clearly likelier than English.
  public static @Nullable String identify(String text) {
    String start = start(text);
    if (!isProse(start)) {
      return null;
    }
    Language[] likeliest = new LanguageDetectorME(Loaded.MODEL).predictLanguages(start);
    String code = Loaded.CODES.get(likeliest[0].getLang());
    double english = confidence(likeliest, "eng");
    boolean certain = "en".equals(code) || likeliest[0].getConfidence() >= TIMES_LIKELIER * english;
    return certain ? code : null;
  }

  private static String start(String text) {
    if (text.length() <= MAX_CHARACTERS) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1));
    return text.substring(0, splits ? MAX_CHARACTERS - 1 : MAX_CHARACTERS);
  }

  /// Whether a text has enough words, in number and in share.
  private static boolean isProse(String text) {
    int letters = 0;
    int inWords = 0;
    Matcher words = WORDS.matcher(text);
    while (words.find()) {
      String word = words.group(1);
      if (word != null) {
        inWords += word.length();
        letters += word.length() * (isIdeographic(word) ? LETTERS_PER_IDEOGRAPH : 1);
      }
    }
    long marks = text.chars().filter(c -> !Character.isWhitespace(c)).count();
    return letters >= MIN_LETTERS && 2L * inWords >= marks;
  }

  private static boolean isIdeographic(String word) {
    return word.codePoints().anyMatch(Character::isIdeographic);
  }

  private static double confidence(Language[] languages, String code) {
    return Arrays.stream(languages)
        .filter(language -> language.getLang().equals(code))
        .mapToDouble(Language::getConfidence)
        .findFirst()
        .orElse(0);
  }

  /// Loaded by the first call.
  private static final class Loaded {
    static final LanguageDetectorModel MODEL = model();

    /// The two-letter codes of the model's languages that have one, by their three-letter codes.
    static final Map<String, String> CODES = codes();

    private static LanguageDetectorModel model() {
      String name = "/langdetect-183.bin";
      try (InputStream model = Resources.open(LanguageDetectorModel.class, name)) {
        return new LanguageDetectorModel(model);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name + " from the class path", e);
      }
    }

    private static Map<String, String> codes() {
      Map<String, String> all = new HashMap<>();
      for (String code : Locale.getISOLanguages()) {
        all.put(Locale.of(code).getISO3Language(), code);
      }
      all.putAll(OTHER_CODES);
      Map<String, String> known = new HashMap<>();
      for (String code : new LanguageDetectorME(MODEL).getSupportedLanguages()) {
        String two = all.get(code);
        if (two != null) {
          known.put(code, two);
        }
      }
      return Map.copyOf(known);
    }
  }
}
