package io.marquee.payment.web;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationNav.Entry;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.payment.DisputeView;
import io.marquee.payment.EvidenceCase;
import io.marquee.payment.provider.Evidence;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.SeeOther;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an organization's owners answer disputes. */
@Controller
@RequestMapping("/manage/organizations/{slug}/disputes")
class DisputePages {
    private static final int SHOWN = 50;

    private final OrganizationReads organizations;
    private final EvidenceCase cases;
    private final DisputeViews views;
    private final Access access;

    DisputePages(OrganizationReads organizations, EvidenceCase cases, DisputeViews views, Access access) {
        this.organizations = organizations;
        this.cases = cases;
        this.views = views;
        this.access = access;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, @RequestParam(required = false) @Nullable String cursor, Page page) {
        OrganizationView organization = organization(slug);
        Slice<DisputeView> slice = cases.disputes(organization.id(), cursor, SHOWN);
        String path = path(organization);
        Pagination pagination = new Pagination(
                cursor == null ? null : path, slice.next() == null ? null : path + "?cursor=" + slice.next());
        OrganizationNav nav = OrganizationNav.of(organization, Entry.DISPUTES, access, page.text());
        return page.titled(page.text().get("payment.disputes.title"))
                .hue(organization.hue())
                .show("payment/disputes", "view", views.list(nav, slice.items(), pagination, path, page.text()));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String slug, @PathVariable UUID id, Page page) {
        OrganizationView organization = organization(slug);
        return shown(organization, dispute(organization, id), FieldErrors.none(), page);
    }

    @PostMapping("/{id}/evidence")
    ModelAndView write(
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        DisputeView dispute = dispute(organization, id);
        Map<Evidence, String> texts = new EnumMap<>(Evidence.class);
        Arrays.stream(Evidence.values())
                .filter(field -> field.kind() != Evidence.Kind.FILE && form.containsKey(Wire.name(field)))
                .forEach(field -> texts.put(field, form.get(Wire.name(field))));
        return done(
                organization,
                dispute,
                Flash.after(
                        () -> cases.write(dispute.id(), texts),
                        "payment.dispute.saved",
                        page.text(),
                        Refusal.Kind.CONFLICT),
                redirect);
    }

    @PostMapping("/{id}/files")
    ModelAndView attach(
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Page page,
            RedirectAttributes redirect)
            throws IOException {
        OrganizationView organization = organization(slug);
        DisputeView dispute = dispute(organization, id);
        try {
            if (file == null) throw InvalidInput.at("file", "required");
            String name = file.getOriginalFilename();
            cases.attach(dispute.id(), evidence(field), name == null ? "" : name, file.getBytes());
        } catch (InvalidInput invalid) {
            return shown(
                    organization,
                    dispute,
                    FieldErrors.of("file", FieldErrors.of(invalid, page.text()).together()),
                    page);
        }
        return done(organization, dispute, Flash.good(page.text().get("payment.dispute.attached")), redirect);
    }

    @GetMapping("/{id}/files/{field}")
    ModelAndView file(@PathVariable String slug, @PathVariable UUID id, @PathVariable String field) {
        DisputeView dispute = dispute(organization(slug), id);
        return SeeOther.to(cases.file(dispute.id(), evidence(field)).path());
    }

    @PostMapping("/{id}/evidence/{field}/removal")
    ModelAndView remove(
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable String field,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        DisputeView dispute = dispute(organization, id);
        cases.remove(dispute.id(), evidence(field));
        return done(organization, dispute, Flash.good(page.text().get("payment.dispute.removed")), redirect);
    }

    @PostMapping("/{id}/submission")
    ModelAndView submit(@PathVariable String slug, @PathVariable UUID id, Page page, RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        DisputeView dispute = dispute(organization, id);
        return done(
                organization,
                dispute,
                Flash.after(
                        () -> cases.submit(dispute.id()),
                        "payment.dispute.submitted",
                        page.text(),
                        Refusal.Kind.CONFLICT),
                redirect);
    }

    private static Evidence evidence(String word) {
        return Arrays.stream(Evidence.values())
                .filter(field -> Wire.name(field).equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("field", "choice"));
    }

    private static ModelAndView done(
            OrganizationView organization, DisputeView dispute, Flash flash, RedirectAttributes redirect) {
        flash.with(redirect);
        return SeeOther.to(path(organization) + "/" + dispute.id());
    }

    private ModelAndView shown(OrganizationView organization, DisputeView dispute, FieldErrors errors, Page page) {
        OrganizationNav nav = OrganizationNav.of(organization, Entry.DISPUTES, access, page.text());
        ModelAndView shown = page.titled(page.text().get("payment.dispute.title"))
                .hue(organization.hue())
                .show("payment/dispute", "view", views.page(nav, dispute, path(organization), errors, page.text()));
        if (errors.any()) shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private DisputeView dispute(OrganizationView organization, UUID id) {
        DisputeView dispute = cases.dispute(id);
        if (!dispute.organization().equals(organization.id())) throw new NotFound("dispute");
        return dispute;
    }

    private OrganizationView organization(String slug) {
        OrganizationView organization = organizations.find(slug);
        access.require(Permission.MANAGE_MONEY, organization.id());
        return organization;
    }

    private static String path(OrganizationView organization) {
        return OrganizationNav.path(organization) + "/disputes";
    }
}
