package io.marquee.event.api;

import io.marquee.event.EventDetails;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7396) of an event's details: what is left out stays, what is null goes back to nothing. */
@Component
class EventPatch {
    private final JsonMapper json;

    EventPatch(JsonMapper json) {
        this.json = json;
    }

    /**
     * @throws HttpMessageNotReadableException when a value does not fit its field
     * @throws io.marquee.kernel.InvalidInput when what every event needs would be gone
     */
    EventDetails apply(EventDetails before, ObjectNode patch, HttpServletRequest request) {
        ObjectNode merged = json.valueToTree(EventBody.of(before));
        merged.setAll(patch);
        try {
            return json.treeToValue(merged, EventBody.class).details(before.page());
        } catch (JacksonException unfit) {
            throw new HttpMessageNotReadableException("unfit patch", unfit, new ServletServerHttpRequest(request));
        }
    }
}
