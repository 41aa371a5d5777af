package io.marquee.payout.web;

import io.marquee.kernel.Slice;
import io.marquee.payout.OperatorMoveView;
import io.marquee.payout.OperatorMoves;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrator sees what left the operator's own account. */
@Controller
class AdminOperatorPages {
    private static final String PATH = "/admin/own-account";
    private static final int AT_ONCE = 50;

    private final OperatorMoves moves;

    AdminOperatorPages(OperatorMoves moves) {
        this.moves = moves;
    }

    @GetMapping(PATH)
    ModelAndView show(Page page, @RequestParam(required = false) @Nullable String cursor) {
        Text text = page.text();
        Slice<OperatorMoveView> slice = moves.all(cursor, AT_ONCE);
        OperatorMovesView view = new OperatorMovesView(
                slice.items().stream().map(move -> row(move, text)).toList(),
                new Pagination(
                        cursor == null ? null : PATH, slice.next() == null ? null : PATH + "?cursor=" + slice.next()));
        return page.titled(text.get("payout.own.title")).show("payout/admin-own-account", "view", view);
    }

    private static OperatorMovesView.Row row(OperatorMoveView move, Text text) {
        return new OperatorMovesView.Row(
                text.dateTime(move.at(), ZoneId.of("UTC")),
                text.of("payout.own", move.kind()),
                text.get("payout.provider." + move.provider()),
                move.ref(),
                text.money(move.amount()),
                move.state() == null ? null : MoneyRows.state(move.state(), text));
    }
}
