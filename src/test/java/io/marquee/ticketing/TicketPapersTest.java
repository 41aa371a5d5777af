package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import io.marquee.event.EventView;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class TicketPapersTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    EventFixture events;

    @Autowired
    TicketPapers papers;

    @Test
    void a_code_is_an_easy_qr_of_41_modules() throws Exception {
        TicketView ticket = sold(1).getFirst();

        assertThat(Encoder.encode(ticket.qr(), ErrorCorrectionLevel.M)
                        .getVersion()
                        .getVersionNumber())
                .isEqualTo(6);
        assertThat(Encoder.encode(ticket.qr(), ErrorCorrectionLevel.M)
                        .getMatrix()
                        .getWidth())
                .isEqualTo(41);
    }

    @Test
    void a_scanner_reads_the_picture_back() throws Exception {
        TicketView ticket = sold(1).getFirst();

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(papers.qrPng(ticket.qr(), 320)));

        assertThat(read(picture)).isEqualTo(ticket.qr());
        assertThat(papers.qrSvg(ticket.qr())).startsWith("<svg");
    }

    @Test
    void a_pdf_has_a_page_for_each_ticket_with_a_code_that_scans() throws Exception {
        List<TicketView> tickets = sold(2);

        byte[] pdf = papers.pdf(event, tickets, Locale.GERMAN);
        Files.write(Path.of("target/tickets.pdf"), pdf);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            String words = new PDFTextStripper().getText(document);
            assertThat(words)
                    .contains("Ada Lind", "General admission", "Ticket 2 von 2", "Zeig diesen Code am Einlass")
                    .contains("Жар-птица & <Őrült> Ωmega");
            BufferedImage second = new PDFRenderer(document).renderImageWithDPI(1, 150);
            assertThat(read(second)).isEqualTo(tickets.get(1).qr());
        }
    }

    private EventView event;

    private List<TicketView> sold(int count) {
        event = events.published(
                events.organization(),
                EventFixture.concert().title("Жар-птица & <Őrült> Ωmega").build());
        TicketTypeView type = fixture.type(event, 10);
        return fixture.sell(fixture.hold(event, type, count), "ada@example.com");
    }

    private static String read(BufferedImage picture) throws Exception {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
