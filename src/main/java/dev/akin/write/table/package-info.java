/// Tables as CSV, JSON lines and Parquet at once. Start with [TableFiles]. Every file says what it
/// was made from ([Provenance]).
@NullMarked
package dev.akin.write.table;

import org.jspecify.annotations.NullMarked;
