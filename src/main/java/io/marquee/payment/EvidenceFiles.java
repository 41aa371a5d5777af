package io.marquee.payment;

import io.marquee.kernel.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Looks at files that people hand in as evidence: at what they are, not at what they are called. */
final class EvidenceFiles {
    private static final int LONGEST_NAME = 100;

    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "application/pdf",
            "%PDF-".getBytes(StandardCharsets.US_ASCII),
            "image/png",
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            "image/jpeg",
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

    private static final Map<String, String> ENDINGS =
            Map.of("application/pdf", ".pdf", "image/png", ".png", "image/jpeg", ".jpg");

    private EvidenceFiles() {}

    /** @throws InvalidInput at the field, when it is no PDF, PNG or JPEG, empty, or too large */
    static String type(String field, byte[] content) {
        if (content.length == 0) {
            throw InvalidInput.at(field, "required");
        } else if (content.length > EvidenceCase.MOST_BYTES) {
            throw InvalidInput.at(field, "file_too_large", EvidenceCase.MOST_BYTES / 1_000_000.0);
        }
        Optional<String> type = BEGINNINGS.entrySet().stream()
                .filter(entry -> startsWith(content, entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        return type.orElseThrow(() -> InvalidInput.at(field, "no_evidence_file"));
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** A name that is safe to send and to show, with the ending that belongs to its type. */
    static String name(String called, String type) {
        String last = called.substring(Math.max(called.lastIndexOf('/'), called.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_")
                .replaceAll("\\.[^.]*$", "")
                .strip();
        String kept = plain.isEmpty() ? "evidence" : plain;
        return kept.substring(0, Math.min(kept.length(), LONGEST_NAME)) + ENDINGS.get(type);
    }
}
