package io.marquee.conversation.web;

import io.marquee.conversation.blast.BlastView;
import io.marquee.conversation.blast.Blasts;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A blast online, for whoever got it. */
@Controller
class BlastLinkController {
    private final Blasts blasts;
    private final BlastViews views;
    private final EventReads events;
    private final OrganizationReads organizations;
    private final Capabilities capabilities;
    private final Acting acting;

    BlastLinkController(
            Blasts blasts,
            BlastViews views,
            EventReads events,
            OrganizationReads organizations,
            Capabilities capabilities,
            Acting acting) {
        this.blasts = blasts;
        this.views = views;
        this.events = events;
        this.organizations = organizations;
        this.capabilities = capabilities;
        this.acting = acting;
    }

    @GetMapping("/blasts/{token}")
    ModelAndView read(@PathVariable String token, Page page) {
        BlastView blast = blasts.read(capabilities.open(token));
        EventView event = acting.asSystem(blast.organization(), () -> events.byId(blast.event()));
        BlastPage.Read view = new BlastPage.Read(
                event.details().title(),
                "/events/" + event.slug(),
                organizations.byId(event.organization()).name(),
                page.text().dateTime(blast.sendAt(), event.details().timeZone()),
                views.preview(blast.draft()));
        return page.titled(blast.draft().subject())
                .hue(event.details().hue())
                .show("conversation/blast-read", "view", view);
    }
}
