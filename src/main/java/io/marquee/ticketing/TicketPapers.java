package io.marquee.ticketing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.event.EventView;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.QrCode;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Tickets as files: PDF pages and QR images. */
@Component
public class TicketPapers {
    private static final int WHITE = 255;
    private static final int QUIET_MODULES = 4;
    /** Enough for edges that stay sharp where a viewer smooths pictures; more makes the file slower to write, and no better. */
    private static final int PAPER_PIXELS = 260;

    private final TemplateEngine templates;
    private final Pages pages;
    private final PaperPrinter printer;
    private final MovingRules rules;

    TicketPapers(TemplateEngine templates, Pages pages, PaperPrinter printer, MovingRules rules) {
        this.templates = templates;
        this.pages = pages;
        this.printer = printer;
        this.rules = rules;
    }

    /** One A4 page a ticket. */
    public byte[] pdf(EventView event, List<TicketView> tickets, Locale locale) {
        StringOutput html = new StringOutput();
        boolean opens = rules.of(event) != MovingRule.REQUIRED;
        PaperView view =
                PaperView.of(event, tickets, opens, pages.text(locale), ticket -> qrPng(ticket.qr(), PAPER_PIXELS));
        templates.render("ticketing/paper.jte", Map.of("paper", view), html);
        return printer.print(html.toString());
    }

    /** @param pixels of the square's side; @return a PNG, dark on white with a quiet zone */
    public byte[] qrPng(String text, int pixels) {
        BitMatrix matrix = matrix(text, pixels);
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                if (!matrix.get(x, y)) raster.setSample(x, y, 0, WHITE);
            }
        }
        return png(image);
    }

    /** The same as inline SVG for a page. */
    public String qrSvg(String text) {
        return QrCode.svg(text);
    }

    private static BitMatrix matrix(String text, int pixels) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            pixels,
                            pixels,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_MODULES,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR: " + text.length(), e);
        }
    }

    private static byte[] png(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
