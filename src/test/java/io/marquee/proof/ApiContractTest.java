package io.marquee.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.proof.ApiDocument.Operation;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Visitor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The document at {@code /api/v1/openapi.json} is sound and whole; {@link ApiJourneyTest} holds the answers against it. */
@MarqueeTest(properties = "marquee.world=proof")
class ApiContractTest {
    /** Others build on these names. */
    private static final List<String> PROMISED = """
            POST /sessions
            POST /organizations
            POST /organizations/x/events
            GET /events/x
            PATCH /events/x
            DELETE /events/x
            PUT /events/x/cover
            POST /events/x/publication
            POST /events/x/cancellation
            GET /events
            POST /events/x/ticket-types
            GET /events/x/ticket-types
            POST /events/x/holds
            DELETE /holds/x
            POST /orders
            GET /orders/x
            POST /orders/x/payments
            GET /orders/x/tickets
            POST /orders/x/refunds
            POST /events/x/check-ins
            GET /events/x/check-ins
            POST /organizations/x/imports
            """.lines().toList();

    @Autowired
    private Settings settings;

    private ApiDocument document;

    @BeforeEach
    void read_it() {
        String json = Visitor.of(settings.baseUrl()).get("/api/v1/openapi.json").body();
        document = new ApiDocument(json);
    }

    @Test
    void it_is_openapi_3_1_whose_references_lead_somewhere() {
        JsonNode root = document.root();
        assertThat(root.path("openapi").asString("")).startsWith("3.1.");
        assertThat(root.at("/info/title").asString("")).isNotBlank();
        assertThat(root.at("/info/version").asString("")).isNotBlank();
        assertThat(document.references().filter(r -> root.at(r.substring(1)).isMissingNode()))
                .isEmpty();
        Set<String> ids = new HashSet<>();
        assertThat(document.operations()).hasSizeGreaterThan(50).allSatisfy(operation -> {
            assertThat(ids.add(operation.content().path("operationId").asString("")))
                    .as(operation.toString())
                    .isTrue();
            assertThat(variables(operation)).as(operation.toString()).isEqualTo(parameters(operation));
        });
    }

    @Test
    void every_schema_is_one() {
        document.root()
                .at("/components/schemas")
                .forEachEntry((name, schema) -> assertThat(document.violations(metaSchema(), schema))
                        .as(name)
                        .isEmpty());
    }

    @Test
    void every_operation_says_what_it_does_and_answers() {
        assertThat(document.operations()).allSatisfy(operation -> {
            JsonNode content = operation.content();
            assertThat(content.path("summary").asString(""))
                    .as(operation + " summary")
                    .isNotBlank();
            assertThat(content.path("tags").size()).as(operation + " tag").isOne();
            JsonNode responses = content.path("responses");
            assertThat(responses.propertyNames()).as(operation + " success").anyMatch(status -> status.startsWith("2"));
            assertThat(responses
                            .at("/default/content/application~1problem+json/schema/$ref")
                            .asString(""))
                    .as(operation + " failure")
                    .endsWith("/Problem");
        });
    }

    @Test
    void every_body_has_an_example_that_fits() {
        assertThat(document.operations().stream()
                        .filter(o -> o.content().has("requestBody"))
                        .flatMap(operation -> operation
                                .content()
                                .at("/requestBody/content")
                                .propertyStream()
                                .filter(e -> e.getKey().contains("json"))
                                .flatMap(type -> complaints(operation, type.getValue()))))
                .isEmpty();
    }

    @Test
    void the_promised_names_are_there() {
        PROMISED.forEach(line -> document.operation(line.split(" ")[0], line.split(" ")[1]));
    }

    private Stream<String> complaints(Operation operation, JsonNode type) {
        List<JsonNode> examples = Stream.concat(
                        Stream.of(type.path("example")),
                        type.path("examples").valueStream().map(e -> e.path("value")))
                .filter(e -> !e.isMissingNode())
                .toList();
        if (examples.isEmpty()) {
            boolean within = !document.resolve(type.path("schema"))
                    .path("properties")
                    .findValues("example")
                    .isEmpty();
            return within ? Stream.of() : Stream.of(operation + " has no example");
        }
        return examples.stream()
                .flatMap(e ->
                        document.violations(type.path("schema"), e).stream().map(v -> operation + " " + v));
    }

    private static Set<String> variables(Operation operation) {
        return java.util.regex.Pattern.compile("\\{(\\w+)}")
                .matcher(operation.path())
                .results()
                .map(r -> r.group(1))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Set<String> parameters(Operation operation) {
        return operation
                .content()
                .path("parameters")
                .valueStream()
                .filter(p -> p.path("in").asString("").equals("path"))
                .map(p -> p.path("name").asString(""))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static JsonNode metaSchema() {
        return new tools.jackson.databind.json.JsonMapper()
                .readTree("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}");
    }
}
