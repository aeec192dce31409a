package dev.akin.serve;

import dev.akin.base.Resources;
import dev.akin.serve.monitor.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API: an OpenAPI document, and Swagger UI to try it. Swagger UI's files
/// come from its jar on the class path, and its page connects to this service only.
///
/// @param version of akin
record DocRoutes(String version) {
  private static final String JAR = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /// Swagger UI has styles in its page, and icons as `data:`.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  void addTo(RoutesConfig routes) {
    byte[] document = document();
    byte[] page = Resources.bytes(DocRoutes.class, "docs.html");
    Routes.file(routes, "/openapi.json", "application/json", document);
    Routes.get(routes, "/docs", context -> page(context, page));
    Routes.file(
        routes,
        "/docs/docs.js",
        "text/javascript; charset=utf-8",
        Resources.bytes(DocRoutes.class, "docs.js"));
    Routes.file(
        routes,
        "/docs/docs.css",
        "text/css; charset=utf-8",
        Resources.bytes(DocRoutes.class, "docs.css"));
    swagger(routes, "swagger-ui-bundle.js", "text/javascript; charset=utf-8");
    swagger(routes, "swagger-ui.css", "text/css; charset=utf-8");
  }

  private byte[] document() {
    JsonMapper json = JsonMapper.shared();
    ObjectNode document =
        (ObjectNode) json.readTree(Resources.bytes(DocRoutes.class, "openapi.json"));
    document.withObject("/info").put("version", version);
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
  }

  private static void page(Context context, byte[] page) {
    context
        .header("Content-Security-Policy", POLICY)
        .html(new String(page, StandardCharsets.UTF_8));
  }

  /// A file of Swagger UI. It is large and changes only with akin.
  private static void swagger(RoutesConfig routes, String name, String contentType) {
    byte[] bytes =
        Resources.bytes(
            DocRoutes.class,
            "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/" + name);
    Routes.get(
        routes,
        "/docs/" + name,
        context ->
            context
                .header("Cache-Control", "private, max-age=86400")
                .contentType(contentType)
                .result(bytes));
  }

  /// The version that the jar names; its folders are named after it.
  static String swaggerVersion() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Resources.text(DocRoutes.class, JAR)));
    } catch (IOException e) {
      throw new IllegalStateException(JAR + " is on the class path", e);
    }
    return properties.getProperty("version");
  }
}
