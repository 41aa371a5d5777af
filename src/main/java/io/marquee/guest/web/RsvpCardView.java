package io.marquee.guest.web;

import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The card on the event's public page.
 *
 * @param said what the viewer has said; null for nothing, and on the page that is the same for everybody
 * @param detail "12 places left"; empty for nothing
 * @param replies the first is the page's main action where there are no tickets to buy
 */
public record RsvpCardView(String title, @Nullable Chip said, String detail, List<Link> replies, boolean primary) {}
