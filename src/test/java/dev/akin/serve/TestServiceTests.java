package dev.akin.serve;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Tests that ask a [TestService], which is started once for each class.
public abstract class TestServiceTests {
  protected static TestService service;

  @BeforeAll
  static void start(@TempDir Path folder) {
    service = TestService.start(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }
}
