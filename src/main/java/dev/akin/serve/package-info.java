/// The HTTP service and its pages. Start with [AkinServer].
@NullMarked
package dev.akin.serve;

import org.jspecify.annotations.NullMarked;
