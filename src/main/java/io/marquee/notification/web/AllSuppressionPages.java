package io.marquee.notification.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.notification.SuppressionView;
import io.marquee.notification.Suppressions;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Addresses that are not written to, of all organizations, for administrators. */
@Controller
@RequestMapping(AllSuppressionPages.PATH)
class AllSuppressionPages {
    static final String PATH = "/admin/suppressions";
    private static final int PAGE = 50;

    private final Suppressions suppressions;
    private final OrganizationReads organizations;

    AllSuppressionPages(Suppressions suppressions, OrganizationReads organizations) {
        this.suppressions = suppressions;
        this.organizations = organizations;
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        return shown(email, cursor, "", "", FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView enter(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String why,
            Page page,
            RedirectAttributes redirect) {
        try {
            suppressions.enterForAll(email, why);
        } catch (InvalidInput invalid) {
            ModelAndView again = shown("", null, email, why, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.good(page.text().get("notification.suppressions.entered", email.strip()))
                .with(redirect);
        return SeeOther.to(PATH);
    }

    @PostMapping("/{id}/removal")
    ModelAndView lift(@PathVariable UUID id, Page page, RedirectAttributes redirect) {
        suppressions.liftAny(id);
        Flash.good(page.text().get("notification.suppressions.lifted")).with(redirect);
        return SeeOther.to(PATH);
    }

    private ModelAndView shown(
            String email, @Nullable String cursor, String entered, String why, FieldErrors errors, Page page) {
        Text text = page.text();
        Slice<SuppressionView> some = suppressions.all(email, cursor, PAGE);
        Map<OrganizationId, OrganizationView> names = organizations.byIds(some.items().stream()
                .map(SuppressionView::organization)
                .filter(Objects::nonNull)
                .map(OrganizationId::of)
                .distinct()
                .toList());
        String search = "?email=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        AllSuppressionsView view = new AllSuppressionsView(
                some.items().stream().map(one -> row(one, names, text)).toList(),
                email,
                new Pagination(
                        cursor == null ? null : PATH + search,
                        some.next() == null ? null : PATH + search + "&cursor=" + some.next()),
                List.of(
                        Field.email("email", text.get("notification.suppressions.email"))
                                .required()
                                .value(entered)
                                .error(errors.of("email")),
                        Field.text("why", text.get("notification.suppressions.all.why"))
                                .required()
                                .value(why)
                                .error(errors.of("why"))),
                errors);
        return page.titled(text.get("notification.suppressions.all"))
                .show("notification/all-suppressions", "view", view);
    }

    private static SuppressionsView.Row row(
            SuppressionView one, Map<OrganizationId, OrganizationView> names, Text text) {
        OrganizationView organization =
                one.organization() == null ? null : names.get(OrganizationId.of(one.organization()));
        String whose = organization == null ? text.get("notification.suppressions.all.everybody") : organization.name();
        return new SuppressionsView.Row(
                one.email(),
                text.get("notification.suppressions.all.for", whose, SuppressionPages.why(one, text)),
                one.detail(),
                PATH + "/" + one.id() + "/removal");
    }
}
