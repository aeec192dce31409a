package dev.akin.report;

/// Hears how a report goes on. What it throws ends the work. Several threads may tell it at once.
public interface ReportListener {
  /// A step begins.
  ///
  /// @param name such as `comparing all papers`
  void step(String name);

  /// How far the step is.
  ///
  /// @param share 0 to 1
  void progress(double share);
}
