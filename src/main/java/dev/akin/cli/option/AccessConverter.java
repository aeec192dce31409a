package dev.akin.cli.option;

import dev.akin.paper.Holding;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An access on the command line.
final class AccessConverter implements ITypeConverter<Holding.AccessRight> {
  @Override
  public Holding.AccessRight convert(String value) {
    try {
      return Holding.AccessRight.labelled(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
