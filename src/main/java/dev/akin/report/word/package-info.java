/// Words and phrases that name a topic. Start with [TopicLabels].
///
/// The resources `stop-words.txt` and `general-words.txt` list words that say little about a topic.
@NullMarked
package dev.akin.report.word;

import org.jspecify.annotations.NullMarked;
