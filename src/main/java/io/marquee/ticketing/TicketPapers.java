package io.marquee.ticketing;

import io.marquee.event.EventView;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tickets as files: PDF pages and QR images. */
@Component
public class TicketPapers {

    /** One A4 page a ticket. */
    public byte[] pdf(EventView event, List<TicketView> tickets, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** @param pixels of the square's side; @return a PNG, dark on white with a quiet zone */
    public byte[] qrPng(String text, int pixels) {
        throw new UnsupportedOperationException();
    }

    /** The same as inline SVG for a page. */
    public String qrSvg(String text) {
        throw new UnsupportedOperationException();
    }
}
