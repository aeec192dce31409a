/// What whoever runs the service sees: health, metrics, the access log, and whether a newer commit
/// was taken up. Start with [Health].
@NullMarked
package dev.akin.serve.monitor;

import org.jspecify.annotations.NullMarked;
