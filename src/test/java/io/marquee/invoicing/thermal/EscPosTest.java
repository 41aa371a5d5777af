package io.marquee.invoicing.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a printer makes of the bytes: the pictures are in {@code target/pictures}. */
class EscPosTest {
    private static final String CODE =
            "MQ1.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEf";

    @ParameterizedTest
    @EnumSource
    void umlauts_and_the_euro_are_letters_and_what_the_printer_has_not_is_a_picture(Roll.Width width)
            throws IOException, NotFoundException {
        byte[] bytes = EscPos.of(new Roll(
                width,
                List.of(
                        Roll.Words.title("Größe & Übermut"),
                        new Roll.Pair("2 × Einlass für Ältere, mit einem sehr langen Namen", "1.234,50\u00A0€", false),
                        new Roll.Rule(),
                        Roll.Words.plain("Łódź · Γειά σου · Привет"),
                        Roll.Words.centred("It’s “fine” – really…"),
                        new Roll.Qr(CODE),
                        new Roll.Cut())));

        TillPrinter.Printed printed = TillPrinter.print(bytes, width);

        ImageIO.write(printed.picture(), "png", file("escpos-" + width));
        assertThat(printed.lines()).contains("Größe & Übermut", "It's \"fine\" - really...");
        assertThat(printed.lines()).anyMatch(line -> line.endsWith(" 1.234,50 €") && line.length() == width.columns());
        assertThat(printed.pictures()).isEqualTo(1);
        assertThat(printed.cuts()).isEqualTo(1);
        assertThat(read(printed.picture())).isEqualTo(CODE);
    }

    static String read(BufferedImage picture) throws NotFoundException {
        int[] pixels = new int[picture.getWidth() * picture.getHeight()];
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), pixels, 0, picture.getWidth());
        LuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        return new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)))[0].getText();
    }

    static File file(String name) {
        File folder = new File("target/pictures");
        folder.mkdirs();
        return new File(folder, name + ".png");
    }
}
