package dev.akin.write.text;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The texts that akin shows to people, in one language. They are in the files
/// `messages_en.properties`, `messages_de.properties` and so on.
public final class Messages {
  /// The languages that akin speaks, the usual one first.
  public static final List<Locale> LANGUAGES =
      List.of(Locale.UK, Locale.GERMANY, Locale.FRANCE, Locale.of("es", "ES"));

  private static final Map<String, Messages> ALL =
      LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Messages::new));

  /// What the command line speaks.
  public static final Messages ENGLISH = in("en");

  private final Locale locale;
  private final ResourceBundle texts;
  private final Map<String, String> plain;

  private Messages(Locale locale) {
    this.locale = locale;
    this.texts =
        ResourceBundle.getBundle(
            "dev.akin.write.text.messages",
            Locale.of(locale.getLanguage()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.plain =
        texts.keySet().stream()
            .filter(key -> texts.getString(key).indexOf('{') < 0)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), texts::getString));
  }

  /// The texts in a language; English ones if akin does not speak it.
  ///
  /// @param language an ISO 639-1 code
  public static Messages in(String language) {
    Messages english = ALL.get(Locale.ENGLISH.getLanguage());
    return ALL.getOrDefault(language, Objects.requireNonNull(english));
  }

  /// The language and country whose forms of dates and numbers are used.
  public Locale locale() {
    return locale;
  }

  /// The ISO 639-1 code of the language.
  public String language() {
    return locale.getLanguage();
  }

  /// What a language is called, such as `French`.
  ///
  /// @param code an ISO 639-1 code
  public String languageName(String code) {
    return Locale.of(code).getDisplayLanguage(locale);
  }

  /// A number, such as `54,159`.
  public String number(int number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /// A text.
  ///
  /// @param key of the text in the files
  /// @param values for its places `{0}`, `{1}` and so on
  public String text(String key, Object... values) {
    return new MessageFormat(texts.getString(key), locale).format(values);
  }

  /// All texts without places, by key.
  public Map<String, String> plain() {
    return plain;
  }
}
