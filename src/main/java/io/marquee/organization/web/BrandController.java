package io.marquee.organization.web;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.organization.Branding;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.io.IOException;
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

/** What an organization says of itself and looks like. */
@Controller
@RequestMapping("/manage/organizations/{slug}/brand")
class BrandController {
    private final OrganizationReads reads;
    private final Branding branding;
    private final Access access;

    BrandController(OrganizationReads reads, Branding branding, Access access) {
        this.reads = reads;
        this.branding = branding;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        OrganizationView organization = organization(slug);
        return shown(organization, BrandFields.of(organization), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView edit(@PathVariable String slug, BrandFields typed, Page page, RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        try {
            branding.edit(organization.id(), typed.brand());
        } catch (InvalidInput e) {
            return shown(organization, typed, FieldErrors.of(e, page.text()), page);
        }
        Flash.good(page.text().get("organization.brand.saved")).with(redirect);
        return SeeOther.to(OrganizationNav.path(organization) + "/brand");
    }

    @PostMapping("/logo")
    ModelAndView setLogo(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable MultipartFile logo,
            Page page,
            RedirectAttributes redirect)
            throws IOException {
        OrganizationView organization = organization(slug);
        try {
            if (logo == null) throw InvalidInput.at("logo", "required");
            branding.setLogo(organization.id(), logo.getBytes());
        } catch (InvalidInput e) {
            return shown(organization, BrandFields.of(organization), FieldErrors.of(e, page.text()), page);
        }
        Flash.good(page.text().get("organization.logo.saved")).with(redirect);
        return SeeOther.to(OrganizationNav.path(organization) + "/brand");
    }

    @PostMapping("/logo/removal")
    ModelAndView removeLogo(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        branding.removeLogo(organization.id());
        Flash.good(page.text().get("organization.logo.removed")).with(redirect);
        return SeeOther.to(OrganizationNav.path(organization) + "/brand");
    }

    private OrganizationView organization(String slug) {
        OrganizationView organization = reads.find(slug);
        access.require(Permission.EDIT_ORGANIZATION, organization.id());
        return organization;
    }

    private ModelAndView shown(OrganizationView organization, BrandFields typed, FieldErrors errors, Page page) {
        BrandView view = BrandView.of(
                OrganizationNav.of(organization, OrganizationNav.Entry.BRAND, access, page.text()),
                typed,
                errors,
                page.text());
        ModelAndView shown = page.titled(page.text().get("organization.brand.title", organization.name()))
                .hue(organization.hue())
                .show("organization/brand", "view", view);
        if (errors.any()) {
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown;
    }
}
