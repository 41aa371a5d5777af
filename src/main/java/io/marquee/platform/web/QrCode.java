package io.marquee.platform.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** Draws QR codes as SVG, crisp at any size. */
public final class QrCode {
    private static final int QUIET_MODULES = 2;

    private QrCode() {}

    /**
     * An SVG document, dark on white with its quiet zone.
     *
     * @throws IllegalArgumentException when the words do not fit into any QR code
     */
    public static String svg(String words) {
        var matrix = encode(words);
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#111" d="%2$s"/></svg>""".formatted(matrix.getWidth(), path);
    }

    private static BitMatrix encode(String words) {
        try {
            var hints = Map.of(
                    EncodeHintType.MARGIN, QUIET_MODULES, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            return new QRCodeWriter().encode(words, BarcodeFormat.QR_CODE, 1, 1, hints);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
