package io.marquee.testing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A camera for {@link Browser} that sees one QR code, on a grey wall. */
public final class FakeCamera {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 5;
    private static final byte WALL = (byte) 120;
    private static final byte PAPER = (byte) 235;
    private static final byte INK = 20;

    private FakeCamera() {}

    /** The browser's arguments for a camera that sees this. @param folder for the film */
    public static List<String> seeing(String text, Path folder) {
        return List.of(
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film(text, folder.resolve("camera.y4m")));
    }

    /** Some frames of uncompressed video, which the browser shows over and over. */
    private static Path film(String text, Path file) {
        byte[] brightness = picture(code(text));
        byte[] colour = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(colour, (byte) 128);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, "YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n".formatted(WIDTH, HEIGHT));
            for (int i = 0; i < FRAMES; i++) {
                write(out, "FRAME\n");
                out.write(brightness);
                out.write(colour);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toAbsolutePath();
    }

    private static byte[] picture(BitMatrix code) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, WALL);
        int scale = HEIGHT * 9 / 10 / code.getHeight();
        int left = (WIDTH - code.getWidth() * scale) / 2;
        int top = (HEIGHT - code.getHeight() * scale) / 2;
        for (int y = 0; y < code.getHeight() * scale; y++) {
            for (int x = 0; x < code.getWidth() * scale; x++) {
                pixels[(top + y) * WIDTH + left + x] = code.get(x / scale, y / scale) ? INK : PAPER;
            }
        }
        return pixels;
    }

    private static BitMatrix code(String text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 3, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
    }
}
