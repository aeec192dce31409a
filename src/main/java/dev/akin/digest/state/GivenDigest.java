package dev.akin.digest.state;

import dev.akin.digest.page.RenderedDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A digest that is given to its reader: written, printed or sent. It names no recipient.
///
/// @param messageId without angle brackets; a second copy of a message has the same
/// @param time when it was made, in whole seconds
/// @param day the same in the reader's time zone
/// @param open the first day of which it leaves papers to the next digest; absent if it leaves none
/// @param papers the ids of all papers, and of their versions
///
/// @hidden public for its own room only
public record GivenDigest(
    String messageId,
    Instant time,
    LocalDate day,
    @Nullable LocalDate open,
    List<String> papers,
    RenderedDigest pages) {
  public GivenDigest {
    papers = List.copyOf(papers);
  }
}
