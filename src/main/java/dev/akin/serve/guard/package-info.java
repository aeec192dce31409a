/// Protection against misuse: keys, rates, limits, slow clients, crawlers. Start with
/// [AccessControl] and [Limits]. The headers that every response has are in [SecurityHeaders].
@NullMarked
package dev.akin.serve.guard;

import org.jspecify.annotations.NullMarked;
