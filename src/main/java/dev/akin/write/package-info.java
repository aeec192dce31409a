/// Answers and papers as people and programs take them. Start with [AnswerJson].
@NullMarked
package dev.akin.write;

import org.jspecify.annotations.NullMarked;
