package io.marquee.checkin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.microsoft.playwright.Page;
import io.marquee.platform.web.Assets;
import io.marquee.testing.Browser;
import io.marquee.testing.MarqueeTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How many codes the scanner reads where the camera sees them badly, against the decoder that Java programs use. */
@MarqueeTest
@Tag("long")
class ScannerReadRateTest {
    private static final int PICTURES = 12;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final List<Shot> SHOTS = List.of(
            new Shot("near and clear", 8, 0, 0, 4, 1, false),
            new Shot("4 pixels a module", 4, 0, 0.7, 6, 1, false),
            new Shot("3 pixels a module", 3, 0, 0.7, 6, 1, false),
            new Shot("2.5 pixels a module", 2.5, 0, 0.7, 6, 1, false),
            new Shot("2 pixels a module", 2, 0, 0.6, 6, 1, false),
            new Shot("blur of half a module", 6, 0, 3, 6, 1, false),
            new Shot("blur of three quarters", 6, 0, 4.5, 6, 1, false),
            new Shot("noise", 6, 0, 1, 45, 1, false),
            new Shot("much noise", 6, 0, 1, 80, 1, false),
            new Shot("tilt of 30°", 6, 30, 1, 6, 1, false),
            new Shot("tilt of 50°", 6, 50, 1, 6, 1, false),
            new Shot("dark", 6, 0, 1, 5, 0.15, false),
            new Shot("very dark", 6, 0, 1, 5, 0.07, false),
            new Shot("glare", 7, 10, 1, 6, 0.8, true),
            new Shot("all of it", 5, 30, 1.5, 20, 0.4, false));

    private static final String READ = """
            async ([folder, pictures, side]) => {
              const { reader } = await import(folder + 'decoder.js');
              const read = reader();
              const found = [];
              for (const picture of pictures) {
                const image = new ImageData(side, side);
                const greys = atob(picture);
                const pixels = new Uint32Array(image.data.buffer);
                for (let i = 0; i < greys.length; i++) pixels[i] = 0xff000000 | (greys.charCodeAt(i) * 0x010101);
                found.push((await read(image))[0] ?? '');
              }
              return found;
            }""";

    @Autowired
    Assets assets;

    @LocalServerPort
    int port;

    @Test
    void the_scanner_reads_at_least_what_the_baseline_reads() {
        Random random = new Random(41);
        Map<String, String> table = new LinkedHashMap<>();
        int ours = 0;
        int theirs = 0;
        try (Browser browser = new Browser()) {
            Page page = browser.visitor();
            page.navigate("http://localhost:" + port + "/scanner");
            for (Shot shot : SHOTS) {
                List<String> texts = new ArrayList<>();
                List<byte[]> pictures = new ArrayList<>();
                for (int i = 0; i < PICTURES; i++) {
                    texts.add(text(random));
                    pictures.add(shot.of(code(texts.getLast()), random));
                }
                int scanner = same(texts, read(page, pictures));
                int baseline = same(
                        texts,
                        pictures.stream().map(ScannerReadRateTest::baseline).toList());
                table.put(shot.name(), "%d of %d, baseline %d".formatted(scanner, PICTURES, baseline));
                ours += scanner;
                theirs += baseline;
            }
        }
        table.forEach((shot, rate) -> System.out.println(shot + ": " + rate));
        assertThat(ours).as(table.toString()).isGreaterThanOrEqualTo(theirs);
        assertThat(table.get("near and clear")).startsWith("12 of 12");
        assertThat(table.get("3 pixels a module")).startsWith("12 of 12");
    }

    private List<?> read(Page page, List<byte[]> pictures) {
        List<String> encoded =
                pictures.stream().map(Base64.getEncoder()::encodeToString).toList();
        return (List<?>) page.evaluate(READ, List.of(assets.url("js/scanner/"), encoded, Shot.SIDE));
    }

    private static String baseline(byte[] picture) {
        var source = new PlanarYUVLuminanceSource(picture, Shot.SIDE, Shot.SIDE, 0, 0, Shot.SIDE, Shot.SIDE, false);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException unread) {
            return "";
        }
    }

    private static int same(List<String> texts, List<?> read) {
        int same = 0;
        for (int i = 0; i < texts.size(); i++) if (texts.get(i).equals(read.get(i))) same++;
        return same;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 152; i++) text.append(LETTERS.charAt(random.nextInt(32)));
        return text.toString();
    }

    private static BitMatrix code(String text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
            assertThat(code.getWidth()).as("modules of version 6").isEqualTo(41);
            return code;
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
