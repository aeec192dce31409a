package dev.akin.serve;

import dev.akin.serve.guard.SecurityHeaders;
import dev.akin.serve.page.ProblemJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Answers errors of Jetty, such as a header that is too long, in the same form as other errors.
final class JettyErrors extends ErrorHandler {
  /// Requests of all methods get an error with a body.
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    String path = String.valueOf(request.getHttpURI().getPath());
    ProblemJson problem = new ProblemJson(code, HttpStatus.getMessage(code), null, path);
    byte[] body = problem.toString().getBytes(StandardCharsets.UTF_8);
    SecurityHeaders.forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemJson.CONTENT_TYPE);
    if (HttpStatus.isClientError(code)) {
      // It was not a valid request, so it is unknown where the next one begins.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    if (code == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
