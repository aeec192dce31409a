package dev.akin.cli.help;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The exit codes that a command can end with, in addition to those that every command has
/// ([ExitCode#of]). Its help lists them; the tests compare them with each run of a command.
///
/// @hidden public for its own room only
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface EndsWith {
  /// The codes, in any order.
  ExitCode[] value();
}
