package io.marquee.notification;

import io.marquee.kernel.Money;
import io.marquee.kernel.ShortCode;
import io.marquee.notification.MailText.Placeholder;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.mail.Letter.Stub;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketPapers;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails of each kind with invented particulars, to show how a text looks. */
@Component
class SampleLetters {
    private static final String CODE = "K7QXM2PA";
    private static final String IMAGE = "qr-1.png";
    private static final int QR_PIXELS = 160;
    private static final LocalDateTime AT = LocalDateTime.of(2031, 6, 18, 19, 30);
    private static final ZoneId PLACE = ZoneId.of("Europe/Lisbon");

    private final Pages pages;
    private final TicketPapers papers;
    private final Settings settings;

    SampleLetters(Pages pages, TicketPapers papers, Settings settings) {
        this.pages = pages;
        this.papers = papers;
        this.settings = settings;
    }

    /** The product's own text, which names what it speaks of. */
    MailWords ours(MailText kind, Locale language) {
        Text text = pages.text(language);
        Object[] names = kind.placeholders().stream().map(Placeholder::written).toArray();
        return new MailWords(
                text.get(kind.key + ".subject", names),
                text.get(kind.key + ".heading", names),
                text.get(kind.key + ".body", names),
                kind.buttonKey == null ? null : text.get(kind.buttonKey));
    }

    Letter letter(MailText kind, Locale language, OrganizationView organization) {
        Text text = pages.text(language);
        Object[] words = kind.placeholders().stream()
                .map(one -> value(one, organization, text))
                .toArray();
        return new Letter(
                        text.code(),
                        organization.hue(),
                        text.get(kind.key + ".subject", words),
                        text.get(kind.key + ".heading", words),
                        List.of(text.get(kind.key + ".body", words)),
                        List.of(
                                new Fact(text.get("notification.when"), text.dateTime(AT, PLACE)),
                                new Fact(text.get("notification.where"), "Pier 14, Lisboa")),
                        button(kind, text),
                        stubs(kind, text),
                        text.get("notification.mail_texts.sample.footer", organization.name()))
                .worded(kind.key, words);
    }

    private static String value(Placeholder placeholder, OrganizationView organization, Text text) {
        return switch (placeholder) {
            case BUYER, HOLDER, PERSON -> "Ada Lovelace";
            case OTHER_PERSON -> "Grace Hopper";
            case EVENT -> text.get("notification.mail_texts.sample.event");
            case ORDER -> ShortCode.grouped(CODE);
            case AMOUNT -> text.money(new Money(4800, Currency.getInstance("EUR")));
            case REASON -> text.get("notification.mail_texts.sample.reason");
            case TICKET_TYPE -> text.get("notification.mail_texts.sample.ticket_type");
            case QUANTITY -> "2";
            case UNTIL -> text.dateTime(AT, PLACE);
            case HOST -> organization.name();
            case SOLD -> "120";
            case SIZE -> "240";
            case INVITER -> "Grace Hopper";
            case ROLE -> text.get("notification.mail_texts.sample.role");
            case ADDRESS -> "https://example.org/hooks";
        };
    }

    private @Nullable Button button(MailText kind, Text text) {
        return new Button(
                text.get(kind.buttonKey == null ? "notification.open_event" : kind.buttonKey),
                settings.baseUrl().toString());
    }

    private static List<Stub> stubs(MailText kind, Text text) {
        return switch (kind) {
            case ORDER_PAID, TICKET, TICKET_GIVEN ->
                List.of(new Stub(
                        "Ada Lovelace",
                        text.get("notification.mail_texts.sample.ticket_type"),
                        ShortCode.grouped(CODE),
                        IMAGE));
            default -> List.of();
        };
    }

    /** Inside a page pictures stand in the text: there is no mail that they go with. */
    String withPictures(String html) {
        return html.replace(
                "cid:" + IMAGE,
                "data:image/png;base64," + Base64.getEncoder().encodeToString(papers.qrPng(CODE, QR_PIXELS)));
    }

    static Letter withoutTickets(Letter letter) {
        return new Letter(
                letter.language(),
                letter.hue(),
                letter.subject(),
                letter.heading(),
                letter.paragraphs(),
                letter.facts(),
                letter.button(),
                List.of(),
                letter.footer(),
                letter.wording());
    }
}
