package io.marquee.ordering.web.manage;

import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param path of this queue, where one comes back to after answering */
public record RefundQueueView(String path, List<Option> states, String state, List<Row> rows, Pagination pagination) {

    /**
     * @param event null where the queue is of one event alone
     * @param orderPath where the order's commands are
     * @param left what an approval gives back
     */
    public record Row(
            @Nullable String event,
            String orderPath,
            String code,
            String buyer,
            String email,
            String tickets,
            String left,
            String when,
            OrderDetail.Request request) {}
}
