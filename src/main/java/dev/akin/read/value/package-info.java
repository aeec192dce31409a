/// Reads names of people, dates, keywords and ids as people and databases write them. One rule for
/// all formats and for harvests.
///
/// Start with [PersonNames] and [LooseDate]; [Placeholder] recognizes what stands for no value.
/// Every class takes a text and returns a value; none of them knows a format.
@NullMarked
package dev.akin.read.value;

import org.jspecify.annotations.NullMarked;
