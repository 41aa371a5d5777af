package io.marquee.ticketing.waiting.web;

import io.marquee.event.EventView;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.waiting.EntryId;
import io.marquee.ticketing.waiting.EntryState;
import io.marquee.ticketing.waiting.EntryView;
import io.marquee.ticketing.waiting.OfferView;
import io.marquee.ticketing.waiting.WaitingList;
import io.marquee.ticketing.waiting.WaitingReads;
import io.marquee.ticketing.waiting.WaitingRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody's place in line, by the mailed link. */
@Controller
@RequestMapping("/waiting/{token}")
class EntryController {
    private final Capabilities capabilities;
    private final WaitingReads reads;
    private final WaitingList list;
    private final Acting acting;
    private final Clock clock;

    EntryController(Capabilities capabilities, WaitingReads reads, WaitingList list, Acting acting, Clock clock) {
        this.capabilities = capabilities;
        this.reads = reads;
        this.list = list;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Page page) {
        Actor.Capability bearer = capabilities.open(token);
        EntryView entry = acting.as(bearer, () -> reads.mine(new EntryId(bearer.hold())));
        EventView event = reads.eventOf(entry);
        List<OfferView> offers = reads.offersOf(entry);
        Instant now = clock.instant();
        boolean open = offers.stream().anyMatch(offer -> offer.open(now));
        Text text = page.text();
        String key = "ticketing.waiting." + (open ? "offered" : "is_" + Wire.name(entry.state()));
        EntryPage view = new EntryPage(
                event.details().title(),
                "/events/" + event.slug(),
                reads.typeOf(entry),
                text.get(key + ".title", entry.position()),
                text.get(key + ".detail", entry.position(), entry.open()),
                offers.stream().map(offer -> offer(offer, event, now, text)).toList(),
                "/waiting/" + token,
                entry.state() == EntryState.WAITING || open);
        return page.titled(view.title()).hue(event.details().hue()).show("ticketing/waiting/entry", "view", view);
    }

    @PostMapping("/departure")
    ModelAndView leave(@PathVariable String token, Page page, RedirectAttributes redirect) {
        Actor.Capability bearer = capabilities.open(token);
        try {
            acting.as(bearer, () -> list.leave(new EntryId(bearer.hold())));
            Flash.good(page.text().get("ticketing.waiting.left")).with(redirect);
        } catch (WaitingRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
        }
        return SeeOther.to("/waiting/" + token);
    }

    private EntryPage.Offer offer(OfferView offer, EventView event, Instant now, Text text) {
        String until = text.dateTime(offer.expiresAt(), event.details().timeZone());
        return new EntryPage.Offer(
                text.get("ticketing.waiting.offer", offer.quantity(), until),
                offer.seats().stream().map(seat -> seat.words(text)).toList(),
                Chip.of(text, offer.state()),
                offer.open(now)
                        ? "/checkout/" + capabilities.tokenFor(offer.hold().value())
                        : "");
    }
}
