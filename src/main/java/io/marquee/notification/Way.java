package io.marquee.notification;

import io.marquee.platform.mail.Topic;
import java.util.Arrays;
import java.util.List;

/** What may be chosen: whether letters about a topic come by a channel. */
public record Way(Topic topic, Channel channel) {

    /** Mail about what is not optional always comes; the link to sign in comes by mail alone, and what is said in a chat never does. */
    public boolean isChoice() {
        return channel == Channel.EMAIL ? topic.optional() && topic.mailed() : topic != Topic.ACCOUNT;
    }

    /** All there is to choose from, topic by topic. */
    public static List<Way> choices() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Arrays.stream(Channel.values()).map(channel -> new Way(topic, channel)))
                .filter(Way::isChoice)
                .toList();
    }
}
