package dev.akin.read.value;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the language that a source names: `pt_BR`, `en-US`, `por`, `ger`, `English`.
public final class LanguageTag {
  private static final Pattern END = Pattern.compile("[-_;,.@ ].*");

  /// By codes of three letters and English names, in lower case.
  private static final Map<String, String> CODES = codes();

  private LanguageTag() {}

  /// The ISO 639-1 code; the tag in lower case if it has none, and empty if there is no tag.
  public static String code(String tag) {
    String language = END.matcher(tag.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return CODES.getOrDefault(language, language);
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale locale = Locale.of(code);
      codes.put(locale.getISO3Language(), code);
      codes.put(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    }
    // The codes of libraries, where they are others.
    String others =
        "alb=sq arm=hy baq=eu bur=my chi=zh cze=cs dut=nl fre=fr geo=ka ger=de gre=el ice=is"
            + " mac=mk mao=mi may=ms per=fa rum=ro slo=sk tib=bo wel=cy heb=he ind=id yid=yi";
    for (String other : others.split(" ", -1)) {
      codes.put(other.substring(0, 3), other.substring(4));
    }
    return Map.copyOf(codes);
  }
}
