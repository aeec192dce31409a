/// Tables as CSV, JSON lines and Parquet at once. Start with [TableFiles]; every file says what it
/// was made from, by its [Provenance].
@NullMarked
package dev.akin.write.table;

import org.jspecify.annotations.NullMarked;
