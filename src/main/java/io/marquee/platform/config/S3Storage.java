package io.marquee.platform.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Storage that speaks S3, where files lie instead of in the data folder.
 *
 * @param endpoint where it is, without a slash at its end; null for Amazon's own of that region
 * @param pathStyle whether the bucket is named in the path and not in the host
 */
public record S3Storage(
        String bucket, @Nullable URI endpoint, String region, String accessKey, String secretKey, boolean pathStyle) {
    @Override
    public String toString() {
        return "s3://" + bucket + (endpoint == null ? " (" + region + ")" : " at " + endpoint);
    }
}
