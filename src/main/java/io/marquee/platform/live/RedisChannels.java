package io.marquee.platform.live;

import io.marquee.platform.config.MasterSecret;

/** Whose channels they are: several installations may share a Redis, and none hears another's news. */
record RedisChannels(String installation) {
    /** The same on all nodes, since they share the secret, and tells nothing about it. */
    static RedisChannels of(MasterSecret secret) {
        return new RedisChannels(
                "marquee:" + secret.passwordFor("redis-channels").substring(0, 16) + ":");
    }

    String named(String channel) {
        return installation + channel;
    }
}
