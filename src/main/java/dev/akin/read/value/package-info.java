/// Names of people, dates, keywords and ids, as people and databases write them, to what a paper
/// holds. One rule for all formats, also for harvests.
///
/// Start with [PersonNames] and [LooseDate]. Every class takes a text and returns a value; none of
/// them knows a format.
@NullMarked
package dev.akin.read.value;

import org.jspecify.annotations.NullMarked;
