package io.marquee.waitingroom.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Stat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event's waiting room, for its team.
 *
 * @param state in words
 * @param figures empty while it is closed
 * @param share the room's public address; null while it is closed
 * @param seed of the draw; null before it
 * @param modes to choose from
 */
public record ManageView(
        ManageNav nav,
        String path,
        String state,
        List<Stat> figures,
        @Nullable String share,
        @Nullable String seed,
        List<Option> modes,
        RoomForm form,
        FieldErrors errors,
        String zone) {}
