package io.marquee.notification;

import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.notification.MailTextTable.Version;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The texts of mails that an organization words itself, for those who may edit it. */
@Component
public class MailTexts {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_BODY = 10_000;
    private static final int VERSIONS = 50;

    private final MailTextTable texts;
    private final SampleLetters samples;
    private final PostOffice post;
    private final LetterPress press;
    private final OrganizationReads organizations;
    private final People people;
    private final Access access;

    MailTexts(
            MailTextTable texts,
            SampleLetters samples,
            PostOffice post,
            LetterPress press,
            OrganizationReads organizations,
            People people,
            Access access) {
        this.texts = texts;
        this.samples = samples;
        this.post = post;
        this.press = press;
        this.organizations = organizations;
        this.people = people;
        this.access = access;
    }

    /** One of an organization and language. @param own whether something of it is the organization's own */
    public record Entry(MailText kind, boolean own) {}

    /**
     * A text as it stands.
     *
     * @param now what is sent: the organization's own, and ours in its gaps
     * @param ours the product's own text, with its placeholders
     * @param version of the organization's own text; 0 where there never was one
     * @param earlier all versions, the latest first
     */
    public record Shown(
            MailText kind, Locale language, MailWords now, MailWords ours, int version, List<Earlier> earlier) {
        /** Whether something of it is the organization's own. */
        public boolean own() {
            return !now.unlike(ours).isOurs();
        }
    }

    /** One version. @param by the name of whoever made it, or blank where they are not there any more */
    public record Earlier(int version, MailWords words, String by, Instant at) {}

    /** A mail as it would be sent, with invented particulars. */
    public record Preview(String subject, String html, String plain) {}

    @Transactional(readOnly = true)
    public List<Entry> list(OrganizationId organization, Locale language) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        Map<MailText, MailWords> own = texts.all(organization, language.getLanguage());
        return Arrays.stream(MailText.values())
                .map(kind ->
                        new Entry(kind, !own.getOrDefault(kind, MailWords.OURS).isOurs()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Shown read(OrganizationId organization, MailText kind, Locale language) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        List<Version> versions = texts.versions(organization, kind, language.getLanguage(), VERSIONS);
        Map<PersonId, PersonView> names =
                people.byIds(versions.stream().map(Version::by).distinct().toList());
        MailWords ours = samples.ours(kind, language);
        MailWords own =
                versions.isEmpty() ? MailWords.OURS : versions.getFirst().words();
        return new Shown(
                kind,
                language,
                own.or(ours),
                ours,
                versions.isEmpty() ? 0 : versions.getFirst().number(),
                versions.stream()
                        .map(one -> new Earlier(one.number(), one.words(), name(names.get(one.by())), one.at()))
                        .toList());
    }

    private static String name(@Nullable PersonView person) {
        return person == null ? "" : person.name();
    }

    /** What is blank, or the same as ours, is ours from now on. @throws InvalidInput at the part that names what there is not */
    @Transactional
    public void save(OrganizationId organization, MailText kind, Locale language, MailWords words) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        add(organization, kind, language, checked(kind, language, words));
    }

    /** Back to ours. The versions stay. */
    @Transactional
    public void reset(OrganizationId organization, MailText kind, Locale language) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        add(organization, kind, language, MailWords.OURS);
    }

    /** Back to an earlier version. @throws NotFound */
    @Transactional
    public void restore(OrganizationId organization, MailText kind, Locale language, int version) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        MailWords then = texts.versions(organization, kind, language.getLanguage(), Integer.MAX_VALUE).stream()
                .filter(one -> one.number() == version)
                .map(Version::words)
                .findFirst()
                .orElseThrow(() -> new NotFound("version"));
        add(organization, kind, language, checked(kind, language, then));
    }

    private void add(OrganizationId organization, MailText kind, Locale language, MailWords words) {
        String code = language.getLanguage();
        Version last =
                texts.versions(organization, kind, code, 1).stream().findFirst().orElse(null);
        boolean same = words.equals(last == null ? MailWords.OURS : last.words());
        int next = last == null ? 1 : last.number() + 1;
        // whoever saved at the same moment was first: the later one sees theirs before deciding anew
        if (!same && !texts.add(organization, kind, code, next, words, access.personId())) throw new TextChanged();
    }

    /** As it would look. @throws InvalidInput */
    @Transactional(readOnly = true)
    public Preview preview(OrganizationId organization, MailText kind, Locale language, MailWords words) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        LetterPress.Printed printed = press.print(letter(organization, kind, language, words));
        return new Preview(printed.subject(), samples.withPictures(printed.html()), printed.plain());
    }

    /** To the address of whoever asks, as it would look. @return that address @throws InvalidInput */
    @Transactional
    public String test(OrganizationId organization, MailText kind, Locale language, MailWords words) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        PersonView me = people.me();
        if (!me.verified()) throw new AddressNotConfirmed();
        Letter letter = SampleLetters.withoutTickets(letter(organization, kind, language, words));
        String address = me.email().value();
        post.take(new NewMail(
                "text_test:" + Ids.next(), "text_test", Topic.ACCOUNT, organization, address, null, null, letter));
        return address;
    }

    private Letter letter(OrganizationId organization, MailText kind, Locale language, MailWords words) {
        Letter sample = samples.letter(kind, language, organizations.byId(organization));
        return Wordings.worded(sample, kind, checked(kind, language, words));
    }

    private MailWords checked(MailText kind, Locale language, MailWords words) {
        MailWords own = words.unlike(samples.ours(kind, language));
        InvalidInput.Gatherer problems = InvalidInput.gather();
        checkLine(problems, "subject", own.subject(), kind);
        checkLine(problems, "heading", own.heading(), kind);
        problems.check(length(own.body()) <= LONGEST_BODY, "body", "too_long", LONGEST_BODY);
        Placeholders.check(problems, "body", own.body(), kind);
        checkLine(problems, "button", own.button(), kind);
        problems.orThrow();
        return kind.hasButton() ? own : new MailWords(own.subject(), own.heading(), own.body(), null);
    }

    private static void checkLine(InvalidInput.Gatherer problems, String field, @Nullable String text, MailText kind) {
        problems.check(length(text) <= LONGEST_LINE, field, "too_long", LONGEST_LINE);
        problems.check(text == null || text.lines().count() == 1, field, "one_line");
        Placeholders.check(problems, field, text, kind);
    }

    private static int length(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").length();
    }
}
