package io.marquee.platform.api;

import io.marquee.kernel.InvalidInput;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes to flat bodies: what is left out stays as it is, and null clears a field (RFC 7396). */
@Component
public class MergePatch {
    private final JsonMapper json;

    MergePatch(JsonMapper json) {
        this.json = json;
    }

    /** @throws InvalidInput at a field that is of the wrong type */
    public <T> T apply(T current, JsonNode changes, Class<T> type) {
        if (!(changes instanceof ObjectNode fields)) throw InvalidInput.at("", "not_an_object");
        ObjectNode merged = json.valueToTree(current);
        fields.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        try {
            return json.treeToValue(merged, type);
        } catch (JacksonException e) {
            String field = e.getPath().isEmpty() ? "" : e.getPath().getFirst().getPropertyName();
            throw InvalidInput.at(field == null ? "" : field, "wrong_type");
        }
    }
}
