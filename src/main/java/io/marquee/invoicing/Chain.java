package io.marquee.invoicing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the documents of one order follow from each other. */
final class Chain {
    private Chain() {}

    /** What is taken back from: the last invoice, or the receipt where there is none. @param all in the order of their sealing */
    static DocumentView current(List<DocumentView> all) {
        return all.stream()
                .filter(one -> one.kind() == DocumentKind.INVOICE)
                .reduce((a, b) -> b)
                .orElseGet(() -> all.stream()
                        .filter(one -> one.kind() == DocumentKind.RECEIPT)
                        .findFirst()
                        .orElseThrow());
    }

    /** The credit notes for money that went back; those that took a wrong invoice back are not among them. */
    static List<DocumentView> notes(List<DocumentView> all) {
        DocumentView current = current(all);
        Set<String> corrected = all.stream()
                .filter(one -> one.kind() == DocumentKind.INVOICE && !one.id().equals(current.id()))
                .map(DocumentView::label)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> one.kind() == DocumentKind.CREDIT_NOTE)
                .filter(one -> !corrected.contains(one.sheet().refersTo()))
                .toList();
    }
}
