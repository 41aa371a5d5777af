package io.marquee.proof;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.marquee.testing.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the API says of itself, and whether an answer is as it says. */
final class ApiDocument {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String BASE = "/api/v1";

    private final ObjectNode document;
    private final ObjectNode components;

    ApiDocument(String json) {
        document = (ObjectNode) new JsonMapper().readTree(json);
        components = (ObjectNode) document.path("components").deepCopy();
        components.path("schemas").forEach(ApiDocument::close);
    }

    /** One operation, and the path and method under which it stands. */
    record Operation(String method, String path, JsonNode content) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    JsonNode root() {
        return document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, content) ->
                        operations.add(new Operation(method.toUpperCase(java.util.Locale.ROOT), path, content))));
        return operations;
    }

    /** @param path below the base, without its query */
    Operation operation(String method, String path) {
        return operations().stream()
                .filter(o -> o.method().equals(method) && matches(o.path(), BASE + path))
                .min(java.util.Comparator.comparingInt(
                        o -> (int) o.path().chars().filter(c -> c == '{').count()))
                .orElseThrow(() -> new AssertionError(method + " " + path + " is not documented"));
    }

    /** @return in what the answer differs from the document */
    List<String> differences(String method, String path, Answer answer) {
        Operation operation = operation(method, path.replaceAll("\\?.*", ""));
        JsonNode responses = operation.content().path("responses");
        JsonNode response = responses.has("" + answer.status())
                ? responses.path("" + answer.status())
                : answer.status() >= 400 ? responses.path("default") : responses.path("undocumented");
        String where = operation + " " + answer.status() + ": ";
        if (response.isMissingNode()) return List.of(where + "is not documented, but " + responses.propertyNames());
        JsonNode content = response.path("content");
        if (content.isEmpty()) return answer.body().isNull() ? List.of() : List.of(where + "has a body");
        String type = answer.header("Content-Type").replaceAll(";.*", "");
        JsonNode schema = content.path(content.has(type) ? type : "*/*").path("schema");
        if (schema.isMissingNode()) return List.of(where + type + " is not documented, but " + content.propertyNames());
        return violations(schema, answer.body()).stream()
                .map(violation -> where + violation)
                .toList();
    }

    List<String> violations(JsonNode schema, JsonNode value) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", components);
        Schema compiled = SCHEMAS.getSchema(whole);
        return compiled.validate(value).stream().map(Object::toString).toList();
    }

    /** Follows the reference, if it is one. */
    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** Each reference anywhere in the document. */
    Stream<String> references() {
        return document.findValues("$ref").stream().map(JsonNode::asString);
    }

    private static boolean matches(String template, String path) {
        return path.matches(template.replaceAll("\\{[^}]*}", "[^/]+"));
    }

    /** Nothing that is not documented may be in an answer. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
