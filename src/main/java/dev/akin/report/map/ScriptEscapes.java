package dev.akin.report.map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.util.JsonpCharacterEscapes;

/// Writes JSON so that no text in it can end the script element it stands in: `<` as an escape, and
/// so are the two line ends that JavaScript has beside those of JSON.
final class ScriptEscapes extends JsonpCharacterEscapes {
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
