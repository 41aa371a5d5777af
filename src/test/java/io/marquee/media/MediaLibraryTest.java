package io.marquee.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Unauthenticated;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class MediaLibraryTest {
    @Autowired
    MediaLibrary library;

    @Autowired
    ImageReading reading;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif"})
    void a_picture_is_kept_in_the_sizes_that_pages_use(String format) throws Exception {
        ImageView image = upload(picture(4000, 2000, Color.ORANGE, format));
        assertThat(image.width()).isEqualTo(4000);
        for (int width : MediaLibrary.WIDTHS) {
            HttpResponse<byte[]> answer = get(image.path(width));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable", "max-age=31536000");
            assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth())
                    .isEqualTo(width);
        }
    }

    @Test
    void the_store_is_not_asked_for_pictures_that_somebody_made_up() {
        ObjectStore store = mock(ObjectStore.class);
        MediaLibrary down = new MediaLibrary(reading, store, jdbc, transaction, clock);
        assertThat(down.open(UUID.randomUUID(), 800)).isNull();
        verifyNoInteractions(store);
    }

    @Test
    void a_small_picture_is_not_blown_up() throws Exception {
        ImageView image = upload(picture(200, 100, Color.BLUE, "png"));
        assertThat(ImageIO.read(new ByteArrayInputStream(get(image.path(1600)).body()))
                        .getWidth())
                .isEqualTo(200);
    }

    @Test
    void nothing_but_the_picture_survives() throws Exception {
        byte[] plain = picture(400, 300, Color.GREEN, "jpg");
        byte[] secret = "GPS 38.7 N 9.1 W <script>".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer withComment = ByteBuffer.allocate(plain.length + secret.length + 4);
        withComment.put(plain, 0, 2).putShort((short) 0xFFFE).putShort((short) (secret.length + 2));
        withComment.put(secret).put(plain, 2, plain.length - 2);
        ImageView image = upload(withComment.array());
        assertThat(new String(get(image.path(800)).body(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS", "script");
    }

    @ParameterizedTest
    @CsvSource({"FF3300, 35", "00A040, 150", "2040E0, 265", "D040C0, 332"})
    void the_hue_is_that_of_the_colour_that_stands_out(String colour, int hue) throws Exception {
        BufferedImage canvas = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(new Color(0xE8E4DC));
        pen.fillRect(0, 0, 300, 200);
        pen.setColor(new Color(Integer.parseInt(colour, 16)));
        pen.fillRect(100, 50, 80, 80);
        pen.dispose();
        assertThat(upload(encoded(canvas, "png")).hue()).isCloseTo(hue, within(14));
    }

    @Test
    void a_picture_in_grey_gets_the_house_colour() throws Exception {
        assertThat(upload(picture(100, 100, Color.GRAY, "png")).hue()).isEqualTo(DominantHue.OF_GREY);
    }

    @Test
    void what_a_file_is_called_or_claims_to_be_does_not_count() {
        assertRefused("image_unknown_kind", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        assertRefused("image_unknown_kind", "MZ not a picture".getBytes(StandardCharsets.UTF_8));
        assertRefused("image_webp", "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("required", new byte[0]);
        assertRefused("image_too_large", new byte[10_000_001]);
    }

    @Test
    void a_small_file_that_claims_to_be_a_huge_picture_is_refused_unread() {
        assertRefused("image_too_many_pixels", pngThatClaims(15_000, 15_000));
        assertRefused("image_too_many_pixels", pngThatClaims(2_000_000_000, 1));
    }

    @Test
    void damaged_pictures_are_refused_in_words_whatever_the_damage() throws Exception {
        Random random = new Random(7);
        for (String format : new String[] {"jpg", "png", "gif"}) {
            byte[] whole = picture(120, 90, Color.CYAN, format);
            for (int round = 0; round < 60; round++) {
                byte[] damaged = java.util.Arrays.copyOf(whole, 12 + random.nextInt(whole.length - 12));
                for (int flip = 0; flip < 6; flip++) {
                    damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
                }
                try {
                    upload(damaged);
                } catch (InvalidInput refused) {
                    assertThat(refused.problems().getFirst().code()).startsWith("image_");
                }
            }
        }
    }

    @Test
    void only_people_upload() throws Exception {
        byte[] picture = picture(10, 10, Color.RED, "png");
        assertThatThrownBy(() -> acting.as(Actor.ANONYMOUS, () -> library.add("image", null, picture)))
                .isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/media/x/800.jpg", "/media/%2e%2e%2f/800.jpg", "/media/{id}/801.jpg", "/media/{id}/800.jpg"})
    void what_is_not_there_is_not_found(String path) throws Exception {
        assertThat(get(path.replace("{id}", UUID.randomUUID().toString())).statusCode())
                .isIn(400, 404);
    }

    private ImageView upload(byte[] content) {
        return acting.as(EventFixture.stranger(), () -> library.add("image", null, content));
    }

    private void assertRefused(String code, byte[] content) {
        assertThatThrownBy(() -> upload(content))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(new InvalidInput.Problem(
                                        "image",
                                        code,
                                        refused.problems().getFirst().arguments())));
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + settings.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static byte[] picture(int width, int height, Color colour, String format) throws IOException {
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return encoded(canvas, format);
    }

    private static byte[] encoded(BufferedImage canvas, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(canvas, format, bytes);
        return bytes.toByteArray();
    }

    /** A header and nothing else. */
    private static byte[] pngThatClaims(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array());
        return ByteBuffer.allocate(60)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) sum.getValue())
                .putInt(0)
                .put("IEND".getBytes(StandardCharsets.US_ASCII))
                .putInt(0xAE426082)
                .array();
    }
}
