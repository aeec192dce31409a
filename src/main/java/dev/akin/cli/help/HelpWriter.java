package dev.akin.cli.help;

/// How the help of a command looks: in a terminal, or as a page of the manual.
///
/// @hidden public for its own room only
public interface HelpWriter {
  /// What the command does.
  void purpose(String text);

  /// How it is called.
  void usage(String words);

  /// Starts a section.
  void heading(String heading);

  /// A command line, never broken.
  void example(String line);

  /// A name, and what it means.
  ///
  /// @param width of the column of names, in characters
  void row(int width, String name, String text);

  /// A paragraph at the end.
  void detail(String text);
}
