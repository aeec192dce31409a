/// Offline similarity reports: what is in an index, as files that open anywhere. Start with
/// [SimilarityReport], which writes all files; [ReportMap] is what a service shows of them.
///
/// - `report.corpus`: the papers as rows, and the graph of their neighbors
/// - `report.topic`: topics, which are groups of similar papers, and their files
/// - `report.word`: the words that name a topic
/// - `report.map`: the map, in which every paper is a point
/// - `report.duplicate`: papers that are the same work
/// - `report.data`: what pages know of every paper, stored once
/// - `report.paper`: the pages of papers
/// - `report.graph`: the graph of neighbors for other programs
/// - `report.compare`: what changed since an earlier report
/// - `report.judge`: akin's lists beside those of another system, to be judged
/// - `report.page`: what all pages share
///
/// The same index and options give the same bytes. A report gets a snapshot and a recommender; it
/// never opens an index itself.
@NullMarked
package dev.akin.report;

import org.jspecify.annotations.NullMarked;
