package dev.akin.faults.service;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.time.Duration;

/// Too little memory for all the answers that wait to be read.
final class LittleMemory implements Fault {
  private static final int READERS = 200;

  @Override
  public String id() {
    return "R13";
  }

  @Override
  public String injected() {
    return "128 MB of heap, 200 slow readers of answers with 200 papers";
  }

  @Override
  public String required() {
    return "goes on answering, or ends at once and says why; never a zombie that answers 500";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    ServeProcess.Start start =
        ServeProcess.of(setting, setting.sample()).with("--log", "off").where("AKIN_HEAP", "128m");
    try (ServeProcess service = start.start()) {
      Papers papers = Papers.of(service);
      Tally before = ask(service, papers, Duration.ofSeconds(3));
      SlowReaders readers =
          SlowReaders.of(READERS, service.port(), papers.related("&limit=200&explain=false"));
      Tally during = ask(service, papers, Duration.ofSeconds(setting.times(12, 60)));
      long asked = readers.asked();
      readers.close();
      Tally after = ask(service, papers, Duration.ofSeconds(3));
      boolean ended = !service.isAlive();
      boolean says = service.log().contains("OutOfMemory");
      boolean zombie = after.answersBeside(200, 429, 503) > 0 || after.answers() == 0;
      return new Outcome.Seen(
          ended ? says : !zombie && after.answers(200) > 0,
          asked,
          "answers before %s, during %s, after %s; %s"
              .formatted(
                  before,
                  during,
                  after,
                  ended
                      ? "ended with "
                          + service.awaitEnd(Duration.ofSeconds(1))
                          + (says ? ", and says why" : ", and does not say why")
                      : "alive, %d MB resident".formatted(service.residentBytes() >> 20)));
    }
  }

  private static Tally ask(ServeProcess service, Papers papers, Duration time)
      throws InterruptedException {
    return Crowd.askFor(time, 4, service.port(), papers.related("&limit=10"));
  }
}
