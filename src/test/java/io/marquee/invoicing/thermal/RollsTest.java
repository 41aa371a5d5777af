package io.marquee.invoicing.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.invoicing.Rolls;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.InvoicingFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketView;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class RollsTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    InvoicingFixture invoicing;

    @Autowired
    Rolls rolls;

    @Autowired
    OrderReads reads;

    @Autowired
    Acting acting;

    @ParameterizedTest
    @EnumSource
    void receipts_and_tickets_fit_the_paper_and_the_code_opens_the_door(Roll.Width width) throws Exception {
        EventView event = invoicing.selling(tickets.event());
        OrderView order = orders.paid(event, tickets.type(event, 10), 2);
        List<TicketView> sold = acting.as(OrderFixture.buyer(order), () -> reads.tickets(order.id()));

        Roll receipt = rolls.receipt(invoicing.of(order, 2).getLast(), width);
        Roll paper = rolls.tickets(event, sold, Locale.GERMAN, width);

        TillPrinter.Printed printed = TillPrinter.print(EscPos.of(receipt), width);
        ImageIO.write(printed.picture(), "png", EscPosTest.file("receipt-escpos-" + width));
        assertThat(printed.lines()).anyMatch(line -> line.endsWith("48.00") || line.endsWith("€48.00"));
        TillPrinter.Printed tickets = TillPrinter.print(EscPos.of(paper), width);
        ImageIO.write(tickets.picture(), "png", EscPosTest.file("tickets-escpos-" + width));
        assertThat(tickets.cuts()).isEqualTo(2);
        assertThat(EscPosTest.read(tickets.picture()))
                .isIn(sold.stream().map(TicketView::qr).toList());
        assertThat(pdf(receipt, "receipt-pdf-" + width).getHeight()).isGreaterThan(300);
        assertThat(EscPosTest.read(
                        pdf(rolls.tickets(event, sold.subList(0, 1), Locale.GERMAN, width), "tickets-pdf-" + width)))
                .isIn(sold.stream().map(TicketView::qr).toList());
    }

    private BufferedImage pdf(Roll roll, String name) throws Exception {
        try (PDDocument read = Loader.loadPDF(rolls.pdf(roll, Locale.ENGLISH))) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            BufferedImage picture = new PDFRenderer(read).renderImageWithDPI(0, 200);
            ImageIO.write(picture, "png", EscPosTest.file(name));
            return picture;
        }
    }
}
