package io.marquee.checkin.label;

import java.util.List;

/** A label as the template of its PDF draws it, in millimetres and points. */
public record LabelPaper(
        int width, int height, String code, String letters, String name, List<String> lines, String foot, String qr) {

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
                qr);
    }

    private static String millimetres(int dots) {
        return String.valueOf(dots / (double) Label.Size.dots(1));
    }
}
