package io.marquee.integration.web;

import io.marquee.identity.Access;
import io.marquee.integration.web.WebhookView.Log;
import io.marquee.integration.web.WebhookView.Row;
import io.marquee.integration.webhook.EndpointView;
import io.marquee.integration.webhook.Endpoints;
import io.marquee.integration.webhook.HappeningType;
import io.marquee.kernel.InvalidInput;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.List;
import java.util.Set;
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

/** Where an organization's own systems hear of what happens. */
@Controller
@RequestMapping("/manage/organizations/{slug}/webhooks")
class WebhookPages {
    private static final int PAGE = 30;

    private final OrganizationReads organizations;
    private final Endpoints endpoints;
    private final Access access;

    WebhookPages(OrganizationReads organizations, Endpoints endpoints, Access access) {
        this.organizations = organizations;
        this.endpoints = endpoints;
        this.access = access;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, Page page) {
        return list(organizations.find(slug), "", Set.of(), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView add(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(required = false, defaultValue = "") Set<HappeningType> types,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        EndpointView added;
        try {
            added = endpoints.add(organization.id(), url, types);
        } catch (InvalidInput invalid) {
            return refused(list(organization, url, types, FieldErrors.of(invalid, page.text()), page));
        }
        return told("integration.webhooks.saved", path(organization) + "/" + added.id(), page, redirect);
    }

    @GetMapping("/{endpoint}")
    ModelAndView one(
            @PathVariable String slug,
            @PathVariable UUID endpoint,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        OrganizationView organization = organizations.find(slug);
        EndpointView known = endpoints.byId(organization.id(), endpoint);
        return one(organization, known, cursor, known.url(), Set.copyOf(known.types()), FieldErrors.none(), page);
    }

    @PostMapping("/{endpoint}")
    ModelAndView change(
            @PathVariable String slug,
            @PathVariable UUID endpoint,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(required = false, defaultValue = "") Set<HappeningType> types,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        EndpointView known = endpoints.byId(organization.id(), endpoint);
        try {
            endpoints.change(organization.id(), endpoint, url, types);
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            return refused(one(organization, known, null, url, types, errors, page));
        }
        return told("integration.webhooks.saved", path(organization) + "/" + endpoint, page, redirect);
    }

    @PostMapping("/{endpoint}/removal")
    ModelAndView remove(
            @PathVariable String slug, @PathVariable UUID endpoint, Page page, RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        endpoints.remove(organization.id(), endpoint);
        return told("integration.webhooks.removed", path(organization), page, redirect);
    }

    @PostMapping("/{endpoint}/deliveries/{delivery}/replays")
    ModelAndView replay(
            @PathVariable String slug,
            @PathVariable UUID endpoint,
            @PathVariable UUID delivery,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        endpoints.replay(organization.id(), endpoint, delivery);
        return told("integration.webhooks.replayed", path(organization) + "/" + endpoint, page, redirect);
    }

    private ModelAndView list(
            OrganizationView organization, String url, Set<HappeningType> types, FieldErrors errors, Page page) {
        List<Row> rows = endpoints.of(organization.id()).stream()
                .map(one -> WebhookWords.row(one, path(organization), page.text()))
                .toList();
        return shown(organization, path(organization), rows, url, types, errors, null, page);
    }

    private ModelAndView one(
            OrganizationView organization,
            EndpointView known,
            @Nullable String cursor,
            String url,
            Set<HappeningType> types,
            FieldErrors errors,
            Page page) {
        String path = path(organization) + "/" + known.id();
        Log log = WebhookWords.log(
                known,
                endpoints.secret(known),
                endpoints.deliveries(organization.id(), known.id(), cursor, PAGE),
                path,
                cursor,
                page.text());
        return shown(organization, path, List.of(), url, types, errors, log, page);
    }

    private ModelAndView shown(
            OrganizationView organization,
            String path,
            List<Row> rows,
            String url,
            Set<HappeningType> types,
            FieldErrors errors,
            @Nullable Log log,
            Page page) {
        WebhookView view = new WebhookView(
                OrganizationNav.of(organization, OrganizationNav.Entry.WEBHOOKS, access, page.text()),
                path,
                rows,
                WebhookWords.fields(url, types, errors, page.text()),
                errors,
                log);
        return page.titled(page.text().get("integration.webhooks.title", organization.name()))
                .hue(organization.hue())
                .show(log == null ? "integration/webhooks" : "integration/webhook", "view", view);
    }

    private static ModelAndView refused(ModelAndView shown) {
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static ModelAndView told(String key, String path, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get(key)).with(redirect);
        return SeeOther.to(path);
    }

    private static String path(OrganizationView organization) {
        return OrganizationNav.path(organization) + "/webhooks";
    }
}
