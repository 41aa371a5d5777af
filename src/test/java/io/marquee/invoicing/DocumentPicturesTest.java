package io.marquee.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.testing.MarqueeTest;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents as one sees them: the pictures are in {@code target/pictures}. */
@MarqueeTest
class DocumentPicturesTest {
    @Autowired
    DocumentPapers papers;

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void a_document_says_all_of_it_on_paper_with_tags(DocumentKind kind) throws IOException {
        DocumentView document = document(kind, kind == DocumentKind.INVOICE ? "de" : "en");

        byte[] pdf = papers.pdf(document);

        try (PDDocument read = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(read);
            assertThat(text).contains(document.label(), "Łódź Übung", "PT507432108");
            assertThat(read.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(read.getDocumentCatalog().getLanguage()).isNotBlank();
            BufferedImage page = new PDFRenderer(read).renderImageWithDPI(0, 90);
            File folder = new File("target/pictures");
            folder.mkdirs();
            ImageIO.write(page, "png", new File(folder, kind + ".png"));
        }
    }

    static DocumentView document(DocumentKind kind, String language) {
        boolean free = kind == DocumentKind.CONFIRMATION;
        boolean back = kind == DocumentKind.CREDIT_NOTE;
        Sheet.Line concert = new Sheet.Line(
                1,
                "General admission",
                2,
                free ? 0 : 2140,
                free ? 0 : 280,
                free ? 0 : 3738,
                free ? List.of() : List.of(new Sheet.Tax("VAT", "7", 262)),
                List.of(),
                free ? 0 : 4000);
        Sheet.Line dinner = new Sheet.Line(
                2,
                "Dinner by the river, with a view of everything there is to see",
                3,
                5000,
                0,
                15000,
                List.of(new Sheet.Tax("VAT", "19", 2850)),
                List.of(new Sheet.Fee("Booking fee", 297)),
                18147);
        Sheet sheet = new Sheet(
                language,
                LocalDate.of(2031, 6, 1),
                LocalDate.of(2031, 6, 18),
                new Sheet.Party("Pier 14 Concertos Lda", "Rua do Cais 14\n4050-014 Porto", "PT", "PT507432108"),
                new Sheet.Party("Łódź Übung Γειά GmbH & Co. KG", "Straße 1\n10115 Berlin", "DE", "DE123456789"),
                "K7QX2M9P",
                "Low Tide Sessions",
                "EUR",
                free ? List.of(concert) : back ? List.of(dinner) : List.of(concert, dinner),
                LocalDate.of(2031, 6, 1),
                free ? null : "stripe",
                back ? "PIER-INV-2031-00017" : null,
                back ? "ill" : null,
                "IBAN PT50 0002 0123 1234 5678 9015 4 · Registered in Porto, 507432108");
        UUID id = UUID.randomUUID();
        return new DocumentView(
                id,
                kind,
                free ? "K7QX2M9P" : kind.label("PIER", 2031, 17),
                new io.marquee.ordering.OrderId(id),
                new io.marquee.kernel.EventId(id),
                new io.marquee.kernel.OrganizationId(id),
                java.time.Instant.EPOCH,
                sheet);
    }
}
