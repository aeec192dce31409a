package dev.akin.serve.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.base.Deadline;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.recommend.Recommender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Lines in, lines out; the tools have nothing to say.
@Timeout(60)
class McpStdioTest {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"}\n";
  private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}";

  /// A tool waits until the latch is open.
  private record Waiting(CountDownLatch open) implements McpAnswers {
    @Override
    public <T> T compute(BiFunction<Recommender, IndexSnapshot, T> answer) {
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("nothing to say");
    }

    @Override
    public <L, T> T compute(
        Function<Deadline, L> read, Function<L, BiFunction<Recommender, IndexSnapshot, T>> answer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String failed(RuntimeException failure) {
      return String.valueOf(failure.getMessage());
    }
  }

  /// @param atEnd called when all lines have been taken
  private static List<String> answers(String lines, CountDownLatch atEnd) {
    InputStream in =
        new SequenceInputStream(
            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() {
                atEnd.countDown();
                return -1;
              }

              @Override
              public int read(byte[] bytes, int from, int length) {
                return read();
              }
            });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    McpStdio.serve(McpEndpoint.of(new Waiting(atEnd), "test"), in, out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> answers(String lines) {
    return answers(lines, new CountDownLatch(1));
  }

  private static String call(int id) {
    return """
        {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"paper","arguments":{"id":"a"}}}
        """
        .formatted(id);
  }

  @Test
  void goesOnAfterALineThatIsNoMessage() {
    assertThat(answers("no message\n\n\r\n" + PING))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("\"code\":-32600"))
        .contains(PONG);
  }

  @Test
  void answersTheLastLineWithoutItsEnd() {
    assertThat(answers(PING.strip())).containsExactly(PONG);
  }

  @Test
  void refusesAMessageThatIsTooLargeByItsIdAndGoesOn() {
    String large =
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"a\":\"%s\"}}\n"
            .formatted("a".repeat(10 * McpStdio.MAX_BYTES));
    assertThat(answers(large + PING))
        .hasSize(2)
        .anySatisfy(
            line ->
                assertThat(line).contains("\"id\":7", "the message is larger than 1,048,576 bytes"))
        .contains(PONG);
  }

  @Test
  void givesNoAnswerToARequestThatIsCancelled() {
    String cancel =
        """
        {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1,"reason":"late"}}
        """;
    List<String> lines = answers(call(1) + call(2) + cancel + PING);
    assertThat(lines).hasSize(2).noneMatch(line -> line.contains("\"id\":1,"));
    assertThat(lines)
        .anyMatch(line -> line.contains("\"id\":2,") && line.contains("nothing to say"));
    assertThat(lines).contains(PONG);
  }

  @Test
  void isNotDisturbedByCancellationsOfNothing() {
    String cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"%s}\n";
    assertThat(
            answers(
                cancel.formatted("")
                    + cancel.formatted(",\"params\":5")
                    + cancel.formatted(",\"params\":{\"requestId\":{}}")
                    + PING))
        .containsExactly(PONG);
  }
}
