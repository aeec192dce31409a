/// Test collections and metrics: how good recommendations are. Start with [TestCollection], which
/// reads one; [Evaluator] has an index answer it; [Evaluation] says how good the answers are. A new
/// metric is a constant of [Metric], which names and computes it.
///
/// Changes nothing and decides nothing: figures only.
@NullMarked
package dev.akin.evaluate;

import org.jspecify.annotations.NullMarked;
