/// The process around a command: signals, and the log of libraries. Start with [StopSignal].
@NullMarked
package dev.akin.cli.process;

import org.jspecify.annotations.NullMarked;
