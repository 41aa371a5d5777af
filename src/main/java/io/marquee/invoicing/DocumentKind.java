package io.marquee.invoicing;

import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Wire;

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

    private final String mark;

    DocumentKind(String mark) {
        this.mark = mark;
    }

    /** As it is printed: {@code PIER-INV-2026-00017}. */
    String label(String prefix, int year, int number) {
        return "%s%s-%d-%05d".formatted(prefix.isEmpty() ? "" : prefix + "-", mark, year, number);
    }

    @JsonValue
    String word() {
        return Wire.name(this);
    }
}
