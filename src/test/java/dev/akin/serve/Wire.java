package dev.akin.serve;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A connection that speaks HTTP/1.1 byte by byte, so that it can say what no client would. For one
/// thread; close it.
public final class Wire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket;
  private final InputStream in;

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /// An answer that ended before it was whole.
  public static final class Cut extends IOException {
    private static final long serialVersionUID = 1;

    Cut(String what, IOException cause) {
      super(what, cause);
    }
  }

  /// A whole answer.
  ///
  /// @param status of HTTP
  /// @param headers by their names in lower case
  public record Answer(int status, Map<String, String> headers, String body) {
    /// A header, empty if it is not there.
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /// Whether the server says that it closes the connection now.
    public boolean closes() {
      return header("Connection").equalsIgnoreCase("close");
    }
  }

  /// Connects to this machine.
  public static Wire to(int port) throws IOException {
    return to(port, 0);
  }

  /// Connects to this machine.
  ///
  /// @param receiveBytes how much the system takes in before it is read; 0 for its own choice
  public static Wire to(int port, int receiveBytes) throws IOException {
    Socket socket = new Socket();
    try {
      if (receiveBytes > 0) {
        socket.setReceiveBufferSize(receiveBytes);
      }
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      return new Wire(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Waits for so long for each byte, instead of 20 seconds.
  public Wire within(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    return this;
  }

  /// A plain GET.
  public static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: akin\r\n\r\n";
  }

  /// A plain POST of JSON.
  public static String post(String path, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "POST %s HTTP/1.1\r\nHost: akin\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(path, length, body);
  }

  /// Sends what is given and reads one answer.
  public Answer ask(String request) throws IOException {
    write(request);
    return read();
  }

  /// Sends bytes as they are.
  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /// Sends a text in UTF-8.
  public void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads one answer.
  ///
  /// @throws EOFException if the connection is closed before its first byte
  /// @throws SocketTimeoutException if that does not come
  /// @throws Cut if it is closed in the middle
  public Answer read() throws IOException {
    int first = firstByte();
    try {
      return rest(first);
    } catch (EOFException | SocketException | SocketTimeoutException e) {
      throw new Cut("the answer is cut", e);
    }
  }

  private int firstByte() throws IOException {
    try {
      int first = in.read();
      if (first >= 0) {
        return first;
      }
    } catch (SocketException e) {
      throw (IOException) new EOFException("reset before the answer").initCause(e);
    }
    throw new EOFException("closed before the answer");
  }

  private Answer rest(int first) throws IOException {
    String statusLine = (char) first + line();
    int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    if (status == 100) {
      return read();
    }
    return new Answer(status, headers, new String(body(status, headers), StandardCharsets.UTF_8));
  }

  private byte[] body(int status, Map<String, String> headers) throws IOException {
    String length = headers.get("content-length");
    if (status == 304 || status == 204) {
      return new byte[0];
    }
    if (length != null) {
      return exactly(Integer.parseInt(length));
    }
    return "chunked".equals(headers.get("transfer-encoding")) ? chunks() : in.readAllBytes();
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      all.write(exactly(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("%d of %d bytes".formatted(bytes.length, count));
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("in a line");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /// Reads what is there and throws it away, taking no more from the system.
  ///
  /// @param most bytes
  /// @return how many; negative at the end
  public int skip(int most) throws IOException {
    return socket.getInputStream().read(new byte[most]);
  }

  /// Whether the server has closed the connection, or does so soon.
  public boolean isClosed() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
