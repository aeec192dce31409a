package dev.akin.report.page;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.util.JsonpCharacterEscapes;

/// Escapes for JSON inside a script element: `<`, so that no text can end the element, and the two
/// characters that are line ends in JavaScript but not in JSON.
///
/// @hidden public for its own room only
public final class ScriptEscapes extends JsonpCharacterEscapes {
  private static final long serialVersionUID = 1;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = super.getEscapeCodesForAscii().clone();
    codes['<'] = ESCAPE_CUSTOM;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int letter) {
    return letter == '<' ? new SerializedString("\\u003c") : super.getEscapeSequence(letter);
  }
}
