package dev.akin.faults.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Papers for the standard input of a job, which get stuck half way: so the job cannot end before
/// they are let go.
final class HeldInput implements Command.Input {
  private final List<String> lines;
  private final CountDownLatch held = new CountDownLatch(1);

  HeldInput(Path papers) throws IOException {
    this.lines = Files.readAllLines(papers);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    int half = lines.size() / 2;
    write(lines.subList(0, half), out);
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    write(lines.subList(half, lines.size()), out);
  }

  private static void write(List<String> lines, OutputStream out) throws IOException {
    out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  void letGo() {
    held.countDown();
  }
}
