package dev.akin.report;

/// Is notified of a report's progress. An exception that it throws ends the work. Several threads
/// may call it at once.
public interface ReportListener {
  /// A step starts.
  ///
  /// @param name such as `comparing papers`
  void step(String name);

  /// Part of the current step is done.
  ///
  /// @param share the share that is done, 0 to 1
  void progress(double share);
}
