package io.marquee.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one organization, the tenant. */
public record OrganizationId(@JsonValue UUID value) {

    @JsonCreator
    public static OrganizationId of(UUID value) {
        return new OrganizationId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static OrganizationId valueOf(String text) {
        return new OrganizationId(UUID.fromString(text));
    }

    public static OrganizationId next() {
        return new OrganizationId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
