package io.marquee.media;

import io.marquee.platform.config.S3Storage;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A bucket. The library asks up to three times, with a growing pause, and each wait has an end. Only what all stores that speak S3
 * understand is used: no checksums beyond the signature, no chunks that are signed one by one.
 */
final class S3Store implements ObjectStore, AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(10);

    private final S3Storage storage;
    private final S3Client client;

    S3Store(S3Storage storage) {
        this.storage = storage;
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(storage.region()))
                .forcePathStyle(storage.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(storage.accessKey(), storage.secretKey())))
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .overrideConfiguration(all -> all.retryStrategy(RetryMode.STANDARD))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(BETWEEN_BYTES));
        if (storage.endpoint() != null) builder.endpointOverride(storage.endpoint());
        client = builder.build();
    }

    S3Client client() {
        return client;
    }

    @Override
    public void put(String key, String type, byte[] content) {
        client.putObject(
                put -> put.bucket(storage.bucket()).key(storage.prefix() + key).contentType(type),
                RequestBody.fromBytes(content));
    }

    @Override
    public @Nullable StoredFile open(String key) {
        try {
            ResponseInputStream<GetObjectResponse> object =
                    client.getObject(get -> get.bucket(storage.bucket()).key(storage.prefix() + key));
            return new StoredFile(object, object.response().contentLength());
        } catch (NoSuchKeyException none) {
            return null;
        }
    }

    @Override
    public void remove(String key) {
        client.deleteObject(delete -> delete.bucket(storage.bucket()).key(storage.prefix() + key));
    }

    @Override
    public Stream<Entry> list(String prefix) {
        return client
                .listObjectsV2Paginator(list -> list.bucket(storage.bucket()).prefix(storage.prefix() + prefix))
                .contents()
                .stream()
                .map(object -> new Entry(object.key().substring(storage.prefix().length()), object.lastModified()));
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return storage.toString();
    }
}
