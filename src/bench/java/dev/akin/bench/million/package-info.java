/// How an index of a million papers is written, searched, changed and cared for. The papers are
/// real ones and mixtures of real ones ([dev.akin.bench.million.MadeCorpus]); nothing is embedded.
/// Begin with [dev.akin.bench.million.MillionBench].
@NullMarked
package dev.akin.bench.million;

import org.jspecify.annotations.NullMarked;
