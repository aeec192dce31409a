package dev.akin.serve;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An OpenAPI document, with its references followed.
public final class OpenApiDocument {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode root;
  private final JsonNode closed;

  public OpenApiDocument(JsonNode root) {
    this.root = root;
    this.closed = closed(root.path("components").deepCopy());
  }

  JsonNode root() {
    return root;
  }

  /// What a reference refers to, or else the node itself.
  ///
  /// @throws IllegalArgumentException if there is no such thing
  JsonNode followed(JsonNode node) {
    if (!node.has("$ref")) {
      return node;
    }
    String reference = node.path("$ref").asString();
    JsonNode target = reference.startsWith("#/") ? root.at(reference.substring(1)) : root.at("/-");
    if (target.isMissingNode()) {
      throw new IllegalArgumentException("nothing is at " + reference);
    }
    return followed(target);
  }

  /// Operations by method and path, such as `GET /v1/related`.
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (!METHODS.contains(operation.getKey())) {
          throw new IllegalArgumentException(path.getKey() + " has " + operation.getKey());
        }
        operations.put(
            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
            operation.getValue());
      }
    }
    return operations;
  }

  JsonNode operation(String name) {
    JsonNode operation = operations().get(name);
    if (operation == null) {
      throw new IllegalArgumentException("there is no operation " + name);
    }
    return operation;
  }

  /// The parameters of an operation at one place, by name.
  Map<String, JsonNode> parameters(JsonNode operation, String in) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = followed(each);
      if (parameter.path("in").asString().equals(in)) {
        parameters.put(parameter.path("name").asString(), parameter);
      }
    }
    return parameters;
  }

  /// The schema that a body has to have.
  JsonNode bodySchema(String operation) {
    return followed(operation(operation).at("/requestBody/content/application~1json/schema"));
  }

  /// What an operation answers with a status.
  ///
  /// @throws IllegalArgumentException if the document does not say
  JsonNode response(String operation, int status) {
    JsonNode response = operation(operation).path("responses").path(String.valueOf(status));
    if (response.isMissingNode()) {
      throw new IllegalArgumentException(operation + " does not name " + status);
    }
    return followed(response);
  }

  /// What is wrong with an answer, where no field may be there that is not described.
  public List<String> faults(String operation, int status, String contentType, JsonNode body) {
    String mediaType = contentType.split(";", 2)[0];
    JsonNode schema = response(operation, status).path("content").path(mediaType).path("schema");
    if (schema.isMissingNode()) {
      throw new IllegalArgumentException(operation + " " + status + " does not name " + mediaType);
    }
    return faults(schema, closed, body);
  }

  /// What is wrong with an example.
  List<String> faults(JsonNode schema, JsonNode value) {
    return faults(schema, closed, value);
  }

  private static List<String> faults(JsonNode schema, JsonNode components, JsonNode value) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putArray("allOf").add(closed(schema.deepCopy()));
    whole.set("components", components);
    Schema validator = SCHEMAS.getSchema(whole);
    return validator.validate(value).stream().map(Error::toString).toList();
  }

  /// Every schema, by where it is.
  Map<String, JsonNode> schemas() {
    Map<String, JsonNode> schemas = new TreeMap<>();
    root.at("/components/schemas")
        .properties()
        .forEach(each -> schemas.put("/components/schemas/" + each.getKey(), each.getValue()));
    for (Map.Entry<String, JsonNode> each : places().entrySet()) {
      if (each.getKey().endsWith("/schema")) {
        schemas.put(each.getKey(), each.getValue());
      }
    }
    return schemas;
  }

  /// What is wrong with a schema itself.
  static List<String> faultsOf(JsonNode schema) {
    Schema meta =
        SCHEMAS.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    return meta.validate(schema).stream().map(Error::toString).toList();
  }

  /// Every object of the document by its JSON pointer.
  Map<String, JsonNode> places() {
    Map<String, JsonNode> places = new TreeMap<>();
    collect("", root, places);
    return places;
  }

  private static void collect(String at, JsonNode node, Map<String, JsonNode> places) {
    if (node.isObject()) {
      places.put(at, node);
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        String name = each.getKey().replace("~", "~0").replace("/", "~1");
        collect(at + "/" + name, each.getValue(), places);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(at + "/" + i, node.get(i), places);
      }
    }
  }

  /// Schemas that let nothing through that they do not describe. The document itself leaves that
  /// open, so that a client need not break when akin says more.
  private static JsonNode closed(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(OpenApiDocument::closed);
    return node;
  }

  /// The examples of a media type or a parameter.
  static Stream<JsonNode> examples(JsonNode described) {
    List<JsonNode> examples = new ArrayList<>();
    if (described.has("example")) {
      examples.add(described.path("example"));
    }
    described.path("examples").forEach(each -> examples.add(each.path("value")));
    return examples.stream();
  }

  static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(each -> texts.add(each.asString()));
    return texts;
  }
}
