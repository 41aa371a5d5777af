package io.marquee.trail.web;

import io.marquee.audit.TrailEntry;
import io.marquee.event.EventReads;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.trail.Restoring;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Going back to how settings were before a change: first shown, then done. */
@Controller
@RequestMapping("/manage/trail/{entry}/restoration")
class RestorationController {
    private final Restoring restoring;
    private final EventReads events;
    private final People people;
    private final TrailRows rows;

    RestorationController(Restoring restoring, EventReads events, People people, TrailRows rows) {
        this.restoring = restoring;
        this.events = events;
        this.people = people;
        this.rows = rows;
    }

    @GetMapping
    ModelAndView preview(@PathVariable UUID entry, Page page) {
        Restoring.Preview preview = restoring.preview(entry);
        Text text = page.text();
        ZoneId zone = people.me().timeZone();
        RestorationView view = new RestorationView(
                TrailRows.subject(preview.entry().subject(), text),
                text.dateTime(preview.entry().at(), zone),
                rows.differences(preview.differences(), zone, text),
                preview.refused() == null
                        ? null
                        : Flash.after(
                                        () -> {
                                            throw Objects.requireNonNull(preview.refused());
                                        },
                                        "trail.restored",
                                        text,
                                        Refusal.Kind.values())
                                .message(),
                "/manage/trail/" + entry + "/restoration",
                back(preview.entry()));
        return page.titled(text.get("trail.restore.title")).show("trail/restoration", "view", view);
    }

    @PostMapping
    ModelAndView restore(@PathVariable UUID entry, Page page, RedirectAttributes redirect) {
        String back = back(restoring.preview(entry).entry());
        Flash.after(
                        () -> restoring.restore(entry),
                        "trail.restored",
                        page.text(),
                        Refusal.Kind.CONFLICT,
                        Refusal.Kind.INVALID)
                .with(redirect);
        return SeeOther.to(back);
    }

    private String back(TrailEntry entry) {
        return entry.event() == null
                ? "/manage/organizations/" + entry.organization() + "/trail"
                : "/manage/events/"
                        + events.where(Permission.SEE_TRAIL, entry.event().toString())
                                .slug() + "/trail";
    }
}
