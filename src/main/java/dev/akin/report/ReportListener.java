package dev.akin.report;

/// Hears how a report goes on. Its methods may be called by several threads, one at a time for each
/// step.
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
