/// Tables as CSV, JSON lines and Parquet at once, and as sheets of a workbook. Start with
/// [TableFolder], whose tables are [TableFiles]. [Provenance] says what they were made from.
@NullMarked
package dev.akin.write.table;

import org.jspecify.annotations.NullMarked;
