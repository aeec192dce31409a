/// What `akin` says about itself: help, versions and exit codes. Start with [HelpPage] and
/// [ExitCode]; a new exit code is a constant of [ExitCode], which says which kind of failure it
/// stands for, and [EndsWith] says which of them a command can end with.
@NullMarked
package dev.akin.cli.help;

import org.jspecify.annotations.NullMarked;
