/// Answers and papers as people and programs take them. Start with [AnswerJson], and with
/// [ListFormat] for what is not JSON.
@NullMarked
package dev.akin.write;

import org.jspecify.annotations.NullMarked;
