package io.marquee.platform.operation;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.Redis;
import io.marquee.platform.live.RedisLogin;
import java.util.List;
import org.springframework.core.annotation.Order;

/** Whether Redis answers, where there is one. */
@Order(35)
class RedisCheck implements Check {
    private final Settings settings;

    RedisCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() {
        Redis redis = settings.redis();
        if (redis == null) return List.of();
        String refused = RedisLogin.refused(redis);
        return List.of(
                refused == null
                        ? Finding.ok("redis: " + redis + " answers")
                        : Finding.fail(
                                "redis: " + redis + " cannot be used (" + refused + ")",
                                "correct MARQUEE_REDIS_URL, or leave it out: the database carries news between nodes then"));
    }
}
