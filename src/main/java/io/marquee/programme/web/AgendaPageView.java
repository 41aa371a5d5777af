package io.marquee.programme.web;

import io.marquee.platform.web.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param path of the page
 * @param as the token of an order's link; null without one
 * @param mine whether only what was starred is shown
 * @param starring whether whoever looks can star any
 */
public record AgendaPageView(
        String event,
        String eventPath,
        String path,
        @Nullable String as,
        boolean mine,
        boolean starring,
        List<Link> tabs,
        String calendar,
        AgendaView agenda) {}
