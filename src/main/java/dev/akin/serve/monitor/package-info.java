/// Watching the service: health, metrics, the access log, and newer commits of the index. Start
/// with [Health].
@NullMarked
package dev.akin.serve.monitor;

import org.jspecify.annotations.NullMarked;
