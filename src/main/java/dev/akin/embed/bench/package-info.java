/// How fast the graphs of a model embed on this machine, measured in turns. Start with
/// [GraphBench].
///
/// Must never print: `cli` does.
@NullMarked
package dev.akin.embed.bench;

import org.jspecify.annotations.NullMarked;
