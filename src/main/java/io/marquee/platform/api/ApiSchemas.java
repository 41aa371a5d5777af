package io.marquee.platform.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes the schemas say what our JSON is: names that tell records of the same simple name apart, enums in lower case, and what
 * may be null or is always there, as the records themselves say.
 */
@Component
class ApiSchemas implements OpenApiCustomizer {
    private static final String REFERENCE = "#/components/schemas/";
    private static final String PACKAGE = "(?:[Ii]o\\.marquee\\.|[Jj]ava\\.)(?:[a-z]\\w*\\.)*";

    @Override
    @SuppressWarnings("rawtypes")
    public void customise(OpenAPI api) {
        Components components = api.getComponents();
        Map<String, Schema> named = new LinkedHashMap<>();
        components.getSchemas().forEach((name, schema) -> {
            describe(schema, recordOf(name));
            named.put(shortened(name), schema);
        });
        named.values().forEach(this::tidy);
        components.setSchemas(named);
        api.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(operation -> {
                    if (operation.getParameters() != null) {
                        operation.getParameters().forEach(parameter -> tidy(parameter.getSchema()));
                    }
                    if (operation.getRequestBody() != null) {
                        tidy(operation.getRequestBody().getContent());
                    }
                    operation.getResponses().values().forEach(response -> tidy(response.getContent()));
                }));
    }

    private void tidy(@Nullable Content content) {
        if (content != null) content.values().forEach(type -> tidy(type.getSchema()));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private void tidy(@Nullable Schema schema) {
        if (schema == null) return;
        if (schema.get$ref() != null) {
            schema.set$ref(REFERENCE + shortened(schema.get$ref().substring(REFERENCE.length())));
        }
        if (schema.getEnum() != null) {
            schema.setEnum(((List<Object>) schema.getEnum())
                    .stream()
                            .map(value -> value.toString().toLowerCase(Locale.ROOT))
                            .toList());
        }
        if (schema.getProperties() != null)
            ((Map<String, Schema>) schema.getProperties()).values().forEach(this::tidy);
        if (schema.getAnyOf() != null) ((List<Schema>) schema.getAnyOf()).forEach(this::tidy);
        tidy(schema.getItems());
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void describe(Schema schema, @Nullable Class<?> type) {
        if (type == null || schema.getProperties() == null) return;
        Map<String, Schema> properties = schema.getProperties();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(schema, component.getType());
            } else if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.computeIfPresent(component.getName(), (name, property) -> orNull(property));
            } else if (properties.containsKey(component.getName()) && !required(schema, component.getName())) {
                schema.addRequiredItem(component.getName());
            }
        }
    }

    @SuppressWarnings("rawtypes")
    private static boolean required(Schema schema, String property) {
        return schema.getRequired() != null && schema.getRequired().contains(property);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Schema orNull(Schema schema) {
        if (schema.get$ref() == null && schema.getEnum() == null) {
            schema.addType("null");
            return schema;
        }
        return new JsonSchema().anyOf(List.of(schema, new JsonSchema().typesItem("null")));
    }

    private static String shortened(String name) {
        return name.replaceAll(PACKAGE, "").replace('$', '.');
    }

    /** @param name of a class, followed by those of its type arguments, if it has any */
    private static @Nullable Class<?> recordOf(String name) {
        String first = name.replaceFirst("(?:Io\\.marquee\\.|Java\\.).*", "");
        try {
            Class<?> type = Class.forName(first.replaceFirst("(\\.[A-Z]\\w*)\\.(?=[A-Z])", "$1\\$"));
            return type.isRecord() ? type : null;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
