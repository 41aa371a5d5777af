package io.marquee.seating.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.seating.Numbering;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The editor's fields as values; nonsense is a zero, or nothing, which the commands refuse at the field, but where zero is fine. */
final class SeatFields {
    private SeatFields() {}

    static int number(Map<String, String> fields, String name) {
        try {
            return Integer.parseInt(fields.getOrDefault(name, "0").strip());
        } catch (NumberFormatException notWhole) {
            return 0;
        }
    }

    /** Where zero, too, is a number that one may mean. @throws InvalidInput at the field */
    static int whole(Map<String, String> fields, String name) {
        try {
            return Integer.parseInt(fields.getOrDefault(name, "").strip());
        } catch (NumberFormatException notWhole) {
            throw InvalidInput.at(name, "whole_number");
        }
    }

    static Numbering numbering(Map<String, String> fields, String name, Numbering otherwise) {
        try {
            return Numbering.valueOf(fields.getOrDefault(name, otherwise.name()));
        } catch (IllegalArgumentException typedByHand) {
            return otherwise;
        }
    }

    static List<UUID> ids(MultiValueMap<String, String> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(SeatFields::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException typedByHand) {
            return null;
        }
    }
}
