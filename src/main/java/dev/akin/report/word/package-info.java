/// Words and phrases that name a topic. Start with [TopicLabels].
///
/// Which words say little stands in `stop-words.txt` and `plain-words.txt` beside these classes.
@NullMarked
package dev.akin.report.word;

import org.jspecify.annotations.NullMarked;
