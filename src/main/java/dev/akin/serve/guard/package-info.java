/// Protection against misuse: keys, rates, limits, slow clients, headers. Start with
/// [AccessControl] and [Limits].
@NullMarked
package dev.akin.serve.guard;

import org.jspecify.annotations.NullMarked;
