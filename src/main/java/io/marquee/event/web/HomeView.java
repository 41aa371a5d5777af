package io.marquee.event.web;

import io.marquee.platform.web.EventCard;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Link;
import java.util.List;

/** What {@code event/home.jte} shows: the next events, and ways to others. All words are resolved already. */
public record HomeView(List<Field> search, List<EventCard> next, List<Link> categories, List<Link> cities) {}
