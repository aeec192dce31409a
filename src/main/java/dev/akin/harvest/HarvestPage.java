package dev.akin.harvest;

import dev.akin.paper.PaperId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server answered to one request.
///
/// @param papers in the order of the page
/// @param deleted the ids of papers that the server has no longer
/// @param token to go on with behind this page, absent on the last one
/// @param responseDate the server's clock when it answered, as it wrote it; empty if it did not
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
