package dev.akin.cli.option;

import dev.akin.job.progress.JobSummary;
import java.text.DecimalFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How many skipped records are too many: a number, or a share of the records read.
///
/// @param count absolute, or -1 if `share` counts
/// @param share 0 to 1
///
/// @hidden public for its own room only
public record MaxErrors(long count, double share) {
  public boolean exceededBy(JobSummary summary) {
    return exceededBy(summary.refused(), summary.read());
  }

  /// Whether these are too many.
  ///
  /// @param refused records that were skipped
  /// @param read records found, with these
  public boolean exceededBy(long refused, long read) {
    return count >= 0 ? refused > count : refused > share * read;
  }

  @Override
  public String toString() {
    return count >= 0
        ? Long.toString(count)
        : new DecimalFormat("0.####").format(share * 100) + "%";
  }

  /// `100` or `2.5%`
  public static final class Converter implements ITypeConverter<MaxErrors> {
    @Override
    public MaxErrors convert(String value) {
      try {
        if (value.endsWith("%")) {
          double percent = Double.parseDouble(value.substring(0, value.length() - 1));
          if (percent >= 0 && percent <= 100) {
            return new MaxErrors(-1, percent / 100);
          }
        } else if (Long.parseLong(value) >= 0) {
          return new MaxErrors(Long.parseLong(value), 0);
        }
      } catch (NumberFormatException e) {
        // said below
      }
      throw new TypeConversionException(
          "\"" + value + "\" is neither a number such as 100 nor a share such as 10%");
    }
  }
}
