package io.marquee.organization.web;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.organization.Invitations;
import io.marquee.organization.Members;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationRefused;
import io.marquee.organization.OrganizationRefused.LastOwner;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who belongs to an organization, and who was asked to. */
@Controller
@RequestMapping("/manage/organizations/{slug}/members")
class MembersController {
    private final OrganizationReads reads;
    private final Members members;
    private final Invitations invitations;
    private final Access access;

    MembersController(OrganizationReads reads, Members members, Invitations invitations, Access access) {
        this.reads = reads;
        this.members = members;
        this.invitations = invitations;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        return shown(reads.find(slug), "", OrganizationRole.MEMBER, FieldErrors.none(), page);
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "member") String role,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = reads.find(slug);
        OrganizationRole wanted = role(role);
        try {
            invitations.send(organization.id(), email, wanted);
        } catch (InvalidInput e) {
            return shown(organization, email, wanted, FieldErrors.of(e, page.text()), page);
        }
        return done(organization, page.text().get("organization.members.invited", email.strip()), redirect);
    }

    @PostMapping("/invitations/{invitation}/revocation")
    ModelAndView revoke(
            @PathVariable String slug, @PathVariable UUID invitation, Page page, RedirectAttributes redirect) {
        OrganizationView organization = reads.find(slug);
        invitations.revoke(organization.id(), invitation);
        return done(organization, page.text().get("organization.members.revoked"), redirect);
    }

    @PostMapping("/{person}")
    ModelAndView changeRole(
            @PathVariable String slug,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String role,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = reads.find(slug);
        try {
            members.changeRole(organization.id(), PersonId.of(person), role(role));
        } catch (LastOwner e) {
            return refused(organization, e, page, redirect);
        }
        return done(organization, page.text().get("organization.members.changed"), redirect);
    }

    /** Who takes themselves out has no business here any more. */
    @PostMapping("/{person}/removal")
    ModelAndView remove(@PathVariable String slug, @PathVariable UUID person, Page page, RedirectAttributes redirect) {
        OrganizationView organization = reads.find(slug);
        try {
            members.remove(organization.id(), PersonId.of(person));
        } catch (LastOwner e) {
            return refused(organization, e, page, redirect);
        }
        if (!access.personId().value().equals(person)) {
            return done(organization, page.text().get("organization.members.removed"), redirect);
        }
        Flash.good(page.text().get("organization.members.left", organization.name()))
                .with(redirect);
        return SeeOther.to("/manage");
    }

    private ModelAndView shown(
            OrganizationView organization, String email, OrganizationRole role, FieldErrors errors, Page page) {
        boolean manages = access.may(Permission.MANAGE_MEMBERS, organization.id());
        MembersView view = MembersView.of(
                OrganizationNav.of(organization, OrganizationNav.Entry.MEMBERS, access, page.text()),
                members.of(organization.id()),
                manages ? invitations.open(organization.id()) : List.of(),
                new MembersView.Powers(manages, access.may(Permission.MANAGE_OWNERS, organization.id())),
                MembersView.invite(email, role, errors, page.text()),
                page.text());
        ModelAndView shown = page.titled(page.text().get("organization.members.title", organization.name()))
                .hue(organization.hue())
                .show("organization/members", "view", view)
                .addObject("errors", errors);
        if (errors.any()) {
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown;
    }

    private static ModelAndView done(OrganizationView organization, String words, RedirectAttributes redirect) {
        Flash.good(words).with(redirect);
        return SeeOther.to(OrganizationNav.path(organization) + "/members");
    }

    private static ModelAndView refused(
            OrganizationView organization, OrganizationRefused refused, Page page, RedirectAttributes redirect) {
        Flash.bad(page.text().why(refused)).with(redirect);
        return SeeOther.to(OrganizationNav.path(organization) + "/members");
    }

    /** @throws InvalidInput for a word that is no role */
    private static OrganizationRole role(String word) {
        try {
            return Wire.parse(OrganizationRole.class, word);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.at("role", "value");
        }
    }
}
