package io.marquee.ordering.web.manage;

import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.ordering.Unwinding.Part;
import io.marquee.ordering.Unwinding.Progress;
import io.marquee.platform.web.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a cancelled event is with giving everything back.
 *
 * @param path of this page
 * @param moving whether the page should look again by itself
 * @param retryable whether something failed, and the viewer may try it again
 * @param owedPath where it is handed out; null where nothing waits, or the viewer may not
 */
public record UnwindingPage(
        String path,
        boolean cancelled,
        boolean moving,
        boolean retryable,
        @Nullable String owedPath,
        List<Book> books) {

    /** In one currency. @param label what the bar says */
    public record Book(int done, int orders, String label, List<Row> rows) {}

    public record Row(String label, int orders, String money) {}

    static UnwindingPage of(EventView event, List<Progress> progress, boolean mayRefund, boolean maySell, Text text) {
        boolean cancelled = event.state() == EventState.CANCELLED;
        boolean failed = progress.stream().anyMatch(one -> one.failed().orders() > 0);
        boolean moving = progress.stream()
                .anyMatch(one -> one.waiting().orders() + one.underWay().orders() > 0);
        return new UnwindingPage(
                "/manage/events/" + event.slug() + "/cancellation/refunds",
                cancelled,
                cancelled && moving,
                cancelled && failed && mayRefund,
                maySell && progress.stream().anyMatch(one -> one.owed().orders() > 0)
                        ? "/manage/events/" + event.slug() + "/box-office/dues"
                        : null,
                progress.stream().map(one -> book(one, text)).toList());
    }

    private static Book book(Progress progress, Text text) {
        return new Book(
                progress.done().orders(),
                progress.orders(),
                text.get(
                        "ordering.unwinding.bar",
                        progress.done().orders(),
                        progress.orders(),
                        text.money(progress.done().money())),
                List.of(
                        row("done", progress.done(), text),
                        row("under_way", progress.underWay(), text),
                        row("waiting", progress.waiting(), text),
                        row("failed", progress.failed(), text),
                        row("owed", progress.owed(), text)));
    }

    private static Row row(String key, Part part, Text text) {
        return new Row(text.get("ordering.unwinding." + key), part.orders(), text.money(part.money()));
    }
}
