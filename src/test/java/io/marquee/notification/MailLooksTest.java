package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Stub;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Languages;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every mail as it looks, on a phone and on a desk, in light and dark. */
@MarqueeTest
@Tag("browser")
class MailLooksTest {
    private static final List<Integer> WIDTHS = List.of(320, 390, 640);

    @Autowired
    MailTexts texts;

    @Autowired
    LetterPress press;

    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    Acting acting;

    @Test
    void every_mail_fits_and_can_be_read_in_every_language() {
        PersonId owner = people.person("Olga");
        OrganizationId organization =
                organizations.organization(owner, "Pier 14").id();
        try (Browser browser = new Browser()) {
            Page page = browser.visitor(Browser.visitorOptions());
            for (Locale language : Languages.ALL) {
                List<String> mails = new ArrayList<>(List.of(withEverything(language)));
                acting.as(
                        people.actor(owner),
                        () -> Arrays.stream(MailText.values())
                                .map(kind -> texts.preview(organization, kind, language, MailWords.OURS)
                                        .html())
                                .forEach(mails::add));
                page.setContent(together(mails));
                WIDTHS.forEach(width -> look(page, language, width));
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void look(Page page, Locale language, int width) {
        page.setViewportSize(width, 900);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("%s at %d", language, width)
                .isLessThanOrEqualTo(width);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            Look.keep(page, "mails-" + language + "-" + width + "-" + scheme);
            // the template is the same in all of them: what can't be read in one can't be read in the others
            if (width == 390 && language.equals(Locale.ENGLISH))
                assertThat(Look.violations(page, ".sheet:first-of-type")).isEmpty();
        }
    }

    /** Below one another: they share one style. */
    private static String together(List<String> mails) {
        String first = mails.getFirst();
        StringBuilder all = new StringBuilder(first.substring(0, first.indexOf("<table")));
        mails.forEach(mail -> all.append(mail, mail.indexOf("<table"), mail.indexOf("</body>")));
        return all.append("</body></html>").toString();
    }

    private String withEverything(Locale language) {
        Button pass = new Button("Add to Apple Wallet", "https://tickets.example.org/wallet/apple");
        Letter letter = new Letter(
                language.getLanguage(),
                52,
                "Everything",
                "Donaudampfschifffahrtsgesellschaft lädt ein",
                List.of("A paragraph with https://tickets.example.org/" + "a-long-address-".repeat(8) + "."),
                List.of(new Letter.Fact("When", "Saturday, 18 June 2031, 19:30")),
                new Button("Open my order", "https://tickets.example.org/orders/" + "k7qx".repeat(20)),
                List.of(new Stub(
                        "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh",
                        "Standing, in front of the stage",
                        "K7QX-M2PA",
                        "qr-1.png",
                        List.of(pass, pass))),
                "Why you get this.");
        // there is no mail that the picture goes with
        return press.print(Ids.next(), letter, false)
                .html()
                .replace("cid:qr-1.png", "data:image/gif;base64,R0lGODlhAQABAAAAACw=");
    }
}
