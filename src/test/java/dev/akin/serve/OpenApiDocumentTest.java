package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.akin.base.Resources;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document is valid in itself.
class OpenApiDocumentTest {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("$ref type enum const default description examples format pattern minimum maximum"
                  + " exclusiveMinimum minItems maxItems items properties required"
                  + " additionalProperties anyOf oneOf")
              .split(" ", -1));

  private static final OpenApiDocument DOCUMENT =
      new OpenApiDocument(
          JsonMapper.shared().readTree(Resources.bytes(DocRoutes.class, "openapi.json")));

  @Test
  void refersToNothingThatIsNotThere() {
    for (Map.Entry<String, JsonNode> each : DOCUMENT.places().entrySet()) {
      assertThatCode(() -> DOCUMENT.followed(each.getValue()))
          .as(each.getKey())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void hasNothingThatIsNotReferredTo() {
    String all = DOCUMENT.root().toString();
    for (Map.Entry<String, JsonNode> kind : DOCUMENT.root().path("components").properties()) {
      if (!kind.getKey().equals("securitySchemes")) {
        for (String name : kind.getValue().propertyNames()) {
          assertThat(all).contains("\"#/components/" + kind.getKey() + "/" + name + "\"");
        }
      }
    }
  }

  @Test
  void hasValidSchemas() {
    Map<String, JsonNode> schemas = DOCUMENT.schemas();
    assertThat(schemas).hasSizeGreaterThan(100);
    schemas.forEach(
        (at, schema) -> {
          assertThat(OpenApiDocument.faultsOf(schema)).as(at).isEmpty();
          assertThat(schema.propertyNames()).as(at).allMatch(KEYWORDS::contains);
        });
  }

  @Test
  void hasExamplesThatAreAsDescribed() {
    int examples = 0;
    for (Map.Entry<String, JsonNode> place : DOCUMENT.places().entrySet()) {
      if (place.getValue().has("schema")) {
        JsonNode schema = place.getValue().path("schema");
        for (JsonNode example : OpenApiDocument.examples(place.getValue()).toList()) {
          assertThat(DOCUMENT.faults(schema, example)).as(place.getKey()).isEmpty();
          examples++;
        }
      }
    }
    assertThat(examples).isGreaterThan(25);
  }

  @Test
  void describesOperationsOnceEach() {
    Set<String> ids = new HashSet<>();
    DOCUMENT
        .operations()
        .forEach(
            (name, operation) -> {
              assertThat(ids.add(operation.path("operationId").asString(""))).as(name).isTrue();
              assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
              assertThat(DOCUMENT.parameters(operation, "path").keySet())
                  .as(name)
                  .isEqualTo(name.contains("{id}") ? Set.of("id") : Set.of());
              assertThat(operation.path("responses").propertyNames())
                  .as(name)
                  .containsAnyOf("200", "204");
            });
  }
}
