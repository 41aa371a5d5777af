package io.marquee.payout.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.PayoutSchedule;
import io.marquee.payment.provider.PayoutSchedule.Interval;
import io.marquee.payout.PayoutAccountView;
import io.marquee.payout.PayoutPlan;
import io.marquee.payout.ReleaseState;
import io.marquee.payout.ReleaseView;
import io.marquee.payout.Releases;
import io.marquee.payout.Schedules;
import io.marquee.payout.web.PayoutsView.ReleaseRow;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When an account's money goes to the bank, and what went or goes there after events. */
@Component
class AfterEvents {
    private static final int SHOWN = 20;

    private final Releases releases;
    private final EventReads events;

    AfterEvents(Releases releases, EventReads events) {
        this.releases = releases;
        this.events = events;
    }

    /** The latest. @param path of the account's pages */
    List<ReleaseRow> of(PayoutAccountView account, String path, Text text) {
        List<ReleaseView> latest = releases.of(account.organization(), account.provider(), null, SHOWN)
                .items();
        Map<EventId, EventView> known =
                events.byIds(latest.stream().map(ReleaseView::event).distinct().toList());
        return latest.stream()
                .filter(release -> known.containsKey(release.event()))
                .map(release -> row(release, Objects.requireNonNull(known.get(release.event())), path, text))
                .toList();
    }

    private static ReleaseRow row(ReleaseView release, EventView event, String path, Text text) {
        String amount = release.amount() != null
                ? text.money(release.amount())
                : Objects.requireNonNullElse(release.currency(), "–");
        String words = Objects.requireNonNullElse(release.words(), "");
        return new ReleaseRow(
                event.details().title(),
                "/manage/events/" + event.slug() + "/finances",
                text.shortDate(release.dueAt().atZone(ZoneOffset.UTC).toLocalDate()),
                amount,
                new Chip(text.of("payout.state", release.state()), Chip.tone(Wire.name(release.state()))),
                release.reason() == null
                        ? null
                        : text.get("payout.release.reason." + Wire.name(release.reason()), words),
                release.state() == ReleaseState.FAILED ? path + "/releases/" + release.id() + "/attempts" : null);
    }

    /** @param atProvider whether the provider has schedules of its own */
    List<Field> schedule(PayoutAccountView account, PayoutSchedule now, boolean atProvider, Text text) {
        Integer days = releases.days(account.organization(), account.provider());
        List<Field> fields = new ArrayList<>();
        fields.add(Field.select("interval", text.get("payout.schedule.interval"), intervals(atProvider, text))
                .value(days == null ? Wire.name(now.interval()) : PayoutPlan.AFTER_EVENTS)
                .required());
        if (atProvider) {
            fields.add(Field.select("weekday", text.get("payout.schedule.weekday"), weekdays(text))
                    .value(word(now.weekday()))
                    .hint(text.get("payout.schedule.weekday.hint")));
            fields.add(whole("day", now.day(), text));
        }
        fields.add(whole("days", days == null ? Integer.valueOf(Schedules.USUAL_DAYS) : days, text));
        return fields;
    }

    private static Field whole(String name, @Nullable Integer value, Text text) {
        return Field.text(name, text.get("payout.schedule." + name))
                .value(value)
                .hint(text.get("payout.schedule." + name + ".hint"))
                .with("inputmode", "numeric")
                .with("maxlength", "2");
    }

    private static @Nullable String word(@Nullable DayOfWeek day) {
        return day == null ? null : Wire.name(day);
    }

    private static List<Option> intervals(boolean atProvider, Text text) {
        return Stream.concat(
                        Arrays.stream(Interval.values())
                                .filter(interval -> atProvider || interval == Interval.MANUAL)
                                .map(Wire::name),
                        Stream.of(PayoutPlan.AFTER_EVENTS))
                .map(interval -> Option.of(interval, text.get("payout.interval." + interval)))
                .toList();
    }

    private static List<Option> weekdays(Text text) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> Option.of(Wire.name(day), day.getDisplayName(TextStyle.FULL_STANDALONE, text.locale())))
                .toList();
    }
}
