package dev.akin.write.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.ask.TypedQuery;
import dev.akin.ask.YearRange;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.recommend.understand.Understood;
import dev.akin.write.text.Messages;
import dev.akin.write.text.UnderstoodText;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnderstoodTextTest {
  private static final UnderstoodText TEXT = new UnderstoodText(Messages.ENGLISH);

  private static Understood person(String typed, String words) {
    return new Understood(
        Understood.As.PERSON,
        TypedQuery.read(typed),
        false,
        List.of("Ada Roe", "A. Roe"),
        words,
        YearRange.of(2019),
        null,
        ReadAs.PHRASE);
  }

  @Test
  void saysWhosePapersTheseAre() {
    assertThat(TEXT.of(person("roe 2019", "")))
        .isEqualTo("Papers by Ada Roe, A. Roe of 2019, the newest first.");
    assertThat(TEXT.of(person("roe bees category:x -\"red bees\"", "bees")))
        .isEqualTo(
            "Papers by Ada Roe, A. Roe of 2019 in x without “red bees”, closest to “bees”"
                + " first.");
  }

  @Test
  void saysNothingOfAPlainPhrase() {
    Understood phrase =
        new Understood(
            Understood.As.PHRASE,
            TypedQuery.read("bees"),
            false,
            List.of(),
            "bees",
            null,
            null,
            null);
    assertThat(TEXT.of(phrase)).isNull();
  }

  @Test
  void jsonHasOnlyWhatWasTyped() {
    assertThat(UnderstoodJson.of(person("roe bees category:x", "bees")))
        .hasToString(
            "{\"as\":\"person\",\"persons\":[\"Ada Roe\",\"A. Roe\"],\"words\":\"bees\","
                + "\"years\":\"2019\",\"categories\":[\"x\"],\"other\":\"phrase\"}");
  }
}
