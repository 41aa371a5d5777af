package io.marquee.invoicing.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.marquee.invoicing.DocumentKind;
import io.marquee.invoicing.DocumentView;
import io.marquee.invoicing.Documents;
import io.marquee.invoicing.Sheet;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Csv;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Documents as a table for bookkeeping, a line for each tax rate of each; amounts of credit notes are negative. Cells that a
 * spreadsheet would take for a formula begin with an apostrophe.
 */
@Component
class DocumentCsv {
    private final Documents documents;
    private final Acting acting;

    DocumentCsv(Documents documents, Acting acting) {
        this.documents = documents;
        this.acting = acting;
    }

    /** Written as it is read; on a thread of its own, so whoever asked is said again there. */
    StreamingResponseBody of(OrganizationId organization, @Nullable DocumentKind kind) {
        Actor reader = Acting.current();
        return out -> {
            CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.writeRecord(
                    "number",
                    "kind",
                    "issued",
                    "order",
                    "event",
                    "buyer",
                    "buyer_tax_id",
                    "refers_to",
                    "currency",
                    "tax",
                    "rate",
                    "base",
                    "tax_amount",
                    "document_total");
            acting.as(reader, () -> documents.each(organization, kind, one -> write(csv, one)));
            csv.flush();
        };
    }

    private static void write(CsvWriter csv, DocumentView one) {
        Sheet sheet = one.sheet();
        int sign = one.kind() == DocumentKind.CREDIT_NOTE ? -1 : 1;
        for (Sheet.TaxRow row : sheet.taxRows()) {
            csv.writeRecord(
                    one.label(),
                    Wire.name(one.kind()),
                    sheet.issuedOn().toString(),
                    sheet.orderCode(),
                    Csv.harmless(sheet.eventTitle()),
                    Csv.harmless(sheet.buyer().name()),
                    Csv.harmless(sheet.buyer().taxId()),
                    Objects.requireNonNullElse(sheet.refersTo(), ""),
                    sheet.currency(),
                    Csv.harmless(row.name()),
                    row.rate(),
                    major(sheet.money(sign * row.base())),
                    major(sheet.money(sign * row.amount())),
                    major(sheet.money(sign * sheet.total())));
        }
        flush(csv);
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String major(Money money) {
        String text = money.toString();
        return text.substring(text.indexOf(' ') + 1);
    }
}
