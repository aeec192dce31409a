package dev.akin.faults;

import dev.akin.Temporary;
import dev.akin.faults.job.JobFaults;
import dev.akin.faults.service.ServiceFaults;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// Brings about one fault after the other and prints a line for each.
///
/// Usage: Faults HOME SAMPLE_INDEX SEED [--full] [job|service|ID…]
final class Faults {
  private final List<String> arguments;

  private Faults(List<String> arguments) {
    this.arguments = arguments;
  }

  /// Ends with 1 if a fault was not survived.
  public static void main(String[] arguments) throws IOException {
    System.exit(new Faults(List.of(arguments)).run() ? 0 : 1);
  }

  private boolean run() throws IOException {
    long seed = Long.parseLong(arguments.get(2));
    System.out.printf(
        "seed %d, load %s%n%n", seed, Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    print("id", "", "hits", "what was done", "what must come of it", "what came of it");
    boolean survived = true;
    for (Fault fault : chosen()) {
      survived &= report(fault, outcome(fault, seed));
    }
    return survived;
  }

  private List<Fault> chosen() {
    List<String> chosen = arguments.stream().skip(3).filter(each -> !each.startsWith("-")).toList();
    return Stream.concat(
            chosen(chosen, "job", JobFaults.ALL), chosen(chosen, "service", ServiceFaults.ALL))
        .toList();
  }

  private static Stream<Fault> chosen(List<String> chosen, String group, List<Fault> faults) {
    return faults.stream()
        .filter(fault -> chosen.isEmpty() || chosen.contains(group) || chosen.contains(fault.id()));
  }

  private Outcome outcome(Fault fault, long seed) throws IOException {
    Path folder = Files.createTempDirectory("akin-fault-" + fault.id() + "-");
    try {
      return fault.run(
          new Setting(
              Path.of(arguments.get(0)),
              folder,
              Path.of(arguments.get(1)),
              arguments.contains("--full"),
              new Random(seed)));
    } catch (Exception e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return new Outcome.Seen(false, 0, trace.toString());
    } finally {
      Temporary.delete(folder);
    }
  }

  private static boolean report(Fault fault, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Seen seen -> {
        String verdict = seen.survived() ? "ok" : "FAILED";
        String hits = Long.toString(seen.hits());
        print(fault.id(), verdict, hits, fault.injected(), fault.required(), seen.figure());
        yield seen.survived();
      }
      case Outcome.Skipped skipped -> {
        String why = "not possible here: " + skipped.why();
        print(fault.id(), "skipped", "-", fault.injected(), fault.required(), why);
        yield true;
      }
    };
  }

  private static void print(String... cells) {
    System.out.printf(Locale.ROOT, "%-4s %-7s %7s  %s | %s | %s%n", (Object[]) cells);
    System.out.flush();
  }
}
