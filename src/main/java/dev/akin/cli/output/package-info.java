/// What a command prints: tables for people, JSON for programs, progress while it works. Start with
/// [Console].
@NullMarked
package dev.akin.cli.output;

import org.jspecify.annotations.NullMarked;
