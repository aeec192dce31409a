/// The vectors of an index as files for other programs: NumPy, JSON lines, Parquet. Start with
/// [VectorTable].
@NullMarked
package dev.akin.write.vector;

import org.jspecify.annotations.NullMarked;
