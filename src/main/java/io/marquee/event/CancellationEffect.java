package io.marquee.event;

import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cancelling or postponing does beyond the event itself, told by those above before anybody decides it. */
public interface CancellationEffect {

    /** In sentences, such as how many are told and how much money goes back; none where there is no effect. */
    List<String> sentences(EventView event, Text text);

    /** Where one sees how it goes on, once it is cancelled; null where there is nothing to see. */
    @Nullable
    String progress(EventView event);

    /** In sentences, likewise: who hears that it is postponed, and what could go back where that is offered. */
    default List<String> ifPostponed(EventView event, Text text) {
        return List.of();
    }

    /** How much of what a postponed event offers was taken back, labelled by it; null where nothing was offered, or they may not see it. */
    default @Nullable Link takenBack(EventView event, Text text) {
        return null;
    }
}
