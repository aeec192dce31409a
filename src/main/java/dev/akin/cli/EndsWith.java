package dev.akin.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The exit codes that a command can end with, in addition to those that every command has
/// ([ExitCode#of]). Its help lists them; the tests compare them with each run of a command.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface EndsWith {
  /// The codes, in any order.
  ExitCode[] value();
}
