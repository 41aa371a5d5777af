package io.marquee.event.web.manage;

import io.marquee.event.EventCovers;
import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.identity.People;
import io.marquee.kernel.InvalidInput;
import io.marquee.media.MediaRefused;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first step of the wizard. What it takes is a draft from then on. */
@Controller
@RequestMapping("/events/new")
class NewEventController {
    private final Hosts hosts;
    private final EventCovers covers;
    private final People people;
    private final Clock clock;

    NewEventController(Hosts hosts, EventCovers covers, People people, Clock clock) {
        this.hosts = hosts;
        this.covers = covers;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(Page page) {
        return shown(DetailsForm.blank(people.me().timeZone()), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView create(
            @RequestParam Map<String, String> values,
            @RequestParam(name = "cover", required = false) @Nullable MultipartFile cover,
            Page page,
            RedirectAttributes redirect)
            throws IOException {
        DetailsForm form = new DetailsForm(values);
        EventView draft;
        try {
            draft = hosts.create(form.get("organization"), readable(form));
        } catch (InvalidInput invalid) {
            ModelAndView again = shown(form, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        return SeeOther.to(afterwards(draft, cover, page, redirect));
    }

    /** An end in the past is nearly always a slip; who means it says so. */
    private EventDetails readable(DetailsForm form) {
        EventDetails details = form.details(null);
        boolean past = details.endsAt().atZone(details.timeZone()).toInstant().isBefore(clock.instant());
        if (past && !form.get("over").equals("true")) {
            boolean inOrder = details.endsAt().isAfter(details.startsAt());
            InvalidInput.gather()
                    .check(inOrder, "endsAt", "end_before_start")
                    .check(false, inOrder ? "endsAt" : "startsAt", "already_over")
                    .orThrow();
        }
        return details;
    }

    /** The draft is kept even where its cover is not taken. @return the page that comes next */
    private String afterwards(EventView draft, @Nullable MultipartFile cover, Page page, RedirectAttributes redirect)
            throws IOException {
        String manage = "/manage/events/" + draft.slug();
        if (cover != null && !cover.isEmpty()) {
            byte[] picture = cover.getBytes();
            try {
                hosts.asOfNow(() -> covers.put(draft.id(), picture));
            } catch (InvalidInput refused) {
                FieldErrors errors = FieldErrors.of(refused, page.text());
                Flash.bad(page.text().get("event.wizard.kept_without_cover") + " " + errors.of("cover"))
                        .with(redirect);
                return manage + "/edit?wizard=1";
            } catch (MediaRefused.StoreDown down) {
                Flash.bad(page.text().get("event.wizard.kept_without_cover") + " "
                                + page.text().get("refusal." + down.code()))
                        .with(redirect);
                return manage + "/edit?wizard=1";
            }
        }
        return manage + "/ticket-types?wizard=1";
    }

    private ModelAndView shown(DetailsForm form, FieldErrors errors, Page page) {
        DetailsFields fields = new DetailsFields(form, errors, page.text(), null);
        DetailsView view = new DetailsView(
                null, WizardSteps.ofNew(page.text()), "/events/new", fields, hostField(form, page), null);
        return page.titled(page.text().get("event.wizard.title")).at(Nav.CREATE).show("event/details", "view", view);
    }

    private @Nullable Field hostField(DetailsForm form, Page page) {
        List<OrganizationView> choices = hosts.choices();
        if (choices.size() < 2) return null;
        List<Option> options = choices.stream()
                .map(host -> Option.of(host.id().toString(), host.name()))
                .toList();
        String chosen = form.get("organization");
        return Field.select("organization", page.text().get("event.field.organization"), options)
                .value(chosen.isEmpty() ? options.getFirst().value() : chosen)
                .required();
    }
}
