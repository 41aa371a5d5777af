package io.marquee.platform.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Storage that speaks S3, where files lie instead of in the data folder.
 *
 * @param endpoint where it is, without a slash at its end; null for Amazon's own of that region
 * @param pathStyle whether the bucket is named in the path and not in the host
 * @param prefix what the names of all files there begin with, such as {@code staging/}; empty for nothing
 */
public record S3Storage(
        String bucket,
        @Nullable URI endpoint,
        String region,
        String accessKey,
        String secretKey,
        boolean pathStyle,
        String prefix) {
    @Override
    public String toString() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix)
                + (endpoint == null ? " (" + region + ")" : " at " + endpoint);
    }
}
