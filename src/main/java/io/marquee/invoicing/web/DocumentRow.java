package io.marquee.invoicing.web;

import io.marquee.invoicing.DocumentView;
import io.marquee.platform.web.Text;

/**
 * A document in a list.
 *
 * @param path of its page; its files lie below
 * @param roll where it is printed on till rolls from; blank where it is not
 */
public record DocumentRow(
        String kind, String label, String issued, String buyer, String total, String path, String roll) {

    static DocumentRow of(DocumentView document, String path, Text text) {
        return of(document, path, "", text);
    }

    static DocumentRow of(DocumentView document, String path, String rolls, Text text) {
        return new DocumentRow(
                text.of("invoicing.kind", document.kind()),
                document.label(),
                text.shortDate(document.sheet().issuedOn()),
                document.sheet().buyer().name(),
                text.money(document.total()),
                path + "/" + document.id(),
                rolls.isEmpty() ? "" : rolls + "/" + document.id());
    }
}
