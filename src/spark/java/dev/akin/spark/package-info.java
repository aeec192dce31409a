/// The job of `akin embed` on an Apache Spark cluster. Start with [SparkEmbed]. Nothing else of
/// akin knows this package, and it is built with the profile `spark` and by `scripts/spark` only.
@NullMarked
package dev.akin.spark;

import org.jspecify.annotations.NullMarked;
