package dev.akin.digest.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/// A tiny mail server on this machine. It answers commands as it is told, and keeps what it got.
public final class SmtpServer implements AutoCloseable {
  /// The end of the connection in place of an answer.
  public static final String CUT = "cut";

  /// No answer at all.
  public static final String SILENCE = "silence";

  private static final Map<String, String> USUAL =
      Map.of(
          "greeting", "220 test",
          "EHLO", "250-test\r\n250 8BITMIME",
          "MAIL", "250 ok",
          "RCPT", "250 ok",
          "DATA", "354 go on",
          "message", "250 taken",
          "AUTH", "334 ",
          "credentials", "235 welcome",
          "QUIT", "221 bye");

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final CountDownLatch silent = new CountDownLatch(1);

  private SmtpServer(ServerSocket socket, Map<String, String> answers) {
    this.socket = socket;
    this.answers = answers;
  }

  /// Starts a server.
  ///
  /// @param answers by the first word of a command, where they are not the usual ones
  public static SmtpServer start(Map<String, String> answers) throws IOException {
    return start(ServerSocketFactory.getDefault(), answers);
  }

  static SmtpServer start(ServerSocketFactory sockets, Map<String, String> answers)
      throws IOException {
    SmtpServer server =
        new SmtpServer(
            sockets.createServerSocket(0, 10, InetAddress.getLoopbackAddress()), answers);
    Thread.ofVirtual().start(server::listen);
    return server;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// Its address for `--smtp`.
  public String address() {
    return "smtp://127.0.0.1:" + port();
  }

  /// What clients said, without the messages.
  public List<String> commands() {
    return commands;
  }

  /// The messages, each as it came, without the final dot.
  public List<String> messages() {
    return messages;
  }

  /// Waits until a client waits in vain.
  public void awaitSilence() throws InterruptedException {
    silent.await();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        OutputStream out = client.getOutputStream();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
      boolean going = answer("greeting", out);
      for (String line = going ? in.readLine() : null; line != null; line = in.readLine()) {
        commands.add(line);
        String word = line.split(" ", 2)[0];
        if (!answer(word, out)) {
          return;
        }
        if (word.equals("AUTH")) {
          if (line.equals("AUTH LOGIN")) {
            commands.add(String.valueOf(in.readLine()));
            answer("AUTH", out);
          }
          commands.add(String.valueOf(in.readLine()));
          answer("credentials", out);
        }
        if (word.equals("DATA") && answerOf("DATA").startsWith("354")) {
          String message = message(in);
          if (message == null) {
            return;
          }
          messages.add(message);
          if (!answer("message", out)) {
            return;
          }
        }
      }
    } catch (IOException | InterruptedException e) {
      // The client is gone.
    }
  }

  private static @Nullable String message(BufferedReader in) throws IOException {
    StringBuilder message = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        return message.toString();
      }
      message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return null;
  }

  private String answerOf(String word) {
    return answers.getOrDefault(word, USUAL.getOrDefault(word, "502 what?"));
  }

  /// @return whether the connection goes on
  private boolean answer(String word, OutputStream out) throws IOException, InterruptedException {
    String answer = answerOf(word);
    if (answer.equals(CUT)) {
      return false;
    }
    if (answer.equals(SILENCE)) {
      silent.countDown();
      Thread.sleep(Long.MAX_VALUE);
    }
    out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return !answer.startsWith("421");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
