package io.marquee.platform.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where files lie. The keys never appear in a message. */
final class S3Reader {
    private static final String BUCKET = "MARQUEE_S3_BUCKET";
    private static final String ENDPOINT = "MARQUEE_S3_ENDPOINT";
    private static final String ACCESS_KEY = "MARQUEE_S3_ACCESS_KEY";
    private static final String SECRET_KEY = "MARQUEE_S3_SECRET_KEY";

    private final Environment environment;

    S3Reader(Environment environment) {
        this.environment = environment;
    }

    /** @return null where files lie in the data folder */
    @Nullable
    S3Storage read() {
        String bucket = environment.text(BUCKET);
        URI endpoint = endpoint();
        String accessKey = environment.text(ACCESS_KEY);
        String secretKey = environment.text(SECRET_KEY);
        String region = environment.text("MARQUEE_S3_REGION", "us-east-1");
        boolean pathStyle = environment.isOn("MARQUEE_S3_PATH_STYLE", endpoint != null);
        String prefix = environment.text("MARQUEE_S3_PREFIX", "");
        if (bucket == null) {
            if (endpoint != null) throw needsBucket(ENDPOINT);
            if (accessKey != null) throw needsBucket(ACCESS_KEY);
            if (secretKey != null) throw needsBucket(SECRET_KEY);
            return null;
        }
        if (accessKey == null || secretKey == null) {
            throw new WrongSetting(
                    BUCKET + " is set, but " + (accessKey == null ? ACCESS_KEY : SECRET_KEY) + " is not.");
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new WrongSetting(BUCKET + " is “" + bucket + "”, but must be a bucket’s name: 3 to 63 small letters,"
                    + " digits, dots and dashes.");
        }
        if (!region.matches("[a-z0-9-]{2,40}")) {
            throw new WrongSetting("MARQUEE_S3_REGION is “" + region + "”, but must be a region such as eu-central-1.");
        }
        if (!prefix.matches("([A-Za-z0-9_-]{1,60}/){0,4}")) {
            throw new WrongSetting("MARQUEE_S3_PREFIX is “" + prefix + "”, but must be folders such as staging/ with a"
                    + " stroke at the end.");
        }
        return new S3Storage(bucket, endpoint, region, accessKey, secretKey, pathStyle, prefix);
    }

    /** Also without TLS: requests are signed, and such stores often stand in the same private network. */
    private @Nullable URI endpoint() {
        String value = environment.text(ENDPOINT);
        if (value == null) return null;
        String example = "https://s3.example.org, without a path";
        ServiceUrl url = ServiceUrl.parse(ENDPOINT, value, example, List.of("http", "https"));
        if (!url.path().matches("/?") || !url.query().isEmpty() || url.user() != null || value.contains("#")) {
            throw new WrongSetting(ENDPOINT + " is “" + value + "”, but must be of the form " + example + ".");
        }
        return URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
    }

    private static WrongSetting needsBucket(String name) {
        return new WrongSetting(name + " is set, but " + BUCKET + " is not: files would lie in the data folder.");
    }
}
