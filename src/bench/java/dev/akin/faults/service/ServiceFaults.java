package dev.akin.faults.service;

import dev.akin.faults.Fault;
import java.util.List;

/// What the service has to survive.
public final class ServiceFaults {
  /// In the order in which they are brought about.
  public static final List<Fault> ALL =
      List.of(
          new Signals(),
          new LittleMemory(),
          new SlowReading(),
          new SlowSending(),
          new LongTexts(),
          new Switching(),
          new TruncatedFile(),
          new FullDisk(),
          new Traversal(),
          new OutboundConnections(),
          new ClockJumps(),
          new KeyGuessing());

  private ServiceFaults() {}
}
