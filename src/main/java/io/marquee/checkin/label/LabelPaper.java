package io.marquee.checkin.label;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A label as the template of its PDF draws it, in millimetres and points. */
public record LabelPaper(
        int width,
        int height,
        String code,
        String letters,
        String name,
        List<String> lines,
        String foot,
        @Nullable String logo,
        String logoHeight,
        String qr) {

    static LabelPaper of(Label label, String qr) {
        Label.Size size = label.size();
        return new LabelPaper(
                size.width(),
                size.height(),
                millimetres(size.code()),
                millimetres(size.letters(label.name())),
                label.name(),
                label.lines(),
                label.foot(),
                label.logo() == null ? null : label.logo().dataUri(),
                millimetres(size.logo()),
                qr);
    }

    private static String millimetres(int dots) {
        return String.valueOf(dots / (double) Label.Size.dots(1));
    }
}
