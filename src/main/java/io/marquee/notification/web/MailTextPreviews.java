package io.marquee.notification.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.notification.MailText;
import io.marquee.notification.MailTexts;
import io.marquee.notification.MailWords;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.web.ContentPolicy;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Languages;
import io.marquee.platform.web.Page;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a mail would look with words that are still being written: a document for the frame beside the form. */
@Controller
class MailTextPreviews {
    /** Mail brings styles of its own; nothing in it may run or reach out, and our own page alone may frame it. */
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'";

    private static final String IN_THE_DARK = "@media (prefers-color-scheme: dark)";

    private final OrganizationReads organizations;
    private final MailTexts texts;

    MailTextPreviews(OrganizationReads organizations, MailTexts texts) {
        this.organizations = organizations;
        this.texts = texts;
    }

    /** How one looks at it. */
    enum Look {
        LIGHT,
        DARK,
        PLAIN
    }

    @PostMapping("/manage/organizations/{slug}/mail-texts/{language}/{kind}/previews")
    ResponseEntity<String> preview(
            @PathVariable String slug,
            @PathVariable String language,
            @PathVariable MailText kind,
            @RequestParam(defaultValue = "light") Look look,
            MailWords words,
            Page page) {
        try {
            MailTexts.Preview preview =
                    texts.preview(organizations.find(slug).id(), kind, Languages.offered(language), words);
            return switch (look) {
                case LIGHT ->
                    answer(HttpStatus.OK, MediaType.TEXT_HTML, preview.html().replace(IN_THE_DARK, "@media not all"));
                case DARK ->
                    answer(HttpStatus.OK, MediaType.TEXT_HTML, preview.html().replace(IN_THE_DARK, "@media all"));
                case PLAIN -> answer(HttpStatus.OK, MediaType.TEXT_PLAIN, preview.subject() + "\n\n" + preview.plain());
            };
        } catch (InvalidInput invalid) {
            String why = FieldErrors.of(invalid, page.text()).together();
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, MediaType.TEXT_PLAIN, why);
        }
    }

    private static ResponseEntity<String> answer(HttpStatus status, MediaType type, String body) {
        return ResponseEntity.status(status)
                .header(ContentPolicy.HEADER, POLICY)
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .body(body);
    }
}
