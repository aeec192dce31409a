package dev.akin.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

class AkinExceptionTest {
  @Test
  void givesTheFirstLineOfTheInnermostMessage() {
    IOException inner = new IOException("the disk fell off\nat night");
    assertThat(AkinException.reason(inner)).isEqualTo("the disk fell off");
    assertThat(AkinException.reason(new UncheckedIOException("outer", inner)))
        .isEqualTo("the disk fell off");
  }

  @Test
  void passesOverACauseWithoutAMessage() {
    assertThat(AkinException.reason(new IOException("read past the end", new EOFException())))
        .isEqualTo("read past the end");
    assertThat(AkinException.reason(new IOException("read past the end", new EOFException(" "))))
        .isEqualTo("read past the end");
  }

  @Test
  void namesTheClassWhereThereIsNoMessage() {
    assertThat(AkinException.reason(new EOFException())).isEqualTo("EOFException");
    assertThat(AkinException.reason(new IOException(null, new EOFException())))
        .isEqualTo("IOException");
  }

  @Test
  void makesASentenceOfAMessageThatIsAFileOnly() {
    assertThat(AkinException.reason(new NoSuchFileException("papers.jsonl")))
        .isEqualTo("there is no papers.jsonl");
    assertThat(AkinException.reason(new UncheckedIOException(new NotDirectoryException("card"))))
        .isEqualTo("card is not a folder");
    assertThat(AkinException.reason(new FileSystemException("papers")))
        .isEqualTo("FileSystemException: papers");
    assertThat(AkinException.reason(new FileSystemException("papers", null, "disk quota exceeded")))
        .isEqualTo("papers: disk quota exceeded");
  }

  @Test
  void isPrintable() {
    assertThat(AkinException.reason(new IOException("no \u001B[2J here")))
        .isEqualTo("no \\u001B[2J here");
  }
}
