package io.marquee.platform.api;

import io.marquee.platform.web.Text;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Currency;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description at {@code /api/v1/openapi.json} says of all operations alike. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    @Bean
    OpenAPI openApi() {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Currency.class, new JsonSchema().typesItem("string").example("EUR"))
                .addRequestWrapperToIgnore(Text.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Marquee")
                        .version("v1")
                        .description("Publish events, sell their tickets, let people in. Amounts are in minor units of"
                                + " their currency. Lists page by cursor. Writes take an Idempotency-Key.")
                        .license(new License().name("Apache-2.0")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A session's token from POST /sessions, a token of your own from"
                                                + " POST /me/tokens, which does what its scopes say, or the"
                                                + " token of a hold, which opens that hold and its order"
                                                + " only.")));
    }

    /** The scope that a token needs stands with each operation: since OpenAPI 3.1 a bearer token may name them. */
    @Bean
    OpenApiCustomizer whatTokensNeed() {
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    ApiScope scope = ApiScope.needed(method.name(), path);
                    SecurityRequirement bearer = new SecurityRequirement();
                    operation.addSecurityItem(
                            scope == null ? bearer.addList("bearer") : bearer.addList("bearer", scope.toString()));
                    operation.addExtension("x-token-scope", scope == null ? "none" : scope.toString());
                }));
    }

    /** Every operation can answer a problem, and every write takes a key. */
    @Bean
    OpenApiCustomizer whatAllOperationsShare() {
        return api -> {
            api.getComponents().addSchemas("Problem", problem());
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
                        operation
                                .getResponses()
                                .addApiResponse(
                                        "default",
                                        new ApiResponse()
                                                .description("A problem (RFC 9457) with a stable code")
                                                .content(
                                                        new Content()
                                                                .addMediaType(
                                                                        "application/problem+json",
                                                                        new MediaType()
                                                                                .schema(
                                                                                        new Schema<>()
                                                                                                .$ref(
                                                                                                        "#/components/schemas/Problem")))));
                        if (WRITES.contains(method.name())) {
                            operation.addParametersItem(new HeaderParameter()
                                    .name("Idempotency-Key")
                                    .required(false)
                                    .description(
                                            "A repeated request with the same key gets the first one's answer, for a day.")
                                    .schema(new StringSchema().maxLength(255)));
                        }
                    }));
        };
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", new StringSchema().example("price.amount"))
                .addProperty("code", new StringSchema().example("required"))
                .addProperty("detail", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema().example("urn:marquee:refusal:sold_out"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema().example(409))
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().example("sold_out"))
                .addProperty("requestId", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error))
                .additionalProperties(true)
                .addRequiredItem("status")
                .addRequiredItem("code");
    }
}
