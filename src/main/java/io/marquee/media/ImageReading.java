package io.marquee.media;

import io.marquee.kernel.InvalidInput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.springframework.stereotype.Component;

/**
 * Decodes what strangers send. The size in pixels is read from the header and limited before a single pixel is decoded: a
 * small file can claim to be a huge picture. Large ones are decoded in steps of several pixels, and few at a time, so that
 * memory stays bounded.
 */
@Component
class ImageReading {
    static final int MOST_PIXELS = 50_000_000;
    static final int LONGEST_SIDE = 16_000;
    private static final int ENOUGH = 2 * 1600;
    private static final int AT_A_TIME = 2;

    private final Semaphore room = new Semaphore(AT_A_TIME);

    /** @throws InvalidInput at {@code field} when it is not a picture that we take */
    Picture read(String field, byte[] content) {
        if (content.length == 0) throw InvalidInput.at(field, "required");
        if (content.length > MediaLibrary.MOST_BYTES) {
            throw InvalidInput.at(field, "image_too_large", MediaLibrary.MOST_BYTES / 1_000_000);
        }
        ImageKind kind = ImageKind.of(content);
        if (kind == ImageKind.WEBP) throw InvalidInput.at(field, "image_webp");
        if (kind == null) throw InvalidInput.at(field, "image_unknown_kind");
        room.acquireUninterruptibly();
        try {
            return decode(field, kind, content);
        } finally {
            room.release();
        }
    }

    /** Decoders meet hostile files with all sorts of exceptions; for the sender they all mean the same. */
    private static Picture decode(String field, ImageKind kind, byte[] content) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format).next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, kind != ImageKind.JPEG);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
                throw InvalidInput.at(field, "image_too_many_pixels", MOST_PIXELS / 1_000_000);
            }
            BufferedImage upright = upright(reader, kind, reader.read(0, everyFew(reader, width, height)));
            boolean turned = (upright.getWidth() > upright.getHeight()) != (width > height) && width != height;
            return new Picture(upright, turned ? height : width, turned ? width : height);
        } catch (InvalidInput refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw InvalidInput.at(field, "image_unreadable");
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam everyFew(ImageReader reader, int width, int height) {
        int step = Math.max(1, Math.ceilDiv(Math.max(width, height), ENOUGH));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
    }

    /** Cameras store the picture as the sensor lay and note how to turn it; the note goes, so the picture is turned. */
    private static BufferedImage upright(ImageReader reader, ImageKind kind, BufferedImage stored) {
        if (kind != ImageKind.JPEG) return stored;
        try {
            Orientation orientation = ExifUtils.getExifOrientation(reader, 0);
            if (orientation == null || orientation == Orientation.TOP_LEFT) return stored;
            ImageFilter turn = ExifFilterUtils.getFilterForOrientation(orientation);
            return turn.apply(stored);
        } catch (IOException | RuntimeException noteUnreadable) {
            return stored;
        }
    }
}
