/// Offline similarity reports: what an index holds, as files that open anywhere. Start with
/// [dev.akin.report.SimilarityReport].
@NullMarked
package dev.akin.report;

import org.jspecify.annotations.NullMarked;
