package dev.akin.harvest;

import dev.akin.paper.PaperId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a harvest: the server's answer to one request.
///
/// @param papers in the order of the page
/// @param deleted the ids of papers that the server no longer has
/// @param token to ask for the page after this one; absent on the last page
/// @param responseDate the time of the answer by the server's clock, as the server wrote it; empty
///   if it wrote none
public record HarvestPage(
    List<HarvestedPaper> papers,
    List<PaperId> deleted,
    @Nullable String token,
    String responseDate) {
  public HarvestPage {
    papers = List.copyOf(papers);
    deleted = List.copyOf(deleted);
  }
}
