/// Offline similarity reports: what an index holds, as files that open anywhere. Start with
/// [SimilarityReport], which makes all of them.
///
/// - `report.corpus`: the papers as rows, and who is near whom
/// - `report.topic`: communities of near papers, and their page
/// - `report.word`: the words that name a topic
/// - `report.map`: every paper a point
/// - `report.duplicate`: papers that are one work
/// - `report.paper`: the page of one paper
/// - `report.graph`: the graph for other programs
/// - `report.page`: what all pages share
///
/// The same index and options give the same bytes. Asks a snapshot and a recommender; opens no
/// index itself.
@NullMarked
package dev.akin.report;

import org.jspecify.annotations.NullMarked;
