package dev.akin.cli.option;

import dev.akin.paper.PublicationDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A date on the command line.
final class DateConverter implements ITypeConverter<PublicationDate> {
  @Override
  public PublicationDate convert(String value) {
    try {
      return PublicationDate.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
