package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Money;
import io.marquee.kernel.ShortCode;
import io.marquee.kernel.Slice;
import io.marquee.ordering.CounterDue;
import io.marquee.ordering.CounterDues;
import io.marquee.ordering.OrderRefused;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits at the counter for its buyers, and handing it to them. */
@Controller
@RequestMapping("/manage/events/{slug}/box-office/dues")
class DuesController {
    private static final int PAGE = 50;

    private final EventReads events;
    private final CounterDues dues;
    private final Access access;

    DuesController(EventReads events, CounterDues dues, Access access) {
        this.events = events;
        this.dues = dues;
        this.access = access;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        Slice<CounterDue> found = dues.open(event, q, cursor, PAGE);
        Text text = page.text();
        String first = path(event) + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        DuesPage view = new DuesPage(
                ManageNav.of(event, ManageNav.Entry.BOX_OFFICE, access, text),
                path(event),
                q,
                total(dues.total(event), text),
                found.items().stream().map(due -> row(event, due, text)).toList(),
                new Pagination(
                        cursor == null ? null : first,
                        found.next() == null ? null : first + "&cursor=" + found.next()));
        return page.titled(text.get("ordering.dues.title"))
                .hue(event.details().hue())
                .show("ordering/manage/dues", "view", view);
    }

    @PostMapping("/{due}/handover")
    ModelAndView handOut(@PathVariable String slug, @PathVariable UUID due, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        try {
            CounterDue done = dues.handOut(event, due);
            Flash.good(page.text().get("ordering.dues.done", page.text().money(done.amount()), done.buyerName()))
                    .with(redirect);
        } catch (OrderRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
        }
        return SeeOther.to(path(event));
    }

    static String total(List<Money> amounts, Text text) {
        return amounts.stream().map(text::money).collect(Collectors.joining(" + "));
    }

    static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/box-office/dues";
    }

    private static DuesPage.Row row(EventView event, CounterDue due, Text text) {
        return new DuesPage.Row(
                due.id(),
                "/manage/events/" + event.slug() + "/orders/" + due.code(),
                ShortCode.grouped(due.code()),
                due.buyerName(),
                text.money(due.amount()),
                text.of("ordering.counter.method", due.method()),
                text.dateTime(due.since(), event.details().timeZone()));
    }
}
