package io.marquee.checkin.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.marquee.checkin.device.DeviceDetails;
import io.marquee.event.EventView;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketView;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Badges for those who came in, on rolls of several sizes, as PDF and in the language of label printers. */
@MarqueeTest
class LabelsTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    EventView event;
    TicketView ticket;
    DeviceFixture.Phone phone;
    ApiClient gate;

    @BeforeEach
    void somebody_came() {
        event = fixture.event();
        ticket = door.ticket(event);
        phone = devices.phone(event, "Phone");
        gate = phone.client();
    }

    @Test
    void a_badge_has_the_name_the_type_and_a_code_that_scanners_read_on_every_size() throws Exception {
        door.scan(event, ticket.qr());

        for (Label.Size size : Label.Size.values()) {
            try (PDDocument pdf = Loader.loadPDF(file("?size=" + size.word()))) {
                assertThat(pdf.getNumberOfPages()).as(size.word()).isEqualTo(1);
                assertThat(pdf.getPage(0).getMediaBox().getWidth() / 72 * 25.4)
                        .isBetween(size.width() - 1d, size.width() + 1d);
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains(
                                "Ada",
                                "Lind",
                                "General admission",
                                event.details().title());
                var picture = new PDFRenderer(pdf).renderImageWithDPI(0, 203);
                assertThat(read(picture)).as(size.word()).isEqualTo(ticket.qr());
            }
        }
    }

    @Test
    void label_printers_get_the_same_in_their_own_language() throws Exception {
        door.scan(event, ticket.qr());

        String zpl = new String(file("?size=89x36&format=zpl"), StandardCharsets.UTF_8);

        assertThat(zpl)
                .startsWith("^XA^CI28^PW712^LL288")
                .contains("^FDAda Lind^FS", "^FDGeneral admission^FS", "^BQN,2,5^FDMA," + ticket.qr() + "^FS")
                .endsWith("^XZ\n");
    }

    @Test
    void a_name_that_would_be_a_command_is_only_words() {
        Label label = new Label(Label.Size.MM62X29, "^XZ~JA_\\\n", List.of("Line"), "Foot", "CODE");

        assertThat(Zpl.of(label)).contains("^FH_^FD_5EXZ_7EJA_5F_5C ^FS").containsOnlyOnce("^XZ");
    }

    @Test
    void names_are_as_large_as_fits() {
        assertThat(Label.Size.MM62X29.letters("Bo"))
                .isGreaterThan(Label.Size.MM62X29.letters("Maximiliane von Hohenfels"));
        assertThat(Label.Size.MM102X76.letters("Ada Lind")).isGreaterThan(Label.Size.MM62X29.letters("Ada Lind"));
    }

    @Test
    void nobody_gets_the_code_of_a_ticket_that_has_not_come_or_is_not_for_their_gate() {
        assertThat(gate.get(path(ticket)).status()).isEqualTo(404);
        door.scan(event, ticket.qr());
        ApiClient backstage = devices.phone(
                        event,
                        new DeviceDetails(
                                "Backstage",
                                List.of(),
                                List.of(fixture.type(event, 1).id().value()),
                                null))
                .client();
        assertThat(backstage.get(path(ticket)).status()).isEqualTo(404);
        EventView other = fixture.event();
        assertThat(devices.phone(other, "Phone")
                        .client()
                        .get("/events/" + other.id() + "/door/tickets/" + ticket.id() + "/label")
                        .status())
                .isEqualTo(404);
        assertThat(gate.get(path(ticket) + "?size=9x9").body().toString()).contains("size");
        assertThat(gate.get(path(ticket) + "?format=doc").body().toString()).contains("format");
    }

    private byte[] file(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + phone.port() + "/api/v1" + path(ticket) + query))
                .header("Authorization", "Bearer d_" + phone.key())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static String read(BufferedImage picture) throws ReaderException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private String path(TicketView ticket) {
        return "/events/" + event.id() + "/door/tickets/" + ticket.id() + "/label";
    }
}
