package dev.akin.faults;

/// Something that goes wrong on purpose.
public interface Fault {
  /// Its name in the catalogue, such as `R12`.
  String id();

  /// What is done.
  String injected();

  /// What must come of it.
  String required();

  /// Does it.
  Outcome run(Setting setting) throws Exception;
}
