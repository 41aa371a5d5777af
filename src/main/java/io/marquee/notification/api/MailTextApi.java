package io.marquee.notification.api;

import io.marquee.kernel.OrganizationId;
import io.marquee.notification.MailText;
import io.marquee.notification.MailText.Placeholder;
import io.marquee.notification.MailTexts;
import io.marquee.notification.MailWords;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.web.Languages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The texts of mails in an organization's own words. */
@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}/mail-texts")
@Tag(name = "Messages")
class MailTextApi {
    private final OrganizationReads organizations;
    private final MailTexts texts;

    MailTextApi(OrganizationReads organizations, MailTexts texts) {
        this.organizations = organizations;
        this.texts = texts;
    }

    /** @param own whether something of it is the organization's own */
    record Entry(@Schema(example = "order_paid") MailText kind, boolean own) {}

    record Listed(List<Entry> items) {}

    /**
     * The words of a mail. A part that is null or blank is the product's own.
     *
     * @param body in Markdown
     * @param button the label of its button, where it has one that can be changed
     */
    record Words(
            @Schema(example = "Your tickets for {event}") @Nullable
            String subject,

            @Schema(example = "See you there, {buyer}") @Nullable
            String heading,

            @Schema(example = "**Doors open at 19:00.** Come by tram.") @Nullable
            String body,

            @Schema(example = "Open my order") @Nullable String button) {
        MailWords words() {
            return new MailWords(subject, heading, body, button);
        }

        static Words of(MailWords words) {
            return new Words(words.subject(), words.heading(), words.body(), words.button());
        }
    }

    /**
     * @param now what is sent
     * @param ours the product's own text
     * @param placeholders what it can name, in braces
     * @param versions all there were, the latest first; a part that is null was the product's own
     */
    record Shown(
            @Schema(example = "order_paid") MailText kind,
            @Schema(example = "en") String language,
            Words now,
            Words ours,
            List<Placeholder> placeholders,
            List<Version> versions) {}

    record Version(
            @Schema(example = "3") int version,
            Words words,
            @Schema(example = "Olga Owner") String by,
            Instant at) {}

    record Preview(
            @Schema(example = "Your tickets for Summer night")
            String subject,

            String html,
            String plain) {}

    record Tested(@Schema(example = "ada@example.org") String recipient) {}

    record Restoration(@Schema(example = "2") @Nullable Integer version) {}

    @GetMapping("/{language}")
    @Operation(summary = "List the mails whose words can be changed")
    Listed list(@PathVariable String idOrSlug, @PathVariable String language) {
        return new Listed(texts.list(id(idOrSlug), language(language)).stream()
                .map(one -> new Entry(one.kind(), one.own()))
                .toList());
    }

    @GetMapping("/{language}/{kind}")
    @Operation(summary = "Read a mail’s words, the product’s own beside them, and all versions")
    Shown read(@PathVariable String idOrSlug, @PathVariable String language, @PathVariable MailText kind) {
        MailTexts.Shown shown = texts.read(id(idOrSlug), kind, language(language));
        return new Shown(
                kind,
                shown.language().getLanguage(),
                Words.of(shown.now()),
                Words.of(shown.ours()),
                kind.placeholders(),
                shown.earlier().stream()
                        .map(one -> new Version(one.version(), Words.of(one.words()), one.by(), one.at()))
                        .toList());
    }

    @PutMapping("/{language}/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change a mail’s words")
    void save(
            @PathVariable String idOrSlug,
            @PathVariable String language,
            @PathVariable MailText kind,
            @RequestBody Words words) {
        texts.save(id(idOrSlug), kind, language(language), words.words());
    }

    @DeleteMapping("/{language}/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Go back to the product’s own words; the versions stay")
    void reset(@PathVariable String idOrSlug, @PathVariable String language, @PathVariable MailText kind) {
        texts.reset(id(idOrSlug), kind, language(language));
    }

    @PostMapping("/{language}/{kind}/restorations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Go back to an earlier version")
    void restore(
            @PathVariable String idOrSlug,
            @PathVariable String language,
            @PathVariable MailText kind,
            @RequestBody Restoration asked) {
        int version = Objects.requireNonNullElse(asked.version(), 0);
        texts.restore(id(idOrSlug), kind, language(language), version);
    }

    @PostMapping("/{language}/{kind}/previews")
    @Operation(summary = "See how words would look, with invented particulars; nothing is kept")
    Preview preview(
            @PathVariable String idOrSlug,
            @PathVariable String language,
            @PathVariable MailText kind,
            @RequestBody Words words) {
        MailTexts.Preview preview = texts.preview(id(idOrSlug), kind, language(language), words.words());
        return new Preview(preview.subject(), preview.html(), preview.plain());
    }

    @PostMapping("/{language}/{kind}/tests")
    @Operation(summary = "Send words to your own address, with invented particulars; nothing is kept")
    Tested test(
            @PathVariable String idOrSlug,
            @PathVariable String language,
            @PathVariable MailText kind,
            @RequestBody Words words) {
        return new Tested(texts.test(id(idOrSlug), kind, language(language), words.words()));
    }

    private OrganizationId id(String idOrSlug) {
        return organizations.find(idOrSlug).id();
    }

    private static Locale language(String code) {
        return Languages.offered(code);
    }
}
