package dev.akin.cli.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The group of an option in the help, or of all options of a class.
///
/// @hidden public for its own room only
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Group {
  /// The group.
  OptionGroup value();
}
