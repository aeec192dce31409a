/// Measurements, each a plain program that prints what it saw beside what it should be. Run by
/// `scripts/bench`.
@NullMarked
package dev.akin.bench;

import org.jspecify.annotations.NullMarked;
