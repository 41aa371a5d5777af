package io.marquee.ordering.web.manage;

import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.ordering.TakenBack;
import io.marquee.ordering.Unwinding.Part;
import io.marquee.ordering.Unwinding.Progress;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far an event is with giving back what was bought: a cancelled one everything, a postponed one what was taken of its offer.
 *
 * @param path of this page
 * @param moving whether the page should look again by itself
 * @param retryable whether something failed, and the viewer may try it again
 * @param owedPath where it is handed out; null where nothing waits, or the viewer may not
 */
public record UnwindingPage(
        String path,
        String title,
        String detail,
        boolean moving,
        boolean retryable,
        @Nullable String owedPath,
        List<Book> books) {

    /** What is said aloud when it is through; empty before. */
    public String spoken() {
        return moving ? "" : books.stream().map(Book::label).collect(Collectors.joining(" "));
    }

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
                text.get("ordering.unwinding.title"),
                text.get(cancelled ? "ordering.unwinding.detail" : "ordering.unwinding.not_cancelled"),
                cancelled && moving,
                cancelled && failed && mayRefund,
                maySell && progress.stream().anyMatch(one -> one.owed().orders() > 0)
                        ? "/manage/events/" + event.slug() + "/box-office/dues"
                        : null,
                progress.stream().map(one -> book(one, text)).toList());
    }

    static UnwindingPage of(EventView event, TakenBack.Figures figures, Text text) {
        String until = text.shortDate(figures.until());
        return new UnwindingPage(
                "/manage/events/" + event.slug() + "/postponement/refunds",
                text.get("ordering.offer.title"),
                text.get(figures.open() ? "ordering.offer.open" : "ordering.offer.over", until),
                figures.books().stream()
                        .anyMatch(book -> book.arrived().orders() < book.taken().orders()),
                false,
                null,
                figures.books().stream().map(book -> book(book, text)).toList());
    }

    private static Book book(TakenBack.Book book, Text text) {
        return new Book(
                book.taken().orders(),
                book.offered().orders(),
                text.get(
                        "ordering.offer.taken",
                        book.taken().orders(),
                        book.offered().orders()),
                List.of(
                        new Row(
                                text.get("ordering.offer.offered"),
                                book.offered().orders(),
                                text.money(book.offered().money())),
                        new Row(
                                text.get("ordering.offer.took"),
                                book.taken().orders(),
                                text.money(book.taken().money())),
                        row("done", book.arrived(), text),
                        row("failed", book.failed(), text)));
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
