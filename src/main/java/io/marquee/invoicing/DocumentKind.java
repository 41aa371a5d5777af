package io.marquee.invoicing;

import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document is. Each kind is numbered for itself. */
public enum DocumentKind {
    /** That an order was paid; no invoice. */
    RECEIPT("REC"),
    /** What is owed for it, with taxes, as the seller must state them. */
    INVOICE("INV"),
    /** What of a receipt or an invoice was taken back. */
    CREDIT_NOTE("CRN"),
    /** Of a free order: neither numbered nor kept, since no money moved. */
    CONFIRMATION("");

    public static final List<DocumentKind> KEPT = List.of(RECEIPT, INVOICE, CREDIT_NOTE);
    private final String mark;

    DocumentKind(String mark) {
        this.mark = mark;
    }

    /** As it is printed: {@code PIER-INV-2026-00017}. */
    String label(String prefix, int year, int number) {
        return "%s%s-%d-%05d".formatted(prefix.isEmpty() ? "" : prefix + "-", mark, year, number);
    }

    /** @param word blank for all @return null for all @throws InvalidInput at {@code kind}, also for what is not kept */
    public static @Nullable DocumentKind kept(String word) {
        if (word.isBlank()) return null;
        return KEPT.stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("kind", "choice"));
    }

    @JsonValue
    String word() {
        return Wire.name(this);
    }
}
