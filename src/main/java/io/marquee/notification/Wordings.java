package io.marquee.notification;

import io.marquee.event.Markdown;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Puts an organization's own words in the place of ours. What names stand for is filled in last, and never read as markup. */
@Component
class Wordings {
    private final MailTextTable texts;

    Wordings(MailTextTable texts) {
        this.texts = texts;
    }

    Letter of(NewMail mail) {
        OrganizationId organization = mail.organization();
        Wording wording = mail.letter().wording();
        MailText kind = wording == null ? null : MailText.of(wording.key());
        if (organization == null || kind == null) return mail.letter();
        MailWords own = texts.latest(organization, kind, mail.letter().language());
        return own.isOurs() ? mail.letter() : worded(mail.letter(), kind, own);
    }

    /** @param letter with a {@linkplain Letter#wording() wording} */
    static Letter worded(Letter letter, MailText kind, MailWords own) {
        Wording wording = letter.wording();
        if (wording == null) return letter;
        Placeholders names = new Placeholders(kind.placeholders(), wording.words());
        List<String> paragraphs = new ArrayList<>(letter.paragraphs());
        String html = wording.html();
        if (own.body() != null) {
            // a text for people without HTML is Markdown as it was written: that is what it is for
            paragraphs.set(wording.body(), names.fill(own.body(), UnaryOperator.identity()));
            html = names.fill(Markdown.html(own.body()), HtmlUtils::htmlEscape);
        }
        Button button = letter.button();
        return new Letter(
                letter.language(),
                letter.hue(),
                own.subject() == null ? letter.subject() : line(names, own.subject()),
                own.heading() == null ? letter.heading() : line(names, own.heading()),
                paragraphs,
                letter.facts(),
                button == null || own.button() == null ? button : new Button(line(names, own.button()), button.url()),
                letter.stubs(),
                letter.footer(),
                new Wording(wording.key(), wording.words(), wording.body(), html));
    }

    private static String line(Placeholders names, String text) {
        return names.fill(text, UnaryOperator.identity()).replaceAll("\\s+", " ");
    }
}
