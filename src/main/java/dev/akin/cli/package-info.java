/// The command `akin`, the only place where everything is wired together. Start with [Akin]; each
/// verb is a class called `…Command`.
///
/// - `cli.help`: help, versions and exit codes
/// - `cli.run`: what several verbs do alike
/// - `cli.option`: options that several verbs have
/// - `cli.output`: tables, JSON and progress on a terminal
/// - `cli.process`: signals and logging
///
/// The only room that prints, and that ends the process.
@NullMarked
package dev.akin.cli;

import org.jspecify.annotations.NullMarked;
