package io.marquee.invoicing.web;

import io.marquee.identity.Access;
import io.marquee.invoicing.SellerDetails;
import io.marquee.invoicing.Sellers;
import io.marquee.kernel.InvalidInput;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who sells, as it stands on an organization's invoices. */
@Controller
@RequestMapping("/manage/organizations/{slug}/seller")
class SellerController {
    private final OrganizationReads organizations;
    private final Sellers sellers;
    private final Access access;

    SellerController(OrganizationReads organizations, Sellers sellers, Access access) {
        this.organizations = organizations;
        this.sellers = sellers;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        OrganizationView organization = organizations.find(slug);
        SellerDetails said = sellers.shown(organization.id());
        return shown(organization, said, !said.complete(), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView edit(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        boolean missing = !sellers.shown(organization.id()).complete();
        SellerDetails typed = SellerFields.read(fields);
        try {
            sellers.edit(organization.id(), typed);
        } catch (InvalidInput invalid) {
            ModelAndView shown = shown(organization, typed, missing, FieldErrors.of(invalid, page.text()), page);
            shown.setStatus(HttpStatus.valueOf(invalid.kind().status()));
            return shown;
        }
        Flash.good(page.text().get("invoicing.seller.saved")).with(redirect);
        return SeeOther.to(OrganizationNav.path(organization) + "/seller");
    }

    private ModelAndView shown(
            OrganizationView organization, SellerDetails typed, boolean missing, FieldErrors errors, Page page) {
        SellerView view = new SellerView(
                OrganizationNav.of(organization, OrganizationNav.Entry.SELLER, access, page.text()),
                SellerFields.of(typed, errors, page.text()),
                missing,
                errors);
        return page.titled(page.text().get("invoicing.seller.title", organization.name()))
                .hue(organization.hue())
                .show("invoicing/seller", "view", view);
    }
}
