package io.marquee.testing;

import io.marquee.platform.config.S3Storage;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A server that speaks S3 and keeps everything in memory: s3proxy, behind a class loader of its own. It checks signatures. The build puts
 * its program into {@code target/tools}.
 */
public final class S3Server implements AutoCloseable {
    private static final Path PROGRAM = Path.of("target/tools/s3proxy.jar");
    private static final String IDENTITY = "an-access-key";
    private static final String SECRET = "a secret key of tests";

    private final URLClassLoader loader;
    private final Object server;
    private final int port;

    private S3Server(URLClassLoader loader, Object server) throws ReflectiveOperationException {
        this.loader = loader;
        this.server = server;
        this.port = (int) server.getClass().getMethod("getPort").invoke(server);
    }

    public static S3Server start() {
        if (!Files.exists(PROGRAM)) {
            throw new IllegalStateException(PROGRAM + " is missing: mvn dependency:copy@s3proxy puts it there");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {PROGRAM.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            thread.setContextClassLoader(loader);
            return new S3Server(loader, started(loader));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Object started(ClassLoader loader) throws ReflectiveOperationException {
        Properties properties = new Properties();
        properties.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
        properties.setProperty("s3proxy.authorization", "aws-v4");
        properties.setProperty("s3proxy.identity", IDENTITY);
        properties.setProperty("s3proxy.credential", SECRET);
        Class<?> stores = loader.loadClass("org.gaul.s3proxy.BlobStores");
        Object memory =
                stores.getMethod("create", String.class, Properties.class).invoke(null, "transient-nio2", properties);
        Class<?> builders = loader.loadClass("org.gaul.s3proxy.S3Proxy$Builder");
        Object builder = builders.getMethod("fromProperties", Properties.class).invoke(null, properties);
        builders.getMethod("blobStore", loader.loadClass("org.gaul.s3proxy.blobstore.BlobStore"))
                .invoke(builder, memory);
        Object server = builders.getMethod("build").invoke(builder);
        server.getClass().getMethod("start").invoke(server);
        return server;
    }

    public S3Storage storage(String bucket) {
        return new S3Storage(bucket, URI.create("http://127.0.0.1:" + port), "us-east-1", IDENTITY, SECRET, true, "");
    }

    @Override
    public void close() {
        try (loader) {
            server.getClass().getMethod("stop").invoke(server);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
