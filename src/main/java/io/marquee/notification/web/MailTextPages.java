package io.marquee.notification.web;

import io.marquee.identity.Access;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.notification.MailText;
import io.marquee.notification.MailTexts;
import io.marquee.notification.MailWords;
import io.marquee.notification.Tracking;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Languages;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an organization words its mails. */
@Controller
@RequestMapping("/manage/organizations/{slug}/mail-texts")
class MailTextPages {
    private static final String ROWS = "12";

    private final OrganizationReads organizations;
    private final MailTexts texts;
    private final Tracking tracking;
    private final Access access;

    MailTextPages(OrganizationReads organizations, MailTexts texts, Tracking tracking, Access access) {
        this.organizations = organizations;
        this.texts = texts;
        this.tracking = tracking;
        this.access = access;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, Page page) {
        return list(slug, page.text().code(), page);
    }

    @GetMapping("/{language}")
    ModelAndView list(@PathVariable String slug, @PathVariable String language, Page page) {
        OrganizationView organization = organizations.find(slug);
        Locale locale = Languages.offered(language);
        Text text = page.text();
        MailTextsView view = new MailTextsView(
                nav(organization, text),
                languages(locale, one -> path(organization) + "/" + one.getLanguage()),
                groups(
                        texts.list(organization.id(), locale),
                        path(organization) + "/" + locale.getLanguage() + "/",
                        text),
                OrganizationNav.path(organization) + "/mail-tracking",
                tracking.enabled(organization.id()));
        return page.titled(text.get("notification.mail_texts.title", organization.name()))
                .hue(organization.hue())
                .show("notification/mail-texts", "view", view);
    }

    private static List<MailTextsView.Group> groups(List<MailTexts.Entry> entries, String path, Text text) {
        return Arrays.stream(MailText.Readers.values())
                .map(readers -> new MailTextsView.Group(
                        text.of("notification.mail_texts.for", readers),
                        entries.stream()
                                .filter(one -> one.kind().readers() == readers)
                                .map(one -> new MailTextsView.Row(
                                        path + Wire.name(one.kind()),
                                        text.of("notification.mail_text", one.kind()),
                                        one.own()))
                                .toList()))
                .toList();
    }

    @GetMapping("/{language}/{kind}")
    ModelAndView read(
            @PathVariable String slug, @PathVariable String language, @PathVariable MailText kind, Page page) {
        OrganizationView organization = organizations.find(slug);
        MailTexts.Shown shown = texts.read(organization.id(), kind, Languages.offered(language));
        return shown(organization, shown, shown.now(), FieldErrors.none(), page);
    }

    @PostMapping("/{language}/{kind}")
    ModelAndView save(
            @PathVariable String slug,
            @PathVariable String language,
            @PathVariable MailText kind,
            MailWords words,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        Locale locale = Languages.offered(language);
        try {
            texts.save(organization.id(), kind, locale, words);
        } catch (InvalidInput invalid) {
            return refused(organization, texts.read(organization.id(), kind, locale), words, invalid, page);
        }
        Flash.good(page.text().get("notification.mail_texts.saved")).with(redirect);
        return SeeOther.to(path(organization) + "/" + language + "/" + Wire.name(kind));
    }

    @PostMapping("/{language}/{kind}/tests")
    ModelAndView test(
            @PathVariable String slug,
            @PathVariable String language,
            @PathVariable MailText kind,
            MailWords words,
            Page page) {
        OrganizationView organization = organizations.find(slug);
        Locale locale = Languages.offered(language);
        MailTexts.Shown shown = texts.read(organization.id(), kind, locale);
        try {
            String address = texts.test(organization.id(), kind, locale, words);
            // what was written is not kept yet, so the page comes back with it
            return shown(organization, shown, words, FieldErrors.none(), page)
                    .addObject("told", page.text().get("notification.mail_texts.tested", address));
        } catch (InvalidInput invalid) {
            return refused(organization, shown, words, invalid, page);
        }
    }

    @PostMapping("/{language}/{kind}/resets")
    ModelAndView reset(
            @PathVariable String slug,
            @PathVariable String language,
            @PathVariable MailText kind,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        texts.reset(organization.id(), kind, Languages.offered(language));
        Flash.good(page.text().get("notification.mail_texts.reset.done")).with(redirect);
        return SeeOther.to(path(organization) + "/" + language + "/" + Wire.name(kind));
    }

    @PostMapping("/{language}/{kind}/restorations")
    ModelAndView restore(
            @PathVariable String slug,
            @PathVariable String language,
            @PathVariable MailText kind,
            @RequestParam(defaultValue = "0") int version,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        texts.restore(organization.id(), kind, Languages.offered(language), version);
        Flash.good(page.text().get("notification.mail_texts.restored", version)).with(redirect);
        return SeeOther.to(path(organization) + "/" + language + "/" + Wire.name(kind));
    }

    private ModelAndView refused(
            OrganizationView organization, MailTexts.Shown now, MailWords words, InvalidInput invalid, Page page) {
        ModelAndView again = shown(organization, now, words, FieldErrors.of(invalid, page.text()), page);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView shown(
            OrganizationView organization, MailTexts.Shown now, MailWords words, FieldErrors errors, Page page) {
        Text text = page.text();
        String kind = Wire.name(now.kind());
        String label = text.of("notification.mail_text", now.kind());
        MailTextView view = new MailTextView(
                nav(organization, text),
                path(organization) + "/" + now.language().getLanguage(),
                path(organization) + "/" + now.language().getLanguage() + "/" + kind,
                label,
                languages(now.language(), one -> path(organization) + "/" + one.getLanguage() + "/" + kind),
                now.own(),
                fields(now.kind(), words, errors, text),
                now.kind().placeholders().stream()
                        .map(one -> new MailTextView.Name(
                                one.written(), text.of("notification.mail_texts.placeholder", one)))
                        .toList(),
                now.earlier().stream()
                        .map(one -> new MailTextView.Version(
                                one.version(), what(one, text), one.version() != now.version()))
                        .toList(),
                errors);
        return page.titled(label).hue(organization.hue()).show("notification/mail-text", "view", view);
    }

    private static String what(MailTexts.Earlier one, Text text) {
        return text.get(
                one.words().isOurs() ? "notification.mail_texts.version.ours" : "notification.mail_texts.version.own",
                one.version(),
                one.by(),
                text.dateTime(one.at(), ZoneId.of("UTC")));
    }

    private static List<Field> fields(MailText kind, MailWords words, FieldErrors errors, Text text) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("subject", text.get("notification.mail_texts.subject"))
                .value(words.subject())
                .error(errors.of("subject")));
        fields.add(Field.text("heading", text.get("notification.mail_texts.heading"))
                .value(words.heading())
                .error(errors.of("heading")));
        fields.add(Field.textarea("body", text.get("notification.mail_texts.body"))
                .with("rows", ROWS)
                .hint(text.get("notification.mail_texts.body.hint"))
                .value(words.body())
                .error(errors.of("body")));
        if (kind.hasButton())
            fields.add(Field.text("button", text.get("notification.mail_texts.button"))
                    .value(words.button())
                    .error(errors.of("button")));
        return fields;
    }

    private static List<Link> languages(Locale current, Function<Locale, String> path) {
        return Languages.ALL.stream()
                .map(one -> Link.to(path.apply(one), Languages.name(one)).current(one.equals(current)))
                .toList();
    }

    private OrganizationNav nav(OrganizationView organization, Text text) {
        return OrganizationNav.of(organization, OrganizationNav.Entry.MAIL_TEXTS, access, text);
    }

    private static String path(OrganizationView organization) {
        return OrganizationNav.path(organization) + "/mail-texts";
    }
}
