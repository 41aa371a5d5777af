package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.marquee.event.EventView;
import io.marquee.kernel.ShortCode;
import io.marquee.notification.Enclosures.Enclosure;
import io.marquee.notification.carrier.Carriers;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketView;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What whoever bought gets, as it goes over the wire. */
@MarqueeTest
class TicketMailTest {
    @Autowired
    EventFixture events;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    MailTable mails;

    @Autowired
    Enclosures enclosures;

    @Autowired
    LetterPress press;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_confirmation_shows_each_code_within_the_text_and_brings_the_tickets_as_pdf(@TempDir Path folder)
            throws Exception {
        EventView event = events.published(events.organization());
        OrderView order = orders.paid(event, tickets.type(event, 20), 2);
        StoredMail mail = mailOf(order);
        List<TicketView> bought = orders.ticketsOf(order);

        List<Enclosure> files = acting.asPlatform(() -> enclosures.of(mail));

        assertThat(files.stream().filter(Enclosure::inline).toList()).hasSize(2);
        for (TicketView ticket : bought) {
            Enclosure picture = files.stream()
                    .filter(file -> file.name().equals(Enclosures.image(ticket)))
                    .findFirst()
                    .orElseThrow();
            assertThat(read(picture.bytes())).isEqualTo(ticket.qr());
            assertThat(mail.html()).contains("src=\"cid:" + picture.name() + "\"", ShortCode.grouped(ticket.code()));
            assertThat(mail.plain()).contains(ShortCode.grouped(ticket.code()));
        }
        Enclosure pdf = files.stream()
                .filter(file -> file.contentType().equals("application/pdf"))
                .findFirst()
                .orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(bought.stream()
                            .map(ticket -> ShortCode.grouped(ticket.code()))
                            .toList());
        }
        assertThat(sent(mail, folder))
                .contains("multipart/mixed", "multipart/related", "multipart/alternative", "text/plain", "text/html")
                .contains("Content-ID: <qr-1.png>", "Content-ID: <qr-2.png>", "Content-Disposition: inline")
                .contains("Content-Type: application/pdf", "Content-Disposition: attachment", ".ics");
    }

    /** Written by the job, which finds what was sold. */
    private StoredMail mailOf(OrderView order) {
        Supplier<List<StoredMail>> found =
                () -> acting.asPlatform(() -> transaction.execute(status -> mails.list(null, null, 500).stream()
                        .filter(mail -> order.id().value().equals(mail.order()))
                        .toList()));
        await().atMost(Duration.ofSeconds(60)).until(() -> !found.get().isEmpty());
        return found.get().getFirst();
    }

    private String sent(StoredMail mail, Path folder) throws Exception {
        try (MailServer server = new MailServer()) {
            Settings settings =
                    Settings.from(Map.of("MARQUEE_SMTP_URL", server.url(), "MARQUEE_DATA", folder.toString()));
            new Envelopes(settings, enclosures, press, Carriers.of(settings, Clock.systemUTC())).send(mail);
            return server.taken().getFirst();
        }
    }

    private static String read(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }
}
