/// The command `akin`, the only place where things are wired together. Start with [Akin].
@NullMarked
package dev.akin.cli;

import org.jspecify.annotations.NullMarked;
