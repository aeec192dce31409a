package dev.akin.report.corpus;

import dev.akin.paper.Paper;

/// A paper and its row.
///
/// @hidden public for its own room only
public record RowPaper(int row, Paper paper) {}
