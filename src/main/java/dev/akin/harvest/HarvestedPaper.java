package dev.akin.harvest;

import dev.akin.paper.Paper;
import dev.akin.read.PaperOrigin;

/// A paper and where it was found, for messages about it.
///
/// @param origin the page, and the place of its record there
public record HarvestedPaper(Paper paper, PaperOrigin origin) {}
