/// The topics of a corpus: groups of similar papers, over the years and from report to report.
/// Start with [TopicFinder]; [TopicFiles] writes them.
@NullMarked
package dev.akin.report.topic;

import org.jspecify.annotations.NullMarked;
