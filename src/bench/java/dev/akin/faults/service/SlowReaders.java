package dev.akin.faults.service;

import dev.akin.serve.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Clients that ask for much and take a byte a second of it; whoever is thrown out comes back.
final class SlowReaders implements AutoCloseable {
  private static final int RECEIVE_BYTES = 4096;

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong asked = new AtomicLong();
  private volatile boolean over;

  static SlowReaders of(int clients, int port, Supplier<String> requests) {
    SlowReaders readers = new SlowReaders();
    for (int i = 0; i < clients; i++) {
      readers.threads.add(Thread.ofPlatform().daemon().start(() -> readers.read(port, requests)));
    }
    return readers;
  }

  long asked() {
    return asked.get();
  }

  private void read(int port, Supplier<String> requests) {
    while (!over) {
      try (Wire wire = Wire.to(port, RECEIVE_BYTES)) {
        wire.write(requests.get().repeat(8));
        asked.incrementAndGet();
        while (!over && wire.skip(1) > 0) {
          Thread.sleep(Duration.ofSeconds(1));
        }
      } catch (IOException e) {
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      over = true;
    }
  }

  @Override
  public void close() {
    over = true;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofSeconds(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
