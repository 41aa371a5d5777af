package io.marquee.registration;

/** What a question wants for an answer. */
public enum QuestionKind {
    SHORT_TEXT,
    LONG_TEXT,
    SINGLE_CHOICE,
    SEVERAL_CHOICES,
    YES_NO,
    NUMBER,
    DATE,
    EMAIL,
    PHONE;

    public boolean hasOptions() {
        return this == SINGLE_CHOICE || this == SEVERAL_CHOICES;
    }
}
