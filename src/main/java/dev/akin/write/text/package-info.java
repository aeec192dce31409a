/// Sentences for people that several rooms show, in the languages of the pages, and what belongs to
/// their looks. Start with [Messages]; [ScoreText], [WhyText] and [NothingFound] make sentences of
/// scores, of reasons and of empty answers.
@NullMarked
package dev.akin.write.text;

import org.jspecify.annotations.NullMarked;
