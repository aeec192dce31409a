/// The topics of a corpus: communities of near papers, over the years and from report to report.
/// Start with [TopicFinder]; [TopicFiles] writes them.
@NullMarked
package dev.akin.report.topic;

import org.jspecify.annotations.NullMarked;
