package io.marquee.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.invoicing.thermal.Roll;
import io.marquee.testing.MarqueeTest;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents as one sees them: the pictures are in {@code target/pictures}. */
@MarqueeTest
class DocumentPicturesTest {
    @Autowired
    DocumentPapers papers;

    @Autowired
    Rolls rolls;

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void a_document_says_all_of_it_on_paper_with_tags(DocumentKind kind) throws IOException {
        DocumentView document = document(kind, kind == DocumentKind.INVOICE ? "de" : "en");

        byte[] pdf = papers.pdf(document);

        try (PDDocument read = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(read);
            assertThat(text).contains(document.label(), "Łódź Übung", "PT507432108");
            assertThat(read.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(read.getDocumentCatalog().getLanguage()).isNotBlank();
            picture(read, kind.name(), 90);
        }
    }

    /** Receipts as they are sold: online in yen, and at the box office; on paper and on both rolls. */
    @ParameterizedTest
    @CsvSource({"YEN, '¥6,667', ''", "CASH, in cash, 'Given €60.00, change €20.00.'", "CARD, by card, Card slip: 4711"})
    void each_way_to_pay_is_on_the_receipt(Paid how, String says, String also) throws IOException {
        DocumentView receipt = receipt(how);

        try (PDDocument read = Loader.loadPDF(papers.pdf(receipt))) {
            assertThat(words(read)).contains(says, also);
            picture(read, "receipt-" + how, 90);
        }
        for (Roll.Width width : Roll.Width.values()) {
            try (PDDocument read = Loader.loadPDF(rolls.pdf(rolls.receipt(receipt, width), Locale.ENGLISH))) {
                assertThat(words(read)).contains(says, also);
                picture(read, "receipt-" + how + "-" + width, 200);
            }
        }
    }

    private static String words(PDDocument read) throws IOException {
        return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
    }

    private static void picture(PDDocument read, String name, int dpi) throws IOException {
        BufferedImage page = new PDFRenderer(read).renderImageWithDPI(0, dpi);
        File folder = new File("target/pictures");
        folder.mkdirs();
        ImageIO.write(page, "png", new File(folder, name + ".png"));
    }

    enum Paid {
        YEN,
        CASH,
        CARD
    }

    private static DocumentView receipt(Paid how) {
        boolean yen = how == Paid.YEN;
        long net = yen ? 6061 : 3738;
        long tax = yen ? 606 : 262;
        Sheet.Line line = new Sheet.Line(
                1,
                "General admission",
                2,
                yen ? 3333 : 2140,
                280,
                net,
                List.of(new Sheet.Tax("VAT", yen ? "10" : "7", tax)),
                List.of(),
                net + tax);
        Sheet like = document(DocumentKind.RECEIPT, "en").sheet();
        Sheet.Tender tender = switch (how) {
            case YEN -> null;
            case CASH -> new Sheet.Tender(6000, 2000, "");
            case CARD -> new Sheet.Tender(4000, 0, "4711");
        };
        return of(
                DocumentKind.RECEIPT,
                new Sheet(
                        like.language(),
                        like.issuedOn(),
                        like.suppliedOn(),
                        like.seller(),
                        like.buyer(),
                        like.orderCode(),
                        like.eventTitle(),
                        yen ? "JPY" : "EUR",
                        List.of(line),
                        like.paidOn(),
                        yen ? "stripe" : how == Paid.CASH ? "cash" : "card_present",
                        null,
                        null,
                        like.footer(),
                        tender));
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
                "IBAN PT50 0002 0123 1234 5678 9015 4 · Registered in Porto, 507432108",
                null);
        return of(kind, sheet);
    }

    private static DocumentView of(DocumentKind kind, Sheet sheet) {
        boolean free = kind == DocumentKind.CONFIRMATION;
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
