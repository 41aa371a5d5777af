package io.marquee.organization.web;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.organization.Organizations;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making an organization, and the way to its pages. */
@Controller
class OrganizationController {
    private final Organizations organizations;
    private final OrganizationReads reads;
    private final Access access;

    OrganizationController(Organizations organizations, OrganizationReads reads, Access access) {
        this.organizations = organizations;
        this.reads = reads;
        this.access = access;
    }

    @GetMapping("/organizations/new")
    ModelAndView ask(Page page) {
        access.personId();
        return form("", FieldErrors.none(), page);
    }

    @PostMapping("/organizations")
    ModelAndView create(@RequestParam(defaultValue = "") String name, Page page, RedirectAttributes redirect) {
        OrganizationView made;
        try {
            made = organizations.create(access.personId(), name);
        } catch (InvalidInput e) {
            return form(name, FieldErrors.of(e, page.text()), page);
        }
        Flash.good(page.text().get("organization.new.done", made.name())).with(redirect);
        return SeeOther.to(OrganizationNav.path(made));
    }

    /** Whoever may change it sees how it looks; the others see who belongs to it. */
    @GetMapping("/manage/organizations/{slug}")
    ModelAndView show(@PathVariable String slug, Model model, RedirectAttributes redirect) {
        Flash.keep(model, redirect);
        OrganizationView organization = reads.find(slug);
        access.require(Permission.SEE_ORGANIZATION, organization.id());
        boolean edits = access.may(Permission.EDIT_ORGANIZATION, organization.id());
        return SeeOther.to(OrganizationNav.path(organization) + (edits ? "/brand" : "/members"));
    }

    private static ModelAndView form(String name, FieldErrors errors, Page page) {
        Text text = page.text();
        Field field = Field.text("name", text.get("organization.field.name"))
                .value(name)
                .required()
                .hint(text.get("organization.new.hint"))
                .with("maxlength", "120")
                .with("autocomplete", "organization")
                .error(errors.of("name"));
        ModelAndView shown = page.titled(text.get("organization.new.title"))
                .at(Nav.CREATE)
                .show("organization/new", "field", field)
                .addObject("errors", errors);
        if (errors.any()) {
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown;
    }
}
