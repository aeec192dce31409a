package dev.akin.cli.option;

import dev.akin.digest.list.Since;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// From when on papers are new, on the command line.
final class SinceConverter implements ITypeConverter<Since> {
  @Override
  public Since convert(String value) {
    try {
      return Since.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
