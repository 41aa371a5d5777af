package io.marquee.notification.web;

import io.marquee.identity.Access;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.notification.SuppressionView;
import io.marquee.notification.Suppressions;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Addresses that an organization does not write to. */
@Controller
@RequestMapping("/manage/organizations/{slug}/suppressions")
class SuppressionPages {
    private static final int PAGE = 50;

    private final OrganizationReads organizations;
    private final Suppressions suppressions;
    private final Access access;

    SuppressionPages(OrganizationReads organizations, Suppressions suppressions, Access access) {
        this.organizations = organizations;
        this.suppressions = suppressions;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        return shown(organizations.find(slug), email, cursor, "", FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView enter(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String email,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        try {
            suppressions.enter(organization.id(), email);
        } catch (InvalidInput invalid) {
            ModelAndView shown = shown(organization, "", null, email, FieldErrors.of(invalid, page.text()), page);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        }
        Flash.good(page.text().get("notification.suppressions.entered", email.strip()))
                .with(redirect);
        return SeeOther.to(path(organization));
    }

    @PostMapping("/{id}/removal")
    ModelAndView lift(@PathVariable String slug, @PathVariable UUID id, Page page, RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        suppressions.lift(organization.id(), id);
        Flash.good(page.text().get("notification.suppressions.lifted")).with(redirect);
        return SeeOther.to(path(organization));
    }

    private ModelAndView shown(
            OrganizationView organization,
            String email,
            @Nullable String cursor,
            String entered,
            FieldErrors errors,
            Page page) {
        Text text = page.text();
        Slice<SuppressionView> some = suppressions.of(organization.id(), email, cursor, PAGE);
        String path = path(organization);
        String search = "?email=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        SuppressionsView view = new SuppressionsView(
                OrganizationNav.of(organization, OrganizationNav.Entry.SUPPRESSIONS, access, text),
                path,
                some.items().stream().map(one -> row(one, path, text)).toList(),
                email,
                new Pagination(
                        cursor == null ? null : path + search,
                        some.next() == null ? null : path + search + "&cursor=" + some.next()),
                Field.email("email", text.get("notification.suppressions.email"))
                        .required()
                        .value(entered)
                        .error(errors.of("email")),
                errors);
        return page.titled(text.get("notification.suppressions.title", organization.name()))
                .hue(organization.hue())
                .show("notification/suppressions", "view", view);
    }

    private static SuppressionsView.Row row(SuppressionView one, String path, Text text) {
        return new SuppressionsView.Row(one.email(), why(one, text), one.detail(), path + "/" + one.id() + "/removal");
    }

    /** The reason, what it is about, and since when. */
    static String why(SuppressionView one, Text text) {
        String what = one.topic() == null
                ? text.get("notification.preferences.everything")
                : text.of("notification.topic", one.topic());
        return text.get(
                "notification.suppressions.why",
                text.of("notification.reason", one.reason()),
                what,
                text.dateTime(one.at(), ZoneId.of("UTC")));
    }

    private static String path(OrganizationView organization) {
        return OrganizationNav.path(organization) + "/suppressions";
    }
}
