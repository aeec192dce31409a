package dev.akin.faults.service;

import dev.akin.faults.Commands;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.serve.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Everything that the service can do, looked at from below: does it talk to anybody?
final class OutboundConnections implements Fault {
  private static final List<String> PATHS =
      List.of(
          "/",
          "/livez",
          "/readyz",
          "/metrics",
          "/v1/info",
          "/v1/papers",
          "/?q=data+models",
          "/v1/search?q=relational+data",
          "/v1/related?text=a+relational+model+of+data",
          "/v1/related?text=http://127.0.0.1:9/x",
          "/v1/paper?id=http://192.0.2.1/",
          "/v1/papers?format=atom",
          "/v1/papers?format=bibtex",
          "/v1/papers?format=csv",
          "/paper?id=file:///etc/passwd",
          "/openapi.json",
          "/docs");

  @Override
  public String id() {
    return "R39";
  }

  @Override
  public String injected() {
    return "start, texts, addresses in place of ids, every route, stop";
  }

  @Override
  public String required() {
    return "no connection to any other machine";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    if (!Commands.trace()) {
      return Outcome.NO_TRACE;
    }
    Trace trace = Trace.in(setting);
    ServeProcess.Start start =
        ServeProcess.of(setting, setting.sample()).under(trace.command("connect,sendto"));
    Tally tally = new Tally();
    try (ServeProcess service = start.with("--log", "off").start();
        Wire wire = Wire.to(service.port())) {
      List<String> requests = new ArrayList<>(PATHS.stream().map(Wire::get).toList());
      for (String id : Papers.of(service, 20).ids()) {
        requests.add(Wire.get("/v1/papers/" + id + "/related?explain=true"));
        requests.add(Wire.get("/paper?id=" + id));
      }
      requests.add(Wire.post("/v1/related", "{\"positives\":[{\"text\":\"https://192.0.2.1/\"}]}"));
      for (String request : requests) {
        tally.answered(wire.ask(request).status(), 0);
      }
      Thread.sleep(Duration.ofMillis(200));
    }
    List<String> calls = trace.news().stream().filter(line -> line.contains("sa_family")).toList();
    long local = calls.stream().filter(OutboundConnections::isLocal).count();
    List<String> outbound = calls.stream().filter(line -> !isLocal(line)).toList();
    return new Outcome.Seen(
        outbound.isEmpty() && tally.answersBeside(200, 400, 404, 422) == 0,
        tally.answers(),
        "answers %s; connections to others: %d %s, to this machine: %d"
            .formatted(tally, outbound.size(), outbound, local));
  }

  private static boolean isLocal(String call) {
    return call.contains("AF_UNIX")
        || call.contains("AF_UNSPEC")
        || call.contains("AF_NETLINK")
        || call.contains("inet_addr(\"127.")
        || call.contains("\"::1\"")
        || call.contains("\"::ffff:127.");
  }
}
