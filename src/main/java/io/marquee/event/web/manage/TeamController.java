package io.marquee.event.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventRefused;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.Team;
import io.marquee.event.TeamInvitation;
import io.marquee.event.TeamInvitations;
import io.marquee.event.TeamMember;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** An event's team: by itself, and as a step of the wizard. */
@Controller
@RequestMapping("/manage/events/{slug}/team")
class TeamController {
    private final Team team;
    private final TeamInvitations invitations;
    private final EventReads reads;
    private final Access access;

    TeamController(Team team, TeamInvitations invitations, EventReads reads, Access access) {
        this.team = team;
        this.invitations = invitations;
        this.reads = reads;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @RequestParam(defaultValue = "") String wizard, Page page) {
        return shown(event(slug), wizard, new RoleForm(Map.of()), FieldErrors.none(), page);
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String wizard,
            @RequestParam Map<String, String> values,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        RoleForm form = new RoleForm(values);
        try {
            TeamInvitation asked = invitations.invite(event.id(), form.email(), form.role(), form.grants());
            Flash.good(page.text().get("event.team.asked", asked.email())).with(redirect);
            return back(event, wizard);
        } catch (InvalidInput invalid) {
            return refused(event, wizard, form, FieldErrors.of(invalid, page.text()), page);
        } catch (EventRefused.AlreadyInTeam already) {
            String words = page.text()
                    .get("refusal.already_in_team", already.arguments().toArray());
            return refused(event, wizard, form, FieldErrors.of("email", words), page);
        }
    }

    @PostMapping("/invitations/{invitation}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String slug, @PathVariable UUID invitation, @RequestParam(defaultValue = "") String wizard) {
        EventView event = event(slug);
        team.withdraw(event.id(), invitation);
        return back(event, wizard);
    }

    @GetMapping("/{person}")
    ModelAndView askRole(@PathVariable String slug, @PathVariable UUID person, Page page) {
        EventView event = event(slug);
        TeamMember member = member(event, person);
        Map<String, String> now = new HashMap<>(Map.of("role", Wire.name(member.role())));
        member.grants().forEach(grant -> now.put(RoleForm.name(grant), "true"));
        return page.titled(member.person().name())
                .hue(event.details().hue())
                .show("event/team-member", "nav", ManageNav.of(event, ManageNav.Entry.TEAM, access, page.text()))
                .addObject("member", member)
                .addObject("fields", new RoleForm(now).roleFields(FieldErrors.none(), page.text()));
    }

    @PostMapping("/{person}")
    ModelAndView change(
            @PathVariable String slug,
            @PathVariable UUID person,
            @RequestParam Map<String, String> values,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        RoleForm form = new RoleForm(values);
        team.change(event.id(), PersonId.of(person), form.role(), form.grants());
        Flash.good(page.text().get("event.edit.saved")).with(redirect);
        return back(event, "");
    }

    @PostMapping("/{person}/removal")
    ModelAndView remove(@PathVariable String slug, @PathVariable UUID person) {
        EventView event = event(slug);
        team.remove(event.id(), PersonId.of(person));
        return back(event, "");
    }

    private EventView event(String slug) {
        return reads.where(Permission.MANAGE_TEAM, slug);
    }

    private TeamMember member(EventView event, UUID person) {
        return team.members(event.id()).stream()
                .filter(member -> member.person().id().value().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound("person"));
    }

    private static ModelAndView back(EventView event, String wizard) {
        return SeeOther.to("/manage/events/" + event.slug() + "/team" + (wizard.isEmpty() ? "" : "?wizard=1"));
    }

    private ModelAndView refused(EventView event, String wizard, RoleForm form, FieldErrors errors, Page page) {
        ModelAndView again = shown(event, wizard, form, errors, page);
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }

    private ModelAndView shown(EventView event, String wizard, RoleForm form, FieldErrors errors, Page page) {
        TeamView view = new TeamView(
                ManageNav.of(event, ManageNav.Entry.TEAM, access, page.text()),
                wizard.isEmpty() ? List.of() : WizardSteps.TEAM.of(event, page.text()),
                team.members(event.id()),
                team.invitations(event.id()),
                form.fields(errors, page.text()),
                errors);
        return page.titled(event.details().title()).hue(event.details().hue()).show("event/team", "view", view);
    }
}
