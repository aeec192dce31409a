package dev.akin.embed;

/// How a text is put before a model, such as `{title} {abstract}` or `query: {text}`.
///
/// @param pattern text with the places `{title}`, `{abstract}` and `{text}`
record TextTemplate(String pattern) {
  /// A paper's text, empty if it has neither title nor abstract; white space that an empty one
  /// leaves at the ends is cut.
  String document(String title, String abstractText) {
    if (title.isBlank() && abstractText.isBlank()) {
      return "";
    }
    // One pass, so that a title that says "{abstract}" stays what it is.
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (from < pattern.length()) {
      if (pattern.startsWith("{title}", from)) {
        text.append(title);
        from += "{title}".length();
      } else if (pattern.startsWith("{abstract}", from)) {
        text.append(abstractText);
        from += "{abstract}".length();
      } else {
        text.append(pattern.charAt(from++));
      }
    }
    return text.toString().strip();
  }

  /// A phrase that somebody searches for.
  String phrase(String phrase) {
    int place = pattern.indexOf("{text}");
    return pattern.substring(0, place) + phrase + pattern.substring(place + "{text}".length());
  }
}
