package io.marquee.event;

import io.marquee.platform.web.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cancellation does beyond the event itself, told by those above before anybody decides it. */
public interface CancellationEffect {

    /** In sentences, such as how many are told and how much money goes back; none where there is no effect. */
    List<String> sentences(EventView event, Text text);

    /** Where one sees how it goes on, once it is cancelled; null where there is nothing to see. */
    @Nullable
    String progress(EventView event);
}
